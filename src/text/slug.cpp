// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/slug.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "text/characters.hpp"
#include "text/mapped.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

namespace blogsearch::text {
namespace {

using Other = SlugStyle::Other;
using Dashes = SlugStyle::Dashes;
using Marks = SlugStyle::Marks;
using Authors = SlugStyle::Authors;

/// astro: github-slugger. hugo: PathSpec.UnicodeSanitize. mkdocs: pymdownx.slugs, case lower.
/// pelican: utils.slugify with the default SLUG_REGEX_SUBSTITUTIONS. zola: the crate `slug`.
constexpr std::array<SlugStyle, 5> styles{{
    {"astro", "-_", Other::dropped, Dashes::each, Marks::kept, Authors::as_written},
    {"hugo", "-_.+~@#", Other::dropped, Dashes::single, Marks::kept, Authors::made},
    {"mkdocs", "-_", Other::dropped, Dashes::each, Marks::kept, Authors::as_written},
    {"pelican", "-_", Other::dropped, Dashes::single, Marks::stripped, Authors::as_written},
    {"zola", "-", Other::dash, Dashes::single, Marks::stripped, Authors::made},
}};

/// How signs that tell terms apart are read aloud.
constexpr std::array<std::pair<char, std::string_view>, 9> signs{{{'+', "plus"},
                                                                  {'#', "sharp"},
                                                                  {'&', "and"},
                                                                  {'@', "at"},
                                                                  {'%', "percent"},
                                                                  {'*', "star"},
                                                                  {'=', "equals"},
                                                                  {'!', "not"},
                                                                  {'$', "dollar"}}};

/// `c++` → `c plus  plus `. A dot is read where it begins a word: `.net`, not `node.js`.
std::string aloud(std::string_view term) {
  std::string out;
  for (std::size_t i = 0; i < term.size(); ++i) {
    const auto* sign = std::find_if(signs.begin(), signs.end(),
                                    [&](const auto& each) { return each.first == term[i]; });
    if (sign != signs.end())
      out.append(" ").append(sign->second).append(" ");
    else if (term[i] == '.' && (i == 0 || is_ascii_space(term[i - 1])))
      out.append("dot ");
    else
      out.push_back(term[i]);
  }
  return out;
}

std::string code_points(std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for_each_character(text, [&](char32_t c, std::size_t) {
    if (is_space(c)) return;
    std::string number;
    for (; c != 0; c >>= 4U) number.insert(number.begin(), digits[c & 0xFU]);
    out.append(out.empty() ? "u" : "-u").append(number);
  });
  return out;
}

std::string_view without_outer_dashes(std::string_view text) {
  while (!text.empty() && text.front() == '-') text.remove_prefix(1);
  while (!text.empty() && text.back() == '-') text.remove_suffix(1);
  return text;
}

}  // namespace

std::optional<SlugStyle> find_slug_style(std::string_view name) {
  for (const SlugStyle& style : styles)
    if (style.name == name) return style;
  return std::nullopt;
}

std::vector<std::string_view> slug_styles() {
  std::vector<std::string_view> names;
  names.reserve(styles.size());
  for (const SlugStyle& style : styles) names.push_back(style.name);
  return names;
}

std::string slug(std::string_view text, const SlugStyle& style) {
  const std::string plain =
      style.marks == Marks::stripped ? without_marks(text) : std::string(text);
  std::string out;
  for_each_character(plain, [&](char32_t c, std::size_t) {
    const bool is_kept =
        c < 0x80 && style.kept.find(static_cast<char>(c)) != std::string_view::npos;
    const bool is_dash = c == '-' || is_space(c) || (style.other == Other::dash && !is_word(c));
    if (is_word(c))
      append(out, static_cast<char32_t>(utf8proc_tolower(point(c))));
    else if (!is_dash && is_kept)
      out.push_back(static_cast<char>(c));
    else if (is_dash && (style.dashes == Dashes::each || out.empty() || out.back() != '-'))
      out.push_back('-');
  });
  return std::string(without_outer_dashes(out));
}

std::string term_slug(std::string_view term) {
  std::string out = slug(aloud(term));
  if (out.empty()) out = code_points(term);
  return out.empty() && !term.empty() ? "u20" : out;
}

}  // namespace blogsearch::text
