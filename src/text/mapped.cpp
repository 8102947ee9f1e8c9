// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/mapped.hpp"

#include <utf8proc.h>

#include <cstdlib>
#include <memory>

#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace blogsearch::text {
namespace {

/// utf8proc sorts the marks on a letter by exchanging neighbours: a megabyte of them would take
/// hours. Thirty are enough for any letter (Unicode, UAX #15, 13); the others are left out.
std::string with_few_marks(std::string text) {
  constexpr std::size_t most_marks = 30;
  std::string out;
  std::size_t marks = 0;
  std::size_t copied = 0;
  for_each_character(text, [&](char32_t c, std::size_t at) {
    const bool is_mark = c >= 0x300 && utf8proc_get_property(point(c))->combining_class != 0;
    marks = is_mark ? marks + 1 : 0;
    if (marks <= most_marks) return;
    out.append(text, copied, at - copied);
    copied = at + decode(text, at).length;
  });
  return copied == 0 ? text : out.append(text, copied);
}

}  // namespace

std::string mapped(std::string_view text, int options) {
  std::string legal = with_few_marks(make_legal(text));  // utf8proc stops at what is no character
  utf8proc_uint8_t* out = nullptr;
  const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(legal.data()),
                                   static_cast<utf8proc_ssize_t>(legal.size()), &out,
                                   static_cast<utf8proc_option_t>(options));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(out, &std::free);
  if (length < 0) return legal;
  return {reinterpret_cast<const char*>(out), static_cast<std::size_t>(length)};
}

std::string without_marks(std::string_view text) {
  return mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_STRIPMARK);
}

}  // namespace blogsearch::text
