// SPDX-License-Identifier: GPL-2.0-or-later
#include "time/written_zone.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "time/names.hpp"
#include "time/refusal.hpp"

namespace blogsearch::time {
namespace {

using std::chrono::minutes;

constexpr minutes widest{14 * 60};

bool is_sign(char c) { return c == '+' || c == '-'; }

int number_in(std::string_view digits) {
  int value = 0;
  for (const char digit : digits) value = value * 10 + (digit - '0');
  return value;
}

/// `+02`, `-4`, `+0200`, `+02:00` without the sign; the digits apart from the colon.
struct OffsetDigits {
  std::string_view hours, minutes;
};
std::optional<OffsetDigits> take_offset_digits(Cursor& cursor) {
  const std::string_view digits = cursor.take_digits();
  if (digits.size() == 4) return OffsetDigits{digits.substr(0, 2), digits.substr(2)};
  if (digits.empty() || digits.size() > 2) return std::nullopt;
  if (!cursor.take(':')) return OffsetDigits{digits, {}};
  const std::string_view behind_colon = cursor.take_digits();
  if (behind_colon.size() != 2) return std::nullopt;
  return OffsetDigits{digits, behind_colon};
}

std::string upper(std::string_view word) {
  std::string out(word);
  for (char& c : out)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return out;
}

Diagnostic many_meanings(const SharedAbbreviation& shared, std::string_view word, Span span) {
  return refusal(Code::time_ambiguous, span,
                 quoted(word) + " is the time of " + std::string(shared.meanings),
                 "write the offset instead, such as " + std::string(shared.example) +
                     ", or add `dates: {zones: {" + upper(word) + ": \"" +
                     std::string(shared.example) + "\"}}` to blogsearch.yaml");
}

/// Whether the name goes on behind its first letters: `Europe/Berlin`, `EST5EDT`, `NZ-CHAT`.
bool goes_on(const Cursor& cursor) {
  const char next = cursor.peek();
  return next == '/' || next == '_' || is_digit(next) ||
         (is_sign(next) && is_letter(cursor.peek(1)));
}

Result<WrittenZone> scan_place(Cursor& cursor) {
  const std::size_t begin = cursor.position();
  const std::string_view name = cursor.take_while(
      [](char c) { return is_letter(c) || is_digit(c) || is_sign(c) || c == '/' || c == '_'; });
  const Span span{begin, cursor.position()};
  Result<Zone> zone = find_zone(name);
  if (zone) return WrittenZone{ZoneKind::place, *zone, span};
  std::string& hint = zone.error().hint;
  if (!hint.starts_with("did you mean"))
    hint = "write an offset such as +01:00 or a name such as Europe/Berlin";
  return refusal(Code::time_unknown_zone, span, "unknown time zone " + quoted(name), hint);
}

bool is_universal(std::string_view folded) {
  return folded == "z" || folded == "utc" || folded == "ut" || folded == "gmt";
}

}  // namespace

Result<WrittenZone> scan_offset(Cursor& cursor) {
  const Cursor start = cursor;
  const int sign = cursor.peek() == '-' ? -1 : 1;
  cursor.move_to(cursor.position() + 1);
  const auto digits = take_offset_digits(cursor);
  const Span span{start.position(), cursor.position()};
  const std::string text = quoted(start.rest().substr(0, span.size()));
  if (!digits)
    return refusal(Code::time_unknown_zone, span, text + " is no offset",
                   "write hours and minutes, such as +01:00");
  const int past_hour = number_in(digits->minutes);
  const minutes size{number_in(digits->hours) * 60 + past_hour};
  if (past_hour > 59)
    return refusal(Code::time_impossible, span, "the offset " + text + " has no such minute",
                   "minutes go from 00 to 59");
  if (size > widest)
    return refusal(Code::time_out_of_range, span, "the offset " + text + " is beyond 14 hours",
                   "offsets go from -14:00 to +14:00");
  return WrittenZone{ZoneKind::offset, sign * size, span};
}

Result<WrittenZone> scan_zone_name(Cursor& cursor, const Conventions& conventions) {
  const Cursor start = cursor;
  const std::string_view word = cursor.take_word();
  if (goes_on(cursor)) {
    cursor = start;
    return scan_place(cursor);
  }
  const Span span{start.position(), cursor.position()};
  const Folded folded(word);
  for (const auto& [own, meaning] : conventions.abbreviations)
    if (Folded(own).view() == folded.view())
      return WrittenZone{ZoneKind::abbreviation, meaning, span};
  if (is_universal(folded.view())) {
    const bool is_shifted = word.size() > 1 && is_sign(cursor.peek()) && is_digit(cursor.peek(1));
    return is_shifted ? scan_offset(cursor) : WrittenZone{ZoneKind::offset, minutes{0}, span};
  }
  if (const auto offset = find_abbreviation(folded.view()))
    return WrittenZone{ZoneKind::abbreviation, *offset, span};
  if (const auto* shared = find_shared_abbreviation(folded.view()))
    return many_meanings(*shared, word, span);
  cursor = start;
  return scan_place(cursor);
}

Result<minutes> read_offset(std::string_view value) {
  Cursor cursor(value);
  const bool is_z = cursor.take('Z');
  const bool is_offset = is_sign(cursor.peek()) && is_digit(cursor.peek(1));
  Result<WrittenZone> offset = WrittenZone{ZoneKind::offset, minutes{0}, {}};
  if (!is_z && is_offset) offset = scan_offset(cursor);
  if (!offset) return std::move(offset).error();
  if (!cursor.at_end() || !(is_z || is_offset))
    return refusal(Code::time_unknown_zone, {0, value.size()}, quoted(value) + " is no offset",
                   "write hours and minutes, such as +01:00");
  return std::get<minutes>(offset->meaning);
}

Result<ZoneMeaning> read_zone(std::string_view value) {
  const bool is_place = !value.empty() && is_letter(value[0]) && value != "Z";
  if (is_place) {
    Result<Zone> zone = find_zone(value);
    return zone ? Result<ZoneMeaning>(*zone) : std::move(zone).error();
  }
  Result<minutes> offset = read_offset(value);
  return offset ? Result<ZoneMeaning>(*offset) : std::move(offset).error();
}

bool is_free_abbreviation(std::string_view word) {
  return word.size() >= 2 && word.size() <= 6 && std::all_of(word.begin(), word.end(), is_letter) &&
         !is_universal(Folded(word).view());
}

}  // namespace blogsearch::time
