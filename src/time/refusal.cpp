// SPDX-License-Identifier: GPL-2.0-or-later
#include "time/refusal.hpp"

#include <utility>

#include "core/characters.hpp"

namespace blogsearch::time {
namespace {

constexpr std::size_t quote_limit = 40;  // bytes

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == '\x7F'; }

}  // namespace

Diagnostic refusal(Code code, Span span, std::string message, std::string hint) {
  return {code, std::move(message), std::move(hint), span, "", {}};
}

std::string quoted(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && end < quote_limit && !is_control(text[end])) ++end;
  if (end == text.size()) return '"' + std::string(text) + '"';
  while (end > 0 && continues_character(text[end])) --end;
  return '"' + std::string(text.substr(0, end)) + "…\"";
}

}  // namespace blogsearch::time
