// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/words.hpp"

#include <utf8proc.h>

#include <utility>

#include "text/characters.hpp"
#include "text/mapped.hpp"
#include "text/utf8.hpp"

namespace blogsearch::text {
namespace {

bool is_ascii(std::string_view text) {
  for (const char c : text)
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  return true;
}

/// Behind the ASCII letters, digits and signs from `at` on.
std::size_t printable_end(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] > ' ' && text[at] < '\x7F') ++at;
  return at;
}

}  // namespace

std::string squeeze(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool pending_space = false;
  const auto separate = [&] {
    if (std::exchange(pending_space, false)) out.push_back(' ');
  };
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t end = printable_end(text, at); end > at) {
      separate();
      out.append(text, at, end - at);
      at = end;
      continue;
    }
    const Step step = decode(text, at);
    const char32_t c = step.character.value_or(0xFFFD);
    at += step.length;
    if (is_space(c)) {
      pending_space = !out.empty();
    } else {
      separate();
      append(out, c);
    }
  }
  return out;
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_ascii_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_ascii_space(text.back())) text.remove_suffix(1);
  return text;
}

std::string shorten(std::string_view text, std::size_t limit) {
  std::size_t count = 0;
  std::size_t last_word_end = 0;  // bytes
  std::size_t hard_end = 0;
  bool in_word = false;
  bool is_cut = false;
  for_each_character(text, [&](char32_t c, std::size_t offset) {
    if (is_cut) return;
    const bool space = is_space(c);
    if (in_word && space && count < limit) last_word_end = offset;
    in_word = !space;
    if (count + 1 == limit) hard_end = offset;  // leaves a column for the ellipsis
    is_cut = ++count > limit;
  });
  if (!is_cut) return std::string(text);
  return std::string(text.substr(0, last_word_end > 0 ? last_word_end : hard_end)) + "…";
}

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

std::string fold(std::string_view text) {
  if (is_ascii(text)) return lower_ascii(text);
  return mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                          UTF8PROC_IGNORE);
}

std::string slug(std::string_view text) {
  const std::string folded = fold(text);
  std::string out;
  bool pending_dash = false;
  for_each_character(folded, [&](char32_t c, std::size_t) {
    if (!is_word(c)) {
      pending_dash = !out.empty();
      return;
    }
    if (pending_dash) out.push_back('-');
    pending_dash = false;
    append(out, c);
  });
  return out;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for_each_character(text, [&width](char32_t c, std::size_t) {
    const int columns = utf8proc_charwidth(point(c));
    if (columns > 0) width += static_cast<std::size_t>(columns);
  });
  return width;
}

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

}  // namespace blogsearch::text
