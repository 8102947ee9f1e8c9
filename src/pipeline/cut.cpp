// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/cut.hpp"

#include <iterator>
#include <map>
#include <utility>

#include "time/write.hpp"

namespace blogsearch::pipeline {
namespace {

constexpr std::size_t year_size = 4, month_size = 7;

/// By the first characters of their days, newest first.
std::vector<Period> periods_of(const Site& site, const Selection& posts, std::size_t name_size) {
  std::map<std::string, Selection, std::greater<>> periods;
  for (const std::size_t post : posts)
    periods[time::calendar_day(site.posts().head(post).published).substr(0, name_size)].push_back(
        post);
  std::vector<Period> out;
  out.reserve(periods.size());
  for (auto& [name, selection] : periods) out.push_back({name, std::move(selection)});
  return out;
}

}  // namespace

Cut cut(const Site& site, const Selection& posts, const Limits& limits,
        const std::function<std::size_t(std::size_t)>& size_of) {
  Cut out;
  std::size_t bytes = 0;
  for (const std::size_t post : posts) {
    const bool is_full = limits.entries != 0 && out.current.size() == limits.entries;
    bytes += size_of(post);
    const bool is_large = limits.bytes != 0 && bytes > limits.bytes && !out.current.empty();
    if (is_full || is_large) break;
    out.current.push_back(post);
  }
  if (out.current.size() == posts.size()) return out;

  const std::size_t oldest_current = out.current.size();
  const auto is_needed = [&](const Period& period) {
    return period.posts.back() >= posts[oldest_current];
  };
  for (Period& year : periods_of(site, posts, year_size)) {
    if (!is_needed(year)) continue;
    std::size_t size = 0;
    for (const std::size_t post : year.posts) size += size_of(post);
    if (limits.bytes == 0 || size <= limits.bytes) {
      out.archives.push_back(std::move(year));
      continue;
    }
    for (Period& month : periods_of(site, year.posts, month_size))
      if (is_needed(month)) out.archives.push_back(std::move(month));
  }
  return out;
}

}  // namespace blogsearch::pipeline
