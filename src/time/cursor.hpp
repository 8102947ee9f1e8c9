// SPDX-License-Identifier: GPL-2.0-or-later
//
// A place in a value that only moves forward.
#pragma once

#include <cstddef>
#include <string_view>

#include "blogsearch/core/span.hpp"

namespace blogsearch::time {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {}

  [[nodiscard]] std::size_t position() const { return position_; }
  [[nodiscard]] bool at_end() const { return position_ == text_.size(); }
  [[nodiscard]] std::string_view rest() const { return text_.substr(position_); }

  /// The byte `ahead` of the place; '\0' past the end.
  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return position_ + ahead < text_.size() ? text_[position_ + ahead] : '\0';
  }
  /// The byte before the place; '\0' at the begin.
  [[nodiscard]] char before() const { return position_ == 0 ? '\0' : text_[position_ - 1]; }
  [[nodiscard]] bool is_after_space() const;

  void move_to(std::size_t position) { position_ = position; }
  bool take(char c) {
    if (peek() != c || at_end()) return false;
    ++position_;
    return true;
  }
  template <class Predicate>
  std::string_view take_while(Predicate belongs) {
    const std::size_t begin = position_;
    while (!at_end() && belongs(text_[position_])) ++position_;
    return text_.substr(begin, position_ - begin);
  }
  std::string_view take_digits() { return take_while(is_digit); }
  /// Letters of any script.
  std::string_view take_word();
  /// White space, also the no-break and narrow ones that browsers write into dates.
  void skip_spaces() { position_ += spaces_at(position_); }

 private:
  [[nodiscard]] std::size_t spaces_at(std::size_t position) const;
  std::string_view text_;
  std::size_t position_ = 0;
};

}  // namespace blogsearch::time
