// SPDX-License-Identifier: GPL-2.0-or-later
#include "support/published.hpp"

#include <xapian.h>

#include <sstream>

#include "index/facet_values.hpp"
#include "index/schema.hpp"
#include "io/pack.hpp"
#include "io/stamp.hpp"
#include "support/temp_dir.hpp"

namespace blogsearch::support {

namespace fs = std::filesystem;

std::string content_of(const fs::path& folder) {
  const Xapian::Database database(folder.string());
  std::ostringstream out;
  for (const char* key : {index::language_key, index::languages_key, index::settings_key,
                          index::dictionary_key, index::schema_key})
    out << key << '=' << database.get_metadata(key) << '\n';
  const auto facets = index::decode_facet_values(database.get_metadata(index::facets_key));
  std::map<std::string, Xapian::docid> posts;
  const auto end = database.valuestream_end(index::slot::made_of);
  for (auto value = database.valuestream_begin(index::slot::made_of); value != end; ++value)
    posts.emplace((*value).substr(8), value.get_docid());
  for (const auto& [id, number] : posts) {
    const Xapian::Document document = database.get_document(number);
    out << "document " << id << '\n';
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
      out << "  " << *term << ' ' << term.get_wdf() << ' ' << database.get_termfreq(*term);
      for (auto place = term.positionlist_begin(); place != term.positionlist_end(); ++place)
        out << ' ' << *place;
      out << '\n';
    }
    for (auto value = document.values_begin(); value != document.values_end(); ++value)
      if (value.get_valueno() != index::slot::facets)
        out << "  " << value.get_valueno() << '=' << *value << '\n';
    const std::string numbers = document.get_value(index::slot::facets);
    for (io::Unpacker from(numbers); !from.at_end();)
      out << "  facet " << facets.at(from.number()).text << '\n';
    out << "  " << document.get_data() << '\n';
  }
  return out.str();
}

Tree tree_of(const fs::path& folder) {
  Tree files;
  if (fs::exists(folder))
    for (const auto& entry : fs::recursive_directory_iterator(folder))
      if (entry.is_regular_file())
        files[entry.path().lexically_relative(folder).generic_string()] = slurp(entry.path());
  return files;
}

Tree stamps_of(const std::filesystem::path& folder) {
  Tree stamps;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (const auto stamp = io::stamp_of(entry.path()))
      stamps[entry.path().string()] =
          std::to_string(stamp->inode) + ' ' + std::to_string(stamp->changed);
  return stamps;
}

}  // namespace blogsearch::support
