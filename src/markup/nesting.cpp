// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/nesting.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "markup/allowed.hpp"
#include "text/words.hpp"

namespace blogsearch::markup {
namespace {

constexpr std::size_t most_open = 256;
constexpr std::size_t most_attributes = 1000;
constexpr std::size_t most_reopened = 200'000;

/// Elements that the next of their kind closes (HTML, 13.1.2.4).
constexpr std::array<std::string_view, 15> self_closing{
    "p",     "li",    "dt",     "dd",       "td", "th", "tr",      "thead",
    "tbody", "tfoot", "option", "optgroup", "rt", "rp", "colgroup"};

/// Elements that, left open, are opened again in every following block (HTML, 13.2.4.3).
constexpr std::array<std::string_view, 14> formatting{"a",      "b",      "big",  "code", "em",
                                                      "font",   "i",      "nobr", "s",    "small",
                                                      "strike", "strong", "tt",   "u"};

template <std::size_t Size>
bool is_among(const std::array<std::string_view, Size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

struct Tag {
  std::string name;
  bool is_end = false;
  std::size_t attributes = 0;  ///< at most so many
  std::size_t end = 0;         ///< behind its '>'
};

/// The tag whose name begins at `at`. A quoted value may hold '>'.
Tag tag_at(std::string_view html, std::size_t at, bool is_end) {
  Tag tag;
  tag.is_end = is_end;
  const std::size_t name_end = std::min(html.find_first_of(" \t\n\r\f/>", at), html.size());
  tag.name = text::lower_ascii(html.substr(at, std::min<std::size_t>(name_end - at, 32)));
  char quote = 0;
  std::size_t i = name_end;
  for (; i < html.size() && (quote != 0 || html[i] != '>'); ++i) {
    const char c = html[i];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if ((c == '"' || c == '\'') && html[i - 1] == '=') {
      quote = c;
    } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '/') {
      ++tag.attributes;
    }
  }
  tag.end = std::min(i + 1, html.size());
  return tag;
}

std::size_t comment_end(std::string_view html, std::size_t at) {
  if (html.substr(at, 5) == "<!-->") return at + 5;
  const std::size_t end = html.find("-->", at + 4);
  return end == std::string_view::npos ? html.size() : end + 3;
}

/// What is open while tags go by.
class Count {
 public:
  /// False when it has become too much.
  bool add(const Tag& tag) {
    reopened_ += formatting_;
    if (tag.attributes > most_attributes || reopened_ > most_reopened) return false;
    if (is_void(tag.name) || is_among(self_closing, tag.name)) return true;
    std::size_t& same = open_[tag.name];
    const bool formats = is_among(formatting, tag.name);
    if (!tag.is_end) {
      ++same;
      ++total_;
      if (formats) ++formatting_;
    } else if (same > 0) {
      --same;
      --total_;
      if (formats) --formatting_;
    }
    return total_ <= most_open;
  }

 private:
  std::map<std::string, std::size_t> open_;
  std::size_t total_ = 0, formatting_ = 0, reopened_ = 0;
};

}  // namespace

bool is_tame(std::string_view html) {
  Count count;
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at)) {
    if (html.substr(at, 4) == "<!--") {
      at = comment_end(html, at);
      continue;
    }
    const bool is_end = at + 1 < html.size() && html[at + 1] == '/';
    const std::size_t name = at + (is_end ? 2 : 1);
    if (name >= html.size() || !is_letter(html[name])) {
      ++at;
      continue;
    }
    const Tag tag = tag_at(html, name, is_end);
    if (!count.add(tag)) return false;
    at = tag.end;
  }
  return true;
}

}  // namespace blogsearch::markup
