// SPDX-License-Identifier: GPL-2.0-or-later
#include "time/zone.hpp"

#include <date/tz.h>

#include <algorithm>
#include <array>
#include <exception>
#include <optional>
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

/// Places whose names are about as long as `name`: no other can be near it, and to compare takes
/// the product of both lengths.
std::vector<std::string_view> names_like(std::string_view name) {
  std::vector<std::string_view> names;
  for (const date::time_zone& zone : date::get_tzdb().zones) {
    const std::string_view place = zone.name();
    const std::size_t slack = std::max<std::size_t>(1, name.size() / 3);
    if (place.size() + slack >= name.size() && place.size() <= name.size() + slack &&
        is_place(place))
      names.push_back(place);
  }
  return names;
}

std::optional<std::string_view> find_city(std::string_view name) {
  const std::string as_city = '/' + std::string(name);
  for (const date::time_zone& zone : date::get_tzdb().zones)
    if (is_place(zone.name()) && std::string_view(zone.name()).ends_with(as_city))
      return zone.name();
  return std::nullopt;
}

/// `Berlin` is at no small distance from `Europe/Berlin`, but what everybody tries first.
std::string nearest_place(std::string_view name) {
  if (const auto city = find_city(name)) return did_you_mean(*city, std::array{*city});
  const std::string hint = did_you_mean(name, names_like(name));
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
