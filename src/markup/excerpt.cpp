// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/excerpt.hpp"

#include <algorithm>
#include <array>

#include "markup/code_finder.hpp"
#include "text/words.hpp"

namespace blogsearch::markup {
namespace {

/// Hugo, Zola, Hexo, Jekyll, WordPress: more; Docusaurus: truncate; Eleventy's and Jekyll's
/// documentation: excerpt; Nikola: TEASER_END; Pelican's summary plugin: PELICAN_END_SUMMARY.
constexpr std::array<std::string_view, 9> words{
    "more",       "read more",           "readmore",      "truncate",   "excerpt",
    "teaser_end", "pelican_end_summary", "end_of_teaser", "end excerpt"};

}  // namespace

bool is_excerpt_word(std::string_view word) {
  const std::string lower = text::lower_ascii(text::trim(word));
  return std::find(words.begin(), words.end(), lower) != words.end();
}

std::optional<Span> find_excerpt_mark(std::string_view html) {
  constexpr std::size_t longest = 64;
  for (std::size_t begin = html.find("<!--"); begin != std::string_view::npos;
       begin = html.find("<!--", begin + 4)) {
    const std::size_t end = html.substr(begin + 4, longest).find("-->");
    if (end == std::string_view::npos) continue;
    if (is_excerpt_word(html.substr(begin + 4, end))) return Span{begin, begin + 4 + end + 3};
  }
  return std::nullopt;
}

std::string marked(std::string_view body, std::string_view separator) {
  CodeFinder code(body);
  for (std::size_t line = 0; !separator.empty() && line < body.size();) {
    if (const auto end = code.block_end(line)) {
      line = *end;
      continue;
    }
    const std::size_t end = line_end(body, line);
    const std::size_t at = body.substr(line, end - line).find(separator);
    if (at != std::string_view::npos) {
      const std::size_t place = line + at;
      return std::string(body.substr(0, place))
          .append("\n\n")
          .append(excerpt_mark)
          .append("\n\n")
          .append(body.substr(place + separator.size()));
    }
    line = end;
  }
  return std::string(body);
}

std::string without_excerpt_marks(std::string_view html) {
  std::string out;
  while (const auto mark = find_excerpt_mark(html)) {
    out.append(html.substr(0, mark->begin));
    html.remove_prefix(mark->end);
  }
  return out.append(html);
}

}  // namespace blogsearch::markup
