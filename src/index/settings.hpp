// SPDX-License-Identifier: GPL-2.0-or-later
//
// What of the site's config the index carries, so that a query needs nothing else.
#pragma once

#include <xapian.h>

#include <map>
#include <string>
#include <vector>

#include "blogsearch/model/config.hpp"

namespace blogsearch::index {

struct Settings {
  std::vector<model::Synonym> synonyms;
  std::map<std::string, std::string> saved;
  std::size_t half_life_days = 0;

  bool operator==(const Settings&) const = default;
};

[[nodiscard]] std::string encode(const Settings& settings);

[[nodiscard]] Settings read_settings(const Xapian::Database& database);

}  // namespace blogsearch::index
