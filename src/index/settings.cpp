// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/settings.hpp"

#include <utility>

#include "index/schema.hpp"
#include "io/pack.hpp"

namespace blogsearch::index {

std::string encode(const Settings& settings) {
  std::string out;
  io::pack_number(out, settings.half_life_days);
  io::pack_number(out, settings.synonyms.size());
  for (const model::Synonym& synonym : settings.synonyms) {
    io::pack_list(out, synonym.typed);
    io::pack_list(out, synonym.found);
  }
  io::pack_number(out, settings.saved.size());
  for (const auto& [name, query] : settings.saved) {
    io::pack_text(out, name);
    io::pack_text(out, query);
  }
  return out;
}

Settings read_settings(const Xapian::Database& database) {
  const std::string packed = database.get_metadata(settings_key);
  io::Unpacker from(packed);
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
