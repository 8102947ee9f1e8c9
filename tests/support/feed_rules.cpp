// SPDX-License-Identifier: GPL-2.0-or-later
#include "support/feed_rules.hpp"

#include <algorithm>
#include <array>
#include <regex>

namespace blogsearch::support {
namespace {

using namespace std::chrono;

constexpr std::array<std::string_view, 7> weekdays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

using Match = std::match_results<std::string_view::const_iterator>;

bool matches(std::string_view text, Match& match, const std::regex& pattern) {
  return std::regex_match(text.begin(), text.end(), match, pattern);
}

bool matches(std::string_view text, const std::regex& pattern) {
  return std::regex_match(text.begin(), text.end(), pattern);
}

int number(const Match& match, std::size_t group) { return std::stoi(match[group].str()); }

template <class Names>
std::size_t index_of(const Names& names, std::string_view name) {
  return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

/// `clock` is the group of the hour; minutes and seconds follow.
Instant instant(const Match& match, year_month_day day, std::size_t clock, minutes offset) {
  const int hour = number(match, clock);
  const int minute = number(match, clock + 1);
  const int second = number(match, clock + 2);
  if (!day.ok() || hour > 23 || minute > 59 || second > 59) return std::nullopt;
  if (abs(offset) >= hours(24)) return std::nullopt;
  return sys_days(day) + hours(hour) + minutes(minute) + seconds(second) - offset;
}

/// Groups of a sign, hours and minutes, from `sign` on; none of them matched means UTC.
minutes offset(const Match& match, std::size_t sign) {
  if (!match[sign].matched) return minutes(0);
  const minutes distance = hours(number(match, sign + 1)) + minutes(number(match, sign + 2));
  return match[sign].str() == "-" ? -distance : distance;
}

/// No regex: an IRI may be as long as a post, and std::regex goes as deep as its text is long.
bool has_iri_characters(std::string_view text) {
  return !text.empty() && text.find_first_of(" \t\n\v\f\r<>\"{}|\\^`") == std::string_view::npos;
}

}  // namespace

Instant read_rfc3339(std::string_view text) {
  static const std::regex pattern(
      R"((\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:Z|([+-])(\d\d):(\d\d)))");
  Match match;
  if (!matches(text, match, pattern)) return std::nullopt;
  const year_month_day date{year(number(match, 1)), month(static_cast<unsigned>(number(match, 2))),
                            day(static_cast<unsigned>(number(match, 3)))};
  return instant(match, date, 4, offset(match, 7));
}

Instant read_rfc822(std::string_view text) {
  static const std::regex pattern(
      R"((?:(\w{3}), )?(\d\d?) (\w{3}) (\d{4}) (\d\d):(\d\d):(\d\d) (?:GMT|([+-])(\d\d)(\d\d)))");
  Match match;
  if (!matches(text, match, pattern)) return std::nullopt;
  const std::size_t month_index = index_of(months, match[3].str());
  const year_month_day date{year(number(match, 4)), month(static_cast<unsigned>(month_index + 1)),
                            day(static_cast<unsigned>(number(match, 2)))};
  if (!date.ok()) return std::nullopt;
  if (match[1].matched &&
      weekday(sys_days(date)).c_encoding() != index_of(weekdays, match[1].str()))
    return std::nullopt;
  return instant(match, date, 5, offset(match, 8));
}

bool is_absolute_iri(std::string_view text) {
  static const std::regex scheme(R"([A-Za-z][A-Za-z0-9+.-]*)");
  const std::size_t colon = text.substr(0, 100).find(':');
  return colon != std::string_view::npos && matches(text.substr(0, colon), scheme) &&
         has_iri_characters(text.substr(colon + 1));
}

bool is_web_iri(std::string_view text) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!text.starts_with(scheme)) continue;
    const std::string_view rest = text.substr(scheme.size());
    return has_iri_characters(rest) && rest.find_first_of("/?#") != 0;
  }
  return false;
}

bool is_language_tag(std::string_view text) {
  static const std::regex pattern(R"([A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*)");
  return matches(text, pattern);
}

bool is_media_type(std::string_view text) {
  static const std::regex pattern(R"([A-Za-z0-9.+-]+/[A-Za-z0-9.+-]+(;.*)?)");
  return matches(text, pattern);
}

bool is_email(std::string_view text) {
  static const std::regex pattern(R"([^\s@<>()]+@[^\s@<>()]+)");
  return matches(text, pattern);
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace blogsearch::support
