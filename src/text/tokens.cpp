// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/tokens.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "core/characters.hpp"
#include "text/characters.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"
#include "text/word_parts.hpp"
#include "text/words.hpp"

namespace blogsearch::text {
namespace {

constexpr std::size_t max_characters = 40;

/// A longer stretch of ASCII without a space is data: a picture as a URL, a minified script.
constexpr std::size_t max_stretch = 200;

bool is_plain(char c) { return static_cast<unsigned char>(c) < 0x80; }
bool is_printable(char c) { return c > ' ' && c < '\x7F'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_alnum(char c) { return is_digit(c) || is_letter(c); }

enum class Class { word, gram, ignored, other };

struct Look {
  Class type = Class::other;
  std::size_t length = 1;
};

constexpr char32_t zero_width_space = 0x200B;

/// Soft hyphens, joiners, marks of direction, selectors of variants; not the space of no width.
bool is_ignored(char32_t c) {
  if (c == zero_width_space) return false;
  return utf8proc_get_property(point(c))->ignorable != 0 ||
         utf8proc_category(point(c)) == UTF8PROC_CATEGORY_CF;
}

Class classify(char32_t c) {
  if (is_ignored(c)) return Class::ignored;
  if (is_unspaced(c)) return is_sign(c) ? Class::other : Class::gram;
  if (is_word(c) || utf8proc_category(point(c)) == UTF8PROC_CATEGORY_PC) return Class::word;
  return Class::other;
}

/// `word` has a letter or a digit, and is more than marks that would stand on one.
bool has_letter(std::string_view word) {
  bool has_letter = std::any_of(word.begin(), word.end(), is_alnum);
  if (has_letter) return true;
  for_each_character(word, [&has_letter](char32_t c, std::size_t) {
    const auto category = utf8proc_category(point(c));
    const bool is_mark = category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC;
    has_letter = has_letter || (is_word(c) && !is_mark);
  });
  return has_letter;
}

class Cutter {
 public:
  Cutter(std::string_view text, const std::function<void(const Token&)>& visit)
      : text_(text), visit_(visit) {}

  void run() {
    while (at_ < text_.size()) {
      const Look here = look(at_);
      if (here.type == Class::word)
        cut_word();
      else if (here.type == Class::gram)
        cut_run();
      else
        pass(here);
    }
  }

 private:
  [[nodiscard]] Look look(std::size_t at) const {
    if (at >= text_.size()) return {Class::other, 0};
    const char c = text_[at];
    if (static_cast<unsigned char>(c) < 0x80)
      return {is_alnum(c) || c == '_' ? Class::word : Class::other, 1};
    const Step step = decode(text_, at);
    return {step.character ? classify(*step.character) : Class::other, step.length};
  }

  [[nodiscard]] char byte(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }

  void pass(const Look& here) {
    const char c = text_[at_];
    if (is_plain(c) ? is_ascii_space(c) : is_space(decode(text_, at_).character.value_or(' ')))
      joined_ = false;
    at_ += here.length;
  }

  /// Whether the stretch without spaces around `at_` is data; if so it is passed.
  bool pass_data() {
    if (at_ < checked_) return false;
    std::size_t end = at_;
    while (end < text_.size() && is_printable(text_[end])) ++end;
    checked_ = end;
    if (end - at_ <= max_stretch) return false;
    at_ = end;
    ++position_;
    joined_ = false;
    return true;
  }

  /// Behind letters, digits and what is to be ignored between them.
  [[nodiscard]] std::size_t behind_word(std::size_t at) const {
    std::size_t end = at;
    for (Look here = look(at); here.type == Class::word || here.type == Class::ignored;
         here = look(at)) {
      at += here.length;
      if (here.type == Class::word) end = at;
    }
    return end;
  }

  /// What ends in front of `at`, where a character begins.
  [[nodiscard]] Class class_before(std::size_t at) const {
    if (at == 0) return Class::other;
    std::size_t begin = at - 1;
    while (begin > 0 && at - begin < 4 && continues_character(text_[begin])) --begin;
    const Look before = look(begin);
    return begin + before.length == at ? before.type : Class::other;
  }

  [[nodiscard]] std::size_t apostrophe(std::size_t at) const {
    if (byte(at) == '\'') return 1;
    constexpr std::string_view curly = "\u2019";
    return text_.substr(std::min(at, text_.size())).starts_with(curly) ? curly.size() : 0;
  }

  /// `don't`, `we've`: an apostrophe with one or two ASCII letters behind.
  [[nodiscard]] std::size_t behind_contraction(std::size_t at) const {
    const std::size_t mark = apostrophe(at);
    if (mark == 0) return at;
    const std::size_t end = behind_word(at + mark);
    const std::size_t letters = end - at - mark;
    const bool is_short =
        letters >= 1 && letters <= 2 && is_letter(byte(end - 1)) && is_letter(byte(at + mark));
    return is_short ? end : at;
  }

  /// `1.70.0`: digits with a point before them, behind a digit.
  [[nodiscard]] std::size_t behind_version(std::size_t at) const {
    while (is_digit(byte(at - 1)) && byte(at) == '.' && is_digit(byte(at + 1)))
      at = behind_word(at + 1);
    return at;
  }

  /// `++` with a year or not, `#` behind a single letter.
  [[nodiscard]] std::size_t behind_marks(std::size_t begin, std::size_t at) const {
    if (!is_letter(byte(begin))) return at;
    if (byte(at) == '+' && byte(at + 1) == '+' && byte(at + 2) != '+')
      return is_digit(byte(at + 2)) ? behind_word(at + 2) : at + 2;
    const bool is_sharp = at - begin == 1 && byte(at) == '#' && byte(at + 1) != '#' &&
                          look(at + 1).type != Class::word;
    return is_sharp ? at + 1 : at;
  }

  /// `U.S.A.`: single letters with a point behind each, two at least.
  [[nodiscard]] std::size_t behind_initials(std::size_t begin) const {
    std::size_t at = begin;
    while (is_letter(byte(at)) && byte(at + 1) == '.') at += 2;
    return at - begin >= 4 && look(at).type != Class::word ? at : begin;
  }

  /// Where the marks begin that belong to the word at `begin`: `.net`, `--flag`, `@scope`, `$name`.
  [[nodiscard]] std::size_t front_of_marks(std::size_t begin) const {
    if (begin == 0 || !is_letter(byte(begin))) return begin;
    const char mark = text_[begin - 1];
    const std::size_t length = mark == '-' ? 2 : 1;
    const bool is_mark = mark == '.' || mark == '@' || mark == '$' ||
                         (mark == '-' && begin >= 2 && text_[begin - 2] == '-');
    if (!is_mark) return begin;
    const std::size_t front = begin - length;
    const char before = front == 0 ? ' ' : text_[front - 1];
    const bool is_apart =
        before != mark && before != ')' && before != ']' && class_before(front) != Class::word;
    return is_apart ? front : begin;
  }

  /// Most words: small ASCII letters, perhaps a capital first, or a few digits, with nothing before
  /// or behind them that might belong to them. Behind the word at `at_`, or `at_`.
  [[nodiscard]] std::size_t behind_plain_word() const {
    constexpr std::size_t most_digits = 8;  // more may be a digest
    const bool is_number = is_digit(text_[at_]);
    std::size_t end = at_ + (is_letter(text_[at_]) ? 1 : 0);
    if (is_number)
      while (is_digit(byte(end))) ++end;
    else
      while (end < text_.size() && text_[end] >= 'a' && text_[end] <= 'z') ++end;
    const std::size_t length = end - at_;
    if (length == 0 || length > (is_number ? most_digits : max_characters)) return at_;
    const char before = at_ == 0 ? ' ' : text_[at_ - 1];
    const bool may_have_marks = before == '.' || before == '@' || before == '$' ||
                                (before == '-' && at_ > 1 && text_[at_ - 2] == '-');
    const char behind = byte(end);
    const bool may_be_one_of_many = behind == '.' && (is_number || length == 1);  // `1.2`, `U.S.`
    const bool may_go_on = !is_plain(behind) || is_alnum(behind) || behind == '_' ||
                           behind == '\'' || behind == '+' || behind == '#';
    return may_have_marks || may_be_one_of_many || may_go_on ? at_ : end;
  }

  /// A plain word in small letters.
  std::string_view small(Span span) {
    const std::string_view written = text_.substr(span.begin, span.size());
    const bool is_capital = written.front() >= 'A' && written.front() <= 'Z';
    if (!is_capital) return written;
    word_ = written;
    word_.front() = static_cast<char>(word_.front() + ('a' - 'A'));
    return word_;
  }

  void cut_word() {
    const std::size_t begin = at_;
    const std::size_t plain_end = behind_plain_word();
    const bool is_apart = plain_end > begin && !is_printable(byte(plain_end));
    if (!is_apart && pass_data()) return;
    if (plain_end > begin) {
      visit_({small({begin, plain_end}),
              {begin, plain_end},
              position_,
              Token::Form::whole,
              joined_,
              false});
      return skip(plain_end);
    }
    if (const std::size_t end = behind_initials(begin); end > begin) {
      std::string letters;
      for (std::size_t i = begin; i < end; i += 2) letters += text_[i];
      return finish(lower_ascii(letters), {begin, end}, {});
    }
    std::size_t end = behind_word(begin);
    end = behind_contraction(end);
    end = behind_version(end);
    const std::size_t core_end = end;
    end = behind_marks(begin, end);
    const std::size_t front = front_of_marks(begin);
    const std::string_view core = text_.substr(begin, end - begin);
    const auto characters = count_characters(core);
    if (characters > max_characters || is_digest(core)) return skip(end);
    std::vector<std::string> parts = parts_of(core, core_end - begin);
    const std::string word = lower(core);
    if (front < begin) parts.push_back(word);
    if (!has_letter(word) || count_characters(word) > max_characters) return skip(end);
    finish(std::string(text_.substr(front, begin - front)) + word, {front, end}, parts);
  }

  static std::string lower(std::string_view core) {
    std::string word = fold(core);
    constexpr std::string_view curly = "\u2019";
    for (std::size_t at = 0; (at = word.find(curly, at)) != std::string::npos;)
      word.replace(at, curly.size(), "'");
    std::erase(word, ' ');  // some ligatures are several words
    return word;
  }

  void skip(std::size_t end) {
    at_ = end;
    ++position_;
    joined_ = true;
  }

  void finish(const std::string& word, Span span, const std::vector<std::string>& parts) {
    visit_({word, span, position_, Token::Form::whole, joined_, false});
    for (const std::string& part : parts)
      if (part != word) visit_({part, span, position_, Token::Form::part, joined_, false});
    skip(span.end);
  }

  /// One written character of the run: what joins it included.
  struct Character {
    std::string folded;
    Span span;
  };

  /// Whether a run goes on behind what is at `at`: in Thai and Khmer the space of no width is a
  /// place where a line may break, which nobody types.
  [[nodiscard]] bool is_within_run(std::size_t at) const {
    return look(at).type == Class::ignored ||
           (at < text_.size() && decode(text_, at).character == zero_width_space);
  }

  /// The run at `at`, which is moved behind it.
  std::vector<Character> take_run(std::size_t& at) const {
    std::vector<Character> run;
    while (look(at).type == Class::gram || is_within_run(at)) {
      const std::size_t begin = at;
      const bool is_passed = look(at).type != Class::gram;
      do at += look(at).length;
      while (at < text_.size() && joins_character(decode(text_, at).character.value_or(0)));
      if (is_passed) continue;
      const std::string folded = fold(text_.substr(begin, at - begin));
      for_each_character(folded, [&](char32_t c, std::size_t) {
        run.push_back({{}, {begin, at}});
        append(run.back().folded, c);
      });
    }
    return run;
  }

  void cut_run() {
    const std::vector<Character> run = take_run(at_);
    const std::size_t pairs = run.size() > 1 ? run.size() - 1 : run.size();
    for (std::size_t i = 0; i < pairs; ++i) {
      const bool is_pair = run.size() > 1;
      const std::string word = run[i].folded + (is_pair ? run[i + 1].folded : "");
      const Span span{run[i].span.begin, run[is_pair ? i + 1 : i].span.end};
      visit_({word, span, position_, Token::Form::whole, joined_, true});
      if (is_pair)
        visit_({run[i].folded, run[i].span, position_, Token::Form::part, joined_, true});
      if (is_pair && i + 1 == pairs)
        visit_({run.back().folded, run.back().span, position_, Token::Form::part, joined_, true});
      ++position_;
      joined_ = true;
    }
  }

  std::string_view text_;
  const std::function<void(const Token&)>& visit_;
  std::string word_;  ///< of `small`
  std::size_t at_ = 0;
  std::size_t checked_ = 0;  ///< up to here the stretch is known to be short
  std::uint32_t position_ = 0;
  bool joined_ = false;
};

}  // namespace

void for_each_token(std::string_view text, const std::function<void(const Token&)>& visit) {
  Cutter(text, visit).run();
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for_each_token(text, [&words](const Token& token) {
    if (token.form == Token::Form::whole) words.emplace_back(token.word);
  });
  return words;
}

bool is_natural(std::string_view word) {
  bool is_natural = !word.empty();
  for_each_character(word, [&](char32_t c, std::size_t) {
    if (c < 0x80)
      is_natural = is_natural && (is_letter(static_cast<char>(c)) || c == '\'');
    else
      is_natural =
          is_natural && !is_unspaced(c) && utf8proc_category(point(c)) != UTF8PROC_CATEGORY_ND;
  });
  return is_natural;
}

}  // namespace blogsearch::text
