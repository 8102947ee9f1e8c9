// SPDX-License-Identifier: GPL-2.0-or-later
#include "time/zone.hpp"

#include <date/tz.h>

#include <algorithm>
#include <array>
#include <exception>
#include <vector>

#include "core/suggest.hpp"

namespace blogsearch::time {
namespace {

/// `localtime` is the machine's zone, `Factory` says that nobody chose one, and the two folders
/// repeat the others.
bool is_place(std::string_view name) {
  constexpr std::array<std::string_view, 3> no_places{"localtime", "posixrules", "Factory"};
  return std::find(no_places.begin(), no_places.end(), name) == no_places.end() &&
         !name.starts_with("posix/") && !name.starts_with("right/");
}

std::vector<std::string_view> place_names() {
  std::vector<std::string_view> names;
  for (const date::time_zone& zone : date::get_tzdb().zones)
    if (is_place(zone.name())) names.push_back(zone.name());
  return names;
}

/// `Berlin` is at no small distance from `Europe/Berlin`, but what everybody tries first.
std::string nearest_place(std::string_view name) {
  const std::vector<std::string_view> names = place_names();
  const std::string as_city = '/' + std::string(name);
  const auto city = std::find_if(names.begin(), names.end(),
                                 [&](std::string_view full) { return full.ends_with(as_city); });
  if (city != names.end()) return did_you_mean(*city, std::array{*city});
  const std::string hint = did_you_mean(name, names);
  return hint.empty() ? "use a name of the tz database, such as Europe/Berlin" : hint;
}

Diagnostic unknown_zone(std::string_view name, std::string hint) {
  return {Code::time_unknown_zone,
          "unknown time zone \"" + std::string(name) + '"',
          std::move(hint),
          {0, name.size()},
          "",
          {}};
}

}  // namespace

std::string Zone::name() const { return rules_ == nullptr ? "UTC" : rules_->name(); }

Result<Zone> find_zone(std::string_view name) {
  if (name == "UTC") return Zone::utc();
  try {
    if (!is_place(name)) return unknown_zone(name, nearest_place(name));
    const date::tzdb& database = date::get_tzdb();
    const auto found = std::lower_bound(
        database.zones.begin(), database.zones.end(), name,
        [](const date::time_zone& zone, std::string_view n) { return zone.name() < n; });
    if (found == database.zones.end() || found->name() != name)
      return unknown_zone(name, nearest_place(name));
    found->get_info(date::sys_seconds{});  // reads the zone's file, so that nothing later can fail
    return Zone(&*found);
  } catch (const std::exception&) {
    return unknown_zone(name, "install the system's tz database (the package tzdata)");
  }
}

}  // namespace blogsearch::time
