// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/date_settings.hpp"

#include <array>
#include <charconv>
#include <optional>
#include <string_view>
#include <utility>

#include "core/suggest.hpp"
#include "time/read.hpp"

namespace blogsearch::pipeline {
namespace {

using syntax::Node;

constexpr const char* zones_example = "write `zones: {CST: \"+08:00\", IST: Asia/Kolkata}`";

Diagnostic mistake(Span span, std::string message, std::string hint) {
  return {Code::pipeline_bad_config, std::move(message), std::move(hint), span, "", {}};
}

std::string upper_ascii(std::string_view word) {
  std::string out(word);
  for (char& c : out)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return out;
}

std::optional<std::string> zone_in(const std::string& name, const Node& node,
                                   Diagnostics& findings) {
  if (!node.is_scalar()) {
    findings.add(
        mistake(node.span, "`" + name + "` should be an offset or a time zone", zones_example));
    return std::nullopt;
  }
  Result<time::ZoneMeaning> zone = time::read_zone(node.scalar);
  if (zone) return node.scalar;
  Diagnostic& reason = zone.error();
  findings.add(mistake(reason.span.shifted(node.span.begin), "`" + name + "`: " + reason.message,
                       std::move(reason.hint)));
  return std::nullopt;
}

std::optional<int> year_in(const std::string& name, const Node& node, Diagnostics& findings) {
  int year = 0;
  const char* const end = node.scalar.data() + node.scalar.size();
  const auto [stop, error] = std::from_chars(node.scalar.data(), end, year);
  if (stop == end && error == std::errc{} && year >= 1 && year <= 9999) return year;
  findings.add(mistake(node.span, "`" + name + "` should be a year from 1 to 9999",
                       "write `years: {first: 1900, last: 2100}`"));
  return std::nullopt;
}

}  // namespace

void read_zones(const Node& node, std::map<std::string, std::string>& zones,
                Diagnostics& findings) {
  if (!node.is_mapping())
    return findings.add(mistake(
        node.span, "`dates.zones` should be abbreviations and what they mean", zones_example));
  for (const syntax::Member& member : node.members) {
    const std::string word = upper_ascii(member.key);
    if (!time::is_free_abbreviation(word)) {
      findings.add(mistake(member.key_span,
                           "\"" + member.key + "\" is no abbreviation that `dates.zones` can set",
                           "use two to six letters; UTC, GMT, UT and Z are always UTC"));
    } else if (const auto zone = zone_in("dates.zones." + member.key, member.value, findings)) {
      if (!zones.try_emplace(word, *zone).second)
        findings.add(mistake(member.key_span, "`dates.zones` has " + word + " twice",
                             "delete one of the two; their case does not count"));
    }
  }
}

void read_years(const Node& node, int& first, int& last, Diagnostics& findings) {
  constexpr std::array<std::string_view, 2> keys{"first", "last"};
  if (!node.is_mapping())
    return findings.add(mistake(node.span, "`dates.years` should be a first and a last year",
                                "write `years: {first: 1900, last: 2100}`"));
  for (const syntax::Member& member : node.members) {
    const bool is_first = member.key == keys[0];
    if (!is_first && member.key != keys[1]) {
      std::string hint = did_you_mean(member.key, keys);
      if (hint.empty()) hint = "known here: first last";
      findings.add({Code::pipeline_unknown_key,
                    "unknown key \"" + member.key + '"',
                    std::move(hint),
                    member.key_span,
                    "",
                    {}});
    } else if (const auto year = year_in("dates.years." + member.key, member.value, findings)) {
      (is_first ? first : last) = *year;
    }
  }
  if (first > last)
    findings.add(mistake(
        node.span,
        "`dates.years` goes from " + std::to_string(first) + " back to " + std::to_string(last),
        "write `years: {first: …, last: …}` in their order"));
}

}  // namespace blogsearch::pipeline
