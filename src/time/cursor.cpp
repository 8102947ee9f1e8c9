// SPDX-License-Identifier: GPL-2.0-or-later
#include "time/cursor.hpp"

#include <algorithm>
#include <array>

namespace blogsearch::time {
namespace {

constexpr std::array<std::string_view, 8> spaces{" ",      "\t",     "\r",     "\n",
                                                 "\u00A0", "\u2009", "\u202F", "\u3000"};

/// Length of the one space that `text` begins with, else 0.
std::size_t leading_space(std::string_view text) {
  for (const std::string_view space : spaces)
    if (text.starts_with(space)) return space.size();
  return 0;
}

}  // namespace

bool Cursor::is_after_space() const {
  const std::string_view gone = text_.substr(0, position_);
  return std::any_of(spaces.begin(), spaces.end(),
                     [&](std::string_view space) { return gone.ends_with(space); });
}

std::size_t Cursor::spaces_at(std::size_t position) const {
  std::size_t length = 0;
  while (const std::size_t step = leading_space(text_.substr(position + length))) length += step;
  return length;
}

std::string_view Cursor::take_word() {
  const std::size_t begin = position_;
  while (!at_end() && is_letter(text_[position_]) && leading_space(rest()) == 0) ++position_;
  return text_.substr(begin, position_ - begin);
}

}  // namespace blogsearch::time
