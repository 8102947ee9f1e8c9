// SPDX-License-Identifier: GPL-2.0-or-later
#include "time/scan.hpp"

#include <charconv>
#include <string>
#include <utility>

#include "core/suggest.hpp"
#include "time/clock.hpp"
#include "time/cursor.hpp"
#include "time/forms.hpp"
#include "time/names.hpp"
#include "time/refusal.hpp"
#include "time/written_zone.hpp"

namespace blogsearch::time {
namespace {

using Step = Result<void>;

std::string_view kind_of_number(std::size_t width) {
  constexpr std::array<std::string_view, 14> kinds{"#", "d", "d", "J", "Y", "#", "#",
                                                   "#", "B", "#", "U", "#", "#", "S"};
  return width < kinds.size() ? kinds[width] : "#";
}

bool is_unit(std::string_view word) { return word == "年" || word == "月" || word == "日"; }

/// `mar 14 mar 2023` is a Tuesday in March.
bool month_follows(Cursor ahead) {
  while (!ahead.at_end()) {
    ahead.take_while([](char c) { return !is_letter(c); });
    const auto name = find_name(Folded(ahead.take_word()).view());
    if (name && (name->kind == NameKind::month || name->kind == NameKind::month_or_weekday))
      return true;
    ahead.skip_spaces();
  }
  return false;
}

class Scanner {
 public:
  Scanner(std::string_view value, const Conventions& conventions)
      : value_(value), cursor_(value), conventions_(conventions) {}

  Result<Pieces> run() {
    for (cursor_.skip_spaces(); !cursor_.at_end(); cursor_.skip_spaces())
      if (Step step = next(); !step) return std::move(step).error();
    if (dangling_) return stray(*dangling_);
    return pieces_;
  }

 private:
  Step next();
  Step number();
  Step word();
  Step name(const Name& name, Span span);
  Step weekday(const NamedPiece& weekday);
  Step zone_name(Span word);
  Step mark();
  Step comment();
  Step bracket();
  Step monotonic_clock();

  Step add(std::string_view kind);
  Step add(Result<Clock> clock);
  Step add(Result<WrittenZone> zone);

  [[nodiscard]] bool begins_offset() const;
  [[nodiscard]] Span from(std::size_t begin) const { return {begin, cursor_.position()}; }
  [[nodiscard]] std::string_view at(Span span) const {
    return value_.substr(span.begin, span.size());
  }
  [[nodiscard]] Diagnostic stray(Span span) const;
  [[nodiscard]] bool has_whole_date() const {
    const Form* form = find_form(pieces_.shape.view());
    return form != nullptr && is_complete(*form);
  }

  std::string_view value_;
  Cursor cursor_;
  const Conventions& conventions_;
  Pieces pieces_;
  std::size_t last_end_ = 0;      // of the last piece
  std::optional<Span> dangling_;  // a comma or a word such as "of" that something must follow
};

Step Scanner::next() {
  const char c = cursor_.peek();
  if (is_digit(c)) return number();
  if (begins_offset()) return add(scan_offset(cursor_));
  if (is_letter(c)) return word();
  if (c == '(') return comment();
  if (c == '[') return bracket();
  return mark();
}

/// A minus may also stand between the numbers of a date, where no space is before it.
bool Scanner::begins_offset() const {
  const char sign = cursor_.peek();
  if ((sign != '+' && sign != '-') || !is_digit(cursor_.peek(1))) return false;
  const std::string_view shape = pieces_.shape.view();
  if (shape.ends_with('t') || shape.ends_with('z')) return true;
  return pieces_.count > 0 && (sign == '+' || cursor_.is_after_space());
}

Step Scanner::number() {
  if (begins_clock(cursor_)) return add(scan_clock(cursor_));
  const std::size_t begin = cursor_.position();
  const std::string_view digits = cursor_.take_digits();
  const Span span = from(begin);
  if (pieces_.count == pieces_.numbers.size()) return stray(span);
  Number& number = pieces_.numbers[pieces_.count++];
  number.span = span;
  if (digits.size() <= 13)
    std::from_chars(digits.data(), digits.data() + digits.size(), number.value);
  Cursor ahead = cursor_;
  if (digits.size() <= 2 && is_ordinal_suffix(Folded(ahead.take_word()).view())) cursor_ = ahead;
  return add(kind_of_number(digits.size()));
}

Step Scanner::word() {
  const std::size_t begin = cursor_.position();
  const bool follows_digit = is_digit(cursor_.before());
  const std::string_view word = cursor_.take_word();
  const Span span = from(begin);
  const Folded folded(word);
  const bool precedes_digit = is_digit(cursor_.peek());
  if (folded.view() == "t" && follows_digit && precedes_digit)
    return add(scan_clock_after_t(cursor_));
  if (folded.view() == "w" && precedes_digit) return add("W");
  if (is_unit(word)) return add(word);
  if (const auto known = find_name(folded.view())) return name(*known, span);
  if (folded.view() == "m" && pieces_.zone && cursor_.peek() == '=') return monotonic_clock();
  cursor_.move_to(begin);
  return zone_name(span);
}

Step Scanner::name(const Name& name, Span span) {
  if (name.kind == NameKind::filler) {
    dangling_ = span;
    return {};
  }
  cursor_.take('.');
  const bool is_mar = name.kind == NameKind::month_or_weekday;
  if (name.kind == NameKind::weekday || (is_mar && month_follows(cursor_)))
    return weekday({is_mar ? name.weekday : name.number, span});
  if (pieces_.month) return stray(span);
  pieces_.month = NamedPiece{name.number, span};
  return add("M");
}

Step Scanner::weekday(const NamedPiece& weekday) {
  if (pieces_.weekday) return stray(weekday.span);
  pieces_.weekday = weekday;
  constexpr std::string_view portuguese_tail = "-feira";
  if (cursor_.rest().starts_with(portuguese_tail))
    cursor_.move_to(cursor_.position() + portuguese_tail.size());
  return add("w");
}

Step Scanner::zone_name(Span word) {
  const bool is_label = pieces_.zone && pieces_.zone->kind == ZoneKind::offset;
  if (is_label && find_shared_abbreviation(Folded(at(word)).view())) {
    cursor_.move_to(word.end);
    return {};  // +0530 IST
  }
  Result<WrittenZone> zone = scan_zone_name(cursor_, conventions_);
  const bool is_unknown = !zone && zone.error().code == Code::time_unknown_zone;
  if (is_unknown && (!pieces_.clock || pieces_.zone)) return stray(word);
  return add(std::move(zone));
}

/// A sign between pieces. Dashes and slashes touch both neighbours; a space may follow a dot.
Step Scanner::mark() {
  const std::size_t begin = cursor_.position();
  const bool touches = begin == last_end_ && begin > 0 && !dangling_;
  const std::string_view sign = value_.substr(begin, 1);
  cursor_.move_to(begin + 1);
  Cursor ahead = cursor_;
  if (sign == ".") ahead.skip_spaces();
  const bool is_numbered_day =
      sign == "." && pieces_.shape.view().ends_with('d') && is_letter(ahead.peek());
  const bool is_followed = is_letter(ahead.peek()) || is_digit(ahead.peek());

  if (sign == "," && !dangling_ && !pieces_.shape.view().empty()) {
    dangling_ = from(begin);
    return {};
  }
  if (touches && is_numbered_day) return {};  // 14. Dezember
  const bool is_end = sign == "." && ahead.at_end();
  const bool separates = sign == "-" || sign == "/" || sign == ".";
  if (touches && separates && (is_followed || is_end)) return add(sign);
  return stray(from(begin));
}

/// Browsers spell the zone out behind its offset; RFC 5322 allows any comment there.
Step Scanner::comment() {
  const std::size_t begin = cursor_.position();
  cursor_.take_while([](char c) { return c != ')'; });
  if (!pieces_.zone || !cursor_.take(')')) return stray({begin, begin + 1});
  return {};
}

/// RFC 9557: 2022-12-14T10:00:00+01:00[Europe/Berlin]
Step Scanner::bracket() {
  const std::size_t begin = cursor_.position();
  cursor_.take('[');
  if (!pieces_.clock || !is_letter(cursor_.peek())) return stray(from(begin));
  Step step = add(scan_zone_name(cursor_, conventions_));
  if (step && !cursor_.take(']')) return stray({begin, begin + 1});
  return step;
}

/// Go's String() ends in `m=+0.000012`.
Step Scanner::monotonic_clock() {
  cursor_.take('=');
  if (!cursor_.take('+')) cursor_.take('-');
  cursor_.take_while([](char c) { return is_digit(c) || c == '.'; });
  return {};
}

Step Scanner::add(std::string_view kind) {
  if (!pieces_.shape.append(kind)) return stray(from(last_end_));
  dangling_.reset();
  last_end_ = cursor_.position();
  return {};
}

Step Scanner::add(Result<Clock> clock) {
  if (!clock) return std::move(clock).error();
  if (pieces_.clock) return stray(clock->span);
  pieces_.clock = *clock;
  return add("t");
}

/// Behind an offset stands what it is called there; only what could contradict it is kept.
Step Scanner::add(Result<WrittenZone> zone) {
  if (!zone) return std::move(zone).error();
  if (!pieces_.zone) {
    pieces_.zone = *zone;
    return add("z");
  }
  if (pieces_.label) return stray(zone->span);
  if (zone->kind != ZoneKind::abbreviation || pieces_.zone->kind != ZoneKind::offset)
    pieces_.label = *zone;
  dangling_.reset();
  return {};
}

/// The reason why the piece at `span` cannot stand there.
Diagnostic Scanner::stray(Span span) const {
  const std::string text = quoted(at(span));
  if (has_whole_date()) {
    std::string_view date = value_.substr(0, span.begin);
    while (!date.empty() && (date.back() == ' ' || date.back() == ',')) date.remove_suffix(1);
    return refusal(Code::time_unknown_form, span, text + " may not follow a date",
                   "write " + quoted(date) + " alone");
  }
  std::string hint = did_you_mean(at(span).substr(0, 16), month_names());
  if (hint.empty()) hint = any_date;
  return refusal(Code::time_unknown_form, span, text + " is no part of a date", std::move(hint));
}

}  // namespace

Result<Pieces> scan(std::string_view value, const Conventions& conventions) {
  return Scanner(value, conventions).run();
}

}  // namespace blogsearch::time
