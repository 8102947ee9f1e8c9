// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/snippet.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

#include "index/schema.hpp"
#include "text/words.hpp"

namespace blogsearch::index {
namespace {

constexpr std::size_t snippet_characters = 200;

/// Stored text cannot contain them: XML forbids them.
constexpr char match_begin = '\x01';
constexpr char match_end = '\x02';

bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

/// Xapian counts bytes, people count characters.
std::size_t bytes_of_snippet(const std::string& text) {
  const auto characters =
      static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_character));
  return characters == 0 ? 0 : snippet_characters * text.size() / characters;
}

/// Xapian escapes what it returns for HTML.
std::string unescape(std::string_view html) {
  constexpr std::array<std::pair<std::string_view, char>, 4> references{
      {{"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}, {"&quot;", '"'}}};
  std::string out;
  while (!html.empty()) {
    const auto* const found =
        std::find_if(references.begin(), references.end(),
                     [&](const auto& reference) { return html.starts_with(reference.first); });
    const bool is_reference = found != references.end();
    out += is_reference ? found->second : html.front();
    html.remove_prefix(is_reference ? found->first.size() : 1);
  }
  return out;
}

std::vector<Fragment> split_at_marks(std::string_view marked) {
  std::vector<Fragment> fragments;
  for (bool is_match = false; !marked.empty(); is_match = !is_match) {
    const std::size_t end =
        std::min(marked.find(is_match ? match_end : match_begin), marked.size());
    if (end > 0) fragments.push_back({unescape(marked.substr(0, end)), is_match});
    marked.remove_prefix(std::min(end + 1, marked.size()));
  }
  return fragments;
}

std::vector<Fragment> beginning_of(const std::string& text) {
  if (text.empty()) return {};
  return {{text::shorten(text, snippet_characters), false}};
}

}  // namespace

std::vector<Fragment> make_snippet(const std::string& text, const Xapian::MSet& matches,
                                   const Xapian::Stem& stemmer) {
  // Neither exhaustive nor with a background model: five times faster, and the snippets have
  // nearly as many matches.
  constexpr unsigned flags = Xapian::MSet::SNIPPET_EMPTY_WITHOUT_MATCH | snippet_flags;
  const std::string marked =
      matches.snippet(text, bytes_of_snippet(text), stemmer, flags, std::string(1, match_begin),
                      std::string(1, match_end), "…");
  return marked.empty() ? beginning_of(text) : split_at_marks(marked);
}

}  // namespace blogsearch::index
