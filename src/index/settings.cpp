// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/settings.hpp"

#include <utility>

#include "index/pack.hpp"
#include "index/schema.hpp"

namespace blogsearch::index {

void write_settings(Xapian::WritableDatabase& database, const Settings& settings) {
  std::string out;
  pack_number(out, settings.half_life_days);
  pack_number(out, settings.synonyms.size());
  for (const model::Synonym& synonym : settings.synonyms) {
    pack_list(out, synonym.typed);
    pack_list(out, synonym.found);
  }
  pack_number(out, settings.saved.size());
  for (const auto& [name, query] : settings.saved) {
    pack_text(out, name);
    pack_text(out, query);
  }
  database.set_metadata(settings_key, out);
}

Settings read_settings(const Xapian::Database& database) {
  const std::string packed = database.get_metadata(settings_key);
  Unpacker from(packed);
  Settings settings;
  settings.half_life_days = from.number();
  for (auto left = from.number(); left > 0 && from.is_good(); --left) {
    model::Synonym& synonym = settings.synonyms.emplace_back();
    synonym.typed = from.list();
    synonym.found = from.list();
  }
  for (auto left = from.number(); left > 0 && from.is_good(); --left) {
    std::string name(from.text());
    settings.saved[std::move(name)] = from.text();
  }
  return from.is_good() ? settings : Settings{};
}

}  // namespace blogsearch::index
