// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/query_scanner.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "core/characters.hpp"
#include "index/query_hint.hpp"
#include "index/query_pairs.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

namespace blogsearch::index {
namespace {

using Type = Lexeme::Type;
using Sign = Node::Sign;

constexpr std::string_view separators(" \0()\"", 5);
constexpr std::string_view signs = "+-";
constexpr std::string_view near_word = "NEAR";
constexpr std::size_t near_distance = 10;
constexpr std::size_t min_prefix = 2;  // characters before the star: one would be half the index

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Arrows, mathematical and other symbols; emoji.
bool is_symbol(char32_t c) { return (c >= 0x2190 && c < 0x3000) || c >= 0x1F000; }

/// A letter, a digit or a symbol.
bool has_substance(std::string_view text) {
  if (!text::slug(text).empty()) return true;
  for (std::size_t i = 0; i < text.size();) {
    const text::Step step = text::decode(text, i);
    if (step.character && is_symbol(*step.character)) return true;
    i += step.length;
  }
  return false;
}

/// `NEAR`, `NEAR/3`; of one to three digits, and not 0.
std::optional<std::size_t> read_near(std::string_view word) {
  if (word == near_word) return near_distance;
  if (!word.starts_with("NEAR/")) return std::nullopt;
  const std::string_view digits = word.substr(near_word.size() + 1);
  std::size_t distance = 0;
  const char* end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), end, distance);
  const bool is_number = read.ec == std::errc() && read.ptr == end && digits.size() <= 3;
  return is_number && distance > 0 ? std::optional(distance) : std::nullopt;
}

std::optional<Type> operator_type(std::string_view word) {
  if (word == "AND") return Type::conjunction;
  if (word == "OR") return Type::disjunction;
  if (word == "NOT") return Type::negation;
  if (read_near(word)) return Type::proximity;
  return std::nullopt;
}

/// `foo` of `foo:bar`; empty where there is none.
std::string_view name_before_colon(std::string_view word) {
  const auto* end = std::find_if_not(word.begin(), word.end(), is_letter);
  return end != word.end() && *end == ':'
             ? word.substr(0, static_cast<std::size_t>(end - word.begin()))
             : std::string_view();
}

/// Of a field, or of none.
bool is_text(const Lexeme& lexeme) {
  return lexeme.name == nullptr || lexeme.name->meaning == Meaning::words ||
         lexeme.name->meaning == Meaning::value;
}

/// Dots may be meant as dates; elsewhere they are nothing to look for.
bool has_value(const Lexeme& lexeme) {
  const bool is_date =
      lexeme.name != nullptr && !is_text(lexeme) && lexeme.name->meaning != Meaning::sort;
  return is_date ? !lexeme.text.empty() : has_substance(lexeme.text);
}

class Scanner {
 public:
  Scanner(std::string_view text, Diagnostics& hints) : text_(text), hints_(hints) {}

  std::vector<Lexeme> scan() {
    for (skip(); at_ < text_.size(); skip()) {
      if (text_[at_] == ')')
        scan_close();
      else
        scan_operand();
    }
    return std::move(lexemes_);
  }

 private:
  void skip() {
    at_ = std::min(text_.find_first_not_of(separators.substr(0, 2), at_), text_.size());
  }

  /// The first place from `at` where nothing was left out.
  [[nodiscard]] std::size_t past_left_out(std::size_t at) const {
    return std::min(text_.find_first_not_of(left_out, at), text_.size());
  }

  /// Behind the end there is space.
  [[nodiscard]] char at(std::size_t place) const {
    return place < text_.size() ? text_[place] : ' ';
  }

  void add(Lexeme lexeme) { lexemes_.push_back(std::move(lexeme)); }

  /// Whether what stands here hangs on a quote or a bracket before it, as `-b` in `"a"-b`.
  [[nodiscard]] bool is_attached() const {
    const std::size_t before =
        at_ == 0 ? std::string_view::npos : text_.find_last_not_of(left_out, at_ - 1);
    return before != std::string_view::npos && text_[before] != ' ' && text_[before] != '(';
  }

  Sign take_sign() {
    if (is_attached()) {
      at_ = std::min(text_.find_first_not_of(signs, at_), text_.size());
      return Sign::none;
    }
    const auto is_one_of = [](char c, std::string_view set) { return set.find(c) != set.npos; };
    const std::size_t next = past_left_out(at_ + 1);
    if (!is_one_of(text_[at_], signs) || is_one_of(at(next), " )+-")) return Sign::none;
    return text_[std::exchange(at_, next)] == '+' ? Sign::must : Sign::must_not;
  }

  const Name* take_name() {
    const std::string_view word = name_before_colon(text_.substr(at_));
    const Name* name = word.empty() ? nullptr : find_name(word);
    if (name != nullptr) at_ = past_left_out(at_ + word.size() + 1);
    return name;
  }

  void scan_operand() {
    Lexeme lexeme;
    const std::size_t begin = at_;
    lexeme.sign = take_sign();
    lexeme.name = take_name();
    if (at(at_) == '(')
      scan_open(lexeme);
    else if (at(at_) == '"')
      scan_phrase(lexeme);
    else
      scan_word(lexeme);
    lexeme.span = {begin, at_};
    finish(std::move(lexeme));
  }

  void scan_close() {
    Lexeme lexeme;
    lexeme.type = Type::close;
    lexeme.span = {at_, at_ + 1};
    ++at_;
    add(std::move(lexeme));
  }

  void scan_open(Lexeme& lexeme) {
    lexeme.type = Type::open;
    ++at_;
  }

  void scan_phrase(Lexeme& lexeme) {
    const std::size_t begin = at_ + 1;
    const std::size_t end = text_.find('"', begin);
    lexeme.type = Type::phrase;
    lexeme.text = text::squeeze(text::make_legal(text_.substr(begin, end - begin)));
    at_ = past_left_out(end + 1);
  }

  void scan_word(Lexeme& lexeme) {
    const std::size_t end = std::min(text_.find_first_of(separators, at_), text_.size());
    lexeme.text = text::make_legal(text_.substr(at_, end - at_));
    at_ = end;
  }

  void finish(Lexeme lexeme) {
    if (lexeme.type != Type::open && !has_value(lexeme)) {
      if (lexeme.name == nullptr) return;
      lexeme.text = lexeme.name->word;  // `title:` is the word
      lexeme.type = Type::word;
      lexeme.name = nullptr;
    } else if (lexeme.type == Type::word) {
      if (lexeme.name == nullptr) finish_plain(lexeme);
      if (!lexeme.is_operator() && is_text(lexeme)) read_star(lexeme);
    }
    add(std::move(lexeme));
  }

  void finish_plain(Lexeme& lexeme) {
    const auto type = operator_type(lexeme.text);
    if (type && lexeme.sign == Sign::none) {
      lexeme.type = *type;
      lexeme.distance = read_near(lexeme.text).value_or(0);
    } else if (type) {
      lexeme.text =
          text::lower_ascii(lexeme.text);  // a word, and none but that wherever it is shown
    } else if (lexeme.text.starts_with("NEAR/")) {
      hint(lexeme, as_typed(lexeme.text) + " has no distance from 1 to 999, it is taken as a word",
           "write a number, such as NEAR/3");
    } else {
      hint_at_name(lexeme);
    }
  }

  void hint_at_name(const Lexeme& lexeme) {
    const std::string_view word = name_before_colon(lexeme.text);
    const std::string_view value = std::string_view(lexeme.text).substr(word.size());
    if (word.empty() || value.size() < 2 || value[1] == ':' || value[1] == '/') return;
    if (const auto near = nearest_name(word))
      hint(lexeme, as_typed(std::string(word) + ':') + " is no field, it is taken as a word",
           "did you mean \"" + std::string(*near) + ":\"?");
  }

  void read_star(Lexeme& lexeme) {
    const std::size_t last = lexeme.text.find_last_not_of('*');
    const std::string stem = lexeme.text.substr(0, last + 1);
    if (stem.size() == lexeme.text.size()) return;
    lexeme.is_prefix = count_characters(stem) >= min_prefix;
    if (lexeme.is_prefix) {
      lexeme.text = stem;
      return;
    }
    const std::string fault = " is too short for the beginning of a word, it is taken as a word";
    hint(lexeme, as_typed(lexeme.text) + fault,
         "write at least " + std::to_string(min_prefix) + " characters before the star");
  }

  void hint(const Lexeme& lexeme, std::string message, std::string remedy) {
    hints_.add(query_hint(lexeme.span, std::move(message), std::move(remedy)));
  }

  std::string_view text_;
  Diagnostics& hints_;
  std::vector<Lexeme> lexemes_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<Lexeme> scan_query(std::string_view text, Diagnostics& hints) {
  return Scanner(text, hints).scan();
}

}  // namespace blogsearch::index
