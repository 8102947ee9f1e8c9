// SPDX-License-Identifier: GPL-2.0-or-later
//
// All that an index holds, as text: two builds are equal when their dumps are.
#pragma once

#include <xapian.h>

#include <filesystem>
#include <sstream>
#include <string>

namespace blogsearch::sample {

/// `folder` is opened as any Xapian tool would: through its stub.
inline std::string dump(const std::filesystem::path& folder) {
  const Xapian::Database database(folder.string());
  std::ostringstream out;
  for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key)
    out << *key << '=' << database.get_metadata(*key) << '\n';
  for (Xapian::docid id = 1; id <= database.get_lastdocid(); ++id) {
    const Xapian::Document document = database.get_document(id);
    out << "document " << id << '\n';
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
      out << "  " << *term << ' ' << term.get_wdf();
      for (auto at = term.positionlist_begin(); at != term.positionlist_end(); ++at)
        out << ' ' << *at;
      out << '\n';
    }
    for (auto value = document.values_begin(); value != document.values_end(); ++value)
      out << "  " << value.get_valueno() << '=' << *value << '\n';
    out << "  " << document.get_data() << '\n';
  }
  return out.str();
}

}  // namespace blogsearch::sample
