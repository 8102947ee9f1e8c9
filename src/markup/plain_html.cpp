// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/plain_html.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "markup/allowed.hpp"
#include "markup/character_set.hpp"
#include "markup/names.hpp"
#include "markup/nesting.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

namespace blogsearch::markup {
namespace {

bool is_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Whether `&` at the front begins no character reference, in an attribute or in text: a space is
/// behind it, or, as in `?a=1&b=2`, a name that ends in `=` (HTML, 13.2.5.73).
bool is_bare_ampersand(std::string_view text, bool is_attribute) {
  const auto* const end = std::find_if_not(text.begin() + 1, text.end(), is_alphanumeric);
  const bool has_name = end != text.begin() + 1;
  if (end == text.end()) return false;
  return has_name ? is_attribute && *end == '=' : *end == ' ' || *end == '\n';
}

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
    const bool is_known = found != references.end();
    if (!is_known && !is_bare_ampersand(value, true)) return std::nullopt;
    out += is_known ? found->second : '&';
    value.remove_prefix(is_known ? found->first.size() : 1);
  }
  return out;
}

/// Whether a tree's parser would not leave all characters as they are (HTML, 13.2.3.5): returns and
/// other controls, and what is no character.
bool has_replaced(std::string_view html) {
  const auto may_be = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 ? c != '\t' && c != '\n' : byte == 0x7F || byte == 0xC2 || byte >= 0xEF;
  };
  const auto is_replaced = [](char32_t c) {
    return c < 0xA0 || (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFEU) == 0xFFFEU;
  };
  return std::any_of(html.begin(), html.end(), [&](const char& c) {
    if (!may_be(c)) return false;
    const auto at = static_cast<std::size_t>(&c - html.data());
    return is_replaced(text::decode(html, at).character.value_or(0));
  });
}

/// What is between `<` and `>`, which may stand in quotes.
std::optional<std::string_view> take_tag(std::string_view& html) {
  static constexpr CharacterSet signs("\">");
  std::size_t at = signs.find(html, 0);
  while (at < html.size() && html[at] == '"') {
    const std::size_t close = html.find('"', at + 1);
    at = close == std::string_view::npos ? html.size() : signs.find(html, close + 1);
  }
  if (at == html.size()) return std::nullopt;
  const std::string_view tag = html.substr(1, at - 1);
  html.remove_prefix(at + 1);
  return tag;
}

class PlainCleaner {
 public:
  PlainCleaner(const Base& base, std::size_t most_open) : base_(base), nesting_(most_open) {}

  std::optional<std::string> clean(std::string_view html) {
    out_.reserve(html.size());
    while (!html.empty()) {
      const std::size_t begin = std::min(html.find('<'), html.size());
      if (!text(html.substr(0, begin))) return std::nullopt;
      html.remove_prefix(begin);
      if (html.empty()) break;
      const auto inside = take_tag(html);
      if (!inside || !tag(*inside)) return std::nullopt;
      if (is_pre_ && html.starts_with('\n') && !html.starts_with("\n\n")) html.remove_prefix(1);
      is_pre_ = false;
    }
    if (!nesting_.is_closed()) return std::nullopt;
    std::string out = text::make_legal(std::move(out_));
    return text::trim(out).empty() ? std::string() : out;
  }

 private:
  /// As it is, but for signs that are written in another way.
  bool text(std::string_view text) {
    if (!nesting_.text(text)) return false;
    while (!text.empty()) {
      const auto* const sign = std::find_if(
          text.begin(), text.end(), [](char c) { return c == '&' || c == '>' || c == '"'; });
      const auto plain = static_cast<std::size_t>(sign - text.begin());
      out_.append(text.substr(0, plain));
      text.remove_prefix(plain);
      if (text.empty()) break;
      const std::string_view written = reference(text);
      if (written.empty()) return false;
      out_.append(written);
      text.remove_prefix(text.starts_with(written) ? written.size() : 1);
    }
    return true;
  }

  /// How the sign at the front, or what stands for it, is written; nothing where that is not known.
  static std::string_view reference(std::string_view text) {
    if (text.front() == '>') return "&gt;";
    if (text.front() == '"') return "&quot;";
    for (const std::string_view known : {"&amp;", "&lt;", "&gt;", "&quot;"})
      if (text.starts_with(known)) return known;
    return is_bare_ampersand(text, false) ? "&amp;" : "";
  }

  bool tag(std::string_view text) {
    if (text.starts_with('/')) {
      out_.append("<").append(text).append(">");
      return nesting_.close(text.substr(1));
    }
    if (text.ends_with(" /")) text.remove_suffix(2);
    const std::string_view name = text.substr(0, text.find(' '));
    text.remove_prefix(name.size());
    if (fate_of(Language::html, name) != Fate::keep || !nesting_.open(name)) return false;
    is_pre_ = name == "pre";
    const std::size_t begin = out_.size();
    out_.append("<").append(name);
    names_.clear();
    has_source_ = false;
    if (!attributes(name, text) || lacks_source_or_kind(name)) return false;
    if ((name == "video" || name == "audio") && !has("controls")) append("controls", "");
    out_.append(">");
    if (name == "img" && !has_source_) out_.resize(begin);
    return true;
  }

  /// A picture or an input without what clean.cpp decides by.
  [[nodiscard]] bool lacks_source_or_kind(std::string_view name) const {
    if (name == "img") return !has("src");
    return name == "input" && !(has("type") && has("disabled"));
  }

  [[nodiscard]] bool has(std::string_view name) const {
    return std::find(names_.begin(), names_.end(), name) != names_.end();
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
      if (has(name) || is_odd(element, name, value) || !attribute(element, name, value))
        return false;
      names_.push_back(name);
    }
    return true;
  }

  /// What a tree's parser or clean.cpp has a rule of its own for.
  [[nodiscard]] static bool is_odd(std::string_view element, std::string_view name,
                                   std::string_view value) {
    if (std::any_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; }))
      return true;
    const auto says = [value](std::string_view word) { return value.find(word) != value.npos; };
    if (name == "class")
      return says("katex") || (element == "a" && (says("anchor") || says("link")));
    if (name == "aria-hidden") return element == "a";
    if (name == "type") return element == "input" && value != "checkbox";
    return element == "img" && name.starts_with("data-");
  }

  bool attribute(std::string_view element, std::string_view name, std::string_view value) {
    const Attribute kind = kind_of(Language::html, element, name);
    if (kind == Attribute::forbidden) return true;
    const auto written = decoded(value);
    if (!written) return false;
    if (const auto allowed = allowed_of(kind, *written)) {
      append(name, *allowed);
      const bool is_source = kind == Attribute::source || kind == Attribute::sources;
      has_source_ = has_source_ || (is_source && name.starts_with("src"));
    }
    return true;
  }

  [[nodiscard]] std::optional<std::string> allowed_of(Attribute kind,
                                                      const std::string& value) const {
    switch (kind) {
      case Attribute::plain:
        return value;
      case Attribute::link:
        return link(value, base_);
      case Attribute::source:
        return source(value, base_);
      case Attribute::sources:
        return sources(value, base_);
      case Attribute::style:
        return style(value, base_);
      case Attribute::forbidden:
        break;
    }
    return std::nullopt;
  }

  void append(std::string_view name, std::string_view value) {
    out_.append(" ").append(name).append("=\"").append(text::escape_html(value)).append("\"");
  }

  Base base_;
  Nesting nesting_;
  std::vector<std::string_view> names_;  ///< of the tag's attributes
  bool is_pre_ = false;                  ///< the tag before opened a <pre>
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
