// SPDX-License-Identifier: GPL-2.0-or-later
//
// Queries: what is shown of a query is the same query again.
#include "fuzz/fuzz.hpp"
#include "index/query_dump.hpp"
#include "index/query_parser.hpp"

using namespace blogsearch;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr const char* today = "2024-05-31";
  const std::string_view typed = fuzz::text_of(data, size);
  const index::ParsedQuery query = index::parse_query(typed, today);
  const std::string shown = index::show(query);
  constexpr std::size_t longest = 4096;
  if (shown.size() > longest) return 0;  // of which only the beginning would be read
  const index::ParsedQuery again = index::parse_query(shown, today);
  require(index::show(again) == shown, "a query is shown as it was", shown);
  require(index::dump(again.root) == index::dump(query.root) && again.sort == query.sort,
          "a query that is shown is the same query", shown);
  require(query.hints.size() <= 10, "ten hints at most", shown);
  for (const Diagnostic& hint : query.hints)
    require(hint.span.begin <= hint.span.end && hint.span.end <= size, "a place in the query",
            hint.message);
  return 0;
}
