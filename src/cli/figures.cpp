// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/figures.hpp"

#include <fmt/format.h>

#include <cmath>

#include "cli/hits.hpp"
#include "cli/style.hpp"
#include "time/write.hpp"

namespace blogsearch::cli {
namespace {

double rounded(double number) { return std::round(number * 10) / 10; }

syntax::Json moment(const std::optional<time::Timestamp>& timestamp) {
  return timestamp ? syntax::Json(time::rfc3339_utc(*timestamp)) : syntax::Json();
}

/// Between what stays on one line.
constexpr std::string_view no_break = "\u00A0";

std::string row(std::string_view name, std::string_view value, std::size_t width) {
  constexpr std::size_t column = 14;
  if (value.empty()) return "";
  std::string out = hang(name, column, value, width);
  for (std::size_t at = 0; (at = out.find(no_break, at)) != std::string::npos;)
    out.replace(at, no_break.size(), " ");
  return out;
}

/// `rust 5, c++ 3, …`: the most frequent values.
std::string list(const index::Facet& facet) {
  constexpr std::size_t longest = 20;
  std::string out;
  for (std::size_t i = 0; i < facet.size() && i < longest; ++i)
    out += fmt::format("{}{}{}{}", i == 0 ? "" : ", ", printable(facet[i].first), no_break,
                       facet[i].second);
  return facet.size() > longest ? fmt::format("{}, and {} more", out, facet.size() - longest) : out;
}

std::string size_of(std::uintmax_t bytes) {
  const double size = static_cast<double>(bytes);
  return bytes < 1'000'000 ? fmt::format("{:.1f} kB", size / 1e3)
                           : fmt::format("{:.1f} MB", size / 1e6);
}

std::string day(const std::optional<time::Timestamp>& timestamp) {
  return timestamp ? time::calendar_day(*timestamp) : "";
}

}  // namespace

std::string show_stats(const index::Stats& stats, std::size_t width) {
  const std::string length = fmt::format("{:.1f}", stats.average_length);
  return row("posts", std::to_string(stats.posts), width) +
         row("oldest", day(stats.oldest), width) + row("newest", day(stats.newest), width) +
         row("tags", list(stats.facets.tag), width) + row("years", list(stats.facets.year), width) +
         row("authors", list(stats.facets.author), width) +
         row("languages", list(stats.facets.lang), width) +
         row("terms", std::to_string(stats.terms), width) + row("terms a post", length, width) +
         row("stemmer", stats.language, width) + row("on disk", size_of(stats.bytes), width);
}

syntax::Json json_of(const index::Stats& stats) {
  return syntax::Json::Object{{"posts", stats.posts},
                              {"terms", stats.terms},
                              {"average_length", rounded(stats.average_length)},
                              {"bytes", stats.bytes},
                              {"oldest", moment(stats.oldest)},
                              {"newest", moment(stats.newest)},
                              {"language", stats.language},
                              {"facets", json_of(stats.facets)}};
}

}  // namespace blogsearch::cli
