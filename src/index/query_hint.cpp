// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/query_hint.hpp"

#include <utility>

#include "text/utf8.hpp"

namespace blogsearch::index {

Diagnostic query_hint(Span span, std::string message, std::string hint) {
  return {Code::index_odd_query, std::move(message), std::move(hint), span, "", {}};
}

std::string as_typed(std::string_view typed) {
  constexpr std::size_t longest = 40;
  const std::string legal = text::make_legal(typed);
  std::size_t end = 0, count = 0;
  for (; end < legal.size() && count < longest; ++count) end += text::decode(legal, end).length;
  return "`" + legal.substr(0, end) + (end < legal.size() ? "…`" : "`");
}

}  // namespace blogsearch::index
