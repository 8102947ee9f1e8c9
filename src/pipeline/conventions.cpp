// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/conventions.hpp"

#include <utility>

namespace blogsearch::pipeline {

Result<time::Conventions> conventions_of(const model::SiteConfig& config) {
  Result<time::Zone> zone = time::find_zone(config.site.timezone);
  if (!zone) return std::move(zone).error();
  time::Conventions conventions;
  conventions.zone = *zone;
  conventions.order = config.dates.order;
  conventions.first_year = config.dates.first_year;
  conventions.last_year = config.dates.last_year;
  for (const auto& [word, zone_or_offset] : config.dates.zones) {
    Result<time::ZoneMeaning> meaning = time::read_zone(zone_or_offset);
    if (!meaning) return std::move(meaning).error();
    conventions.abbreviations.emplace(word, *meaning);
  }
  return conventions;
}

}  // namespace blogsearch::pipeline
