// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/plain_html.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "markup/allowed.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

namespace blogsearch::markup {
namespace {

/// With the character references that cmark writes; nothing where there is another one.
std::optional<std::string> decoded(std::string_view value) {
  constexpr std::array<std::pair<std::string_view, char>, 5> references{
      {{"&amp;", '&'}, {"&quot;", '"'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&#x27;", '\''}}};
  std::string out;
  while (!value.empty()) {
    const std::size_t next = std::min(value.find('&'), value.size());
    out.append(value.substr(0, next));
    value.remove_prefix(next);
    if (value.empty()) break;
    const auto* const found =
        std::find_if(references.begin(), references.end(),
                     [value](const auto& reference) { return value.starts_with(reference.first); });
    if (found == references.end()) return std::nullopt;
    out += found->second;
    value.remove_prefix(found->first.size());
  }
  return out;
}

/// Whether a tree's parser would not leave all characters as they are (HTML, 13.2.3.5): returns,
/// controls, and what is no character.
bool has_replaced(std::string_view html) {
  bool found = false;
  text::for_each_character(html, [&found](char32_t c, std::size_t) {
    found = found || c == '\r' || (c >= 0x7F && c <= 0x9F) || (c >= 0xFDD0 && c <= 0xFDEF) ||
            (c & 0xFFFEU) == 0xFFFEU;
  });
  return found;
}

class PlainCleaner {
 public:
  PlainCleaner(const Base& base, std::size_t most_open) : base_(base), most_open_(most_open) {}

  std::optional<std::string> clean(std::string_view html) {
    out_.reserve(html.size());
    while (!html.empty()) {
      const std::size_t begin = std::min(html.find('<'), html.size());
      out_.append(html.substr(0, begin));
      html.remove_prefix(begin);
      if (html.empty()) break;
      const std::size_t end = html.find('>');
      if (end == std::string_view::npos || !tag(html.substr(1, end - 1))) return std::nullopt;
      html.remove_prefix(end + 1);
    }
    return text::make_legal(std::move(out_));
  }

 private:
  bool tag(std::string_view text) {
    if (text.starts_with('/')) {
      if (open_-- == 0) return false;
      if (text == "/a") is_in_link_ = false;
      out_.append("<").append(text).append(">");
      return true;
    }
    if (text.ends_with(" /")) text.remove_suffix(2);
    const std::string_view name = text.substr(0, text.find(' '));
    text.remove_prefix(name.size());
    if (fate_of(Language::html, name) != Fate::keep) return false;
    if (name == "a" && std::exchange(is_in_link_, true)) return false;
    if (!is_void(name) && ++open_ > most_open_) return false;
    const std::size_t begin = out_.size();
    out_.append("<").append(name);
    has_source_ = false;
    if (!attributes(name, text)) return false;
    out_.append(">");
    const bool is_image_of_nothing = name == "img" && !has_source_;
    if (is_image_of_nothing) out_.resize(begin);
    return true;
  }

  /// ` name="value"` each, or ` name`.
  bool attributes(std::string_view element, std::string_view text) {
    while (!text.empty()) {
      text.remove_prefix(1);
      const std::size_t name_end = std::min(text.find_first_of(" ="), text.size());
      const std::string_view name = text.substr(0, name_end);
      text.remove_prefix(name_end);
      std::string_view value;
      if (text.starts_with("=\"")) {
        const std::size_t end = text.find('"', 2);
        if (end == std::string_view::npos) return false;
        value = text.substr(2, end - 2);
        text.remove_prefix(end + 1);
      }
      if (!attribute(element, name, value)) return false;
    }
    return true;
  }

  bool attribute(std::string_view element, std::string_view name, std::string_view value) {
    switch (kind_of(Language::html, element, name)) {
      case Attribute::forbidden:
        return true;
      case Attribute::plain:
        append(name, value);
        return true;
      case Attribute::link:
        return address(name, value, link);
      case Attribute::source:
        return address(name, value, source);
      case Attribute::sources:
      case Attribute::style:
        break;
    }
    return false;
  }

  bool address(std::string_view name, std::string_view value,
               std::optional<std::string> (&allowed)(std::string_view, const Base&)) {
    const auto written = decoded(value);
    if (!written) return false;
    if (const auto url = allowed(*written, base_)) {
      append(name, text::escape_html(*url));
      has_source_ = has_source_ || name == "src";
    }
    return true;
  }

  void append(std::string_view name, std::string_view value) {
    out_.append(" ").append(name).append("=\"").append(value).append("\"");
  }

  Base base_;
  std::size_t most_open_;
  std::size_t open_ = 0;
  bool is_in_link_ = false;
  bool has_source_ = false;
  std::string out_;
};

}  // namespace

std::optional<std::string> clean_plain(std::string_view html, const Base& base,
                                       std::size_t most_open) {
  if (has_replaced(html)) return std::nullopt;
  return PlainCleaner(base, most_open).clean(html);
}

}  // namespace blogsearch::markup
