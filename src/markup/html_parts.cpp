// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/html_parts.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "markup/html_text.hpp"
#include "markup/tokens.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

namespace blogsearch::markup {
namespace {

using model::Part;
constexpr std::size_t npos = std::string_view::npos;

std::string attribute(const Token& tag, std::string_view name) {
  for (const TagAttribute& each : tag.attributes)
    if (text::lower_ascii(each.name) == name) return text::make_legal(html_text(each.value));
  return {};
}

/// 1 to 6 for the name of a heading, else 0.
int level_of(std::string_view name) {
  const bool is_heading = name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
  return is_heading ? name[1] - '0' : 0;
}

/// Of `<pre>` itself, or of the `<code>` that it begins with.
std::string language_of(const Token& pre, std::string_view inner) {
  std::string language = language_of_classes(attribute(pre, "class"));
  if (language.empty()) language = text::lower_ascii(attribute(pre, "lang"));
  const auto code = Tokens(inner.substr(std::min(inner.find('<'), inner.size()))).next();
  const bool is_code = code && code->kind == Token::Kind::start && code->name == "code";
  return language.empty() && is_code ? language_of_classes(attribute(*code, "class")) : language;
}

class Reader {
 public:
  explicit Reader(std::string_view html) : html_(html) {}

  model::Body read() && {
    std::size_t at = 0;
    while ((at = html_.find('<', at)) != npos) {
      const std::string name = tag_name(html_.substr(at + 1));
      const bool is_part = level_of(name) > 0 || name == "pre";
      const std::size_t length = std::max<std::size_t>(markup_length(html_.substr(at)), 1);
      at = is_part ? take(name, at, at + length) : at + length;
    }
    take_text(html_.size());
    return std::move(body_);
  }

 private:
  void take_text(std::size_t end) {
    std::string words = text::make_legal(html_text(html_.substr(begin_, end - begin_)));
    begin_ = end;
    if (text::trim(words).empty()) return;
    Part part;
    part.text = std::move(words);
    body_.push_back(std::move(part));
  }

  /// The element whose start tag lies between `begin` and `inner`, if it is closed; how far it
  /// reaches.
  std::size_t take(const std::string& name, std::size_t begin, std::size_t inner) {
    if (unclosed_.count(name) != 0) return inner;
    const std::size_t length = element_length(html_.substr(inner), name);
    if (inner + length == html_.size()) {
      unclosed_.insert(name);  // no need to look for the others' end
      return inner;
    }
    const auto tag = Tokens(html_.substr(begin)).next();
    if (!tag || tag->kind != Token::Kind::start) return inner;
    take_text(begin);
    const std::string_view content = html_.substr(inner, length);
    const std::string words = text::make_legal(html_text(content));
    Part part;
    part.level = level_of(name);
    part.kind = part.level > 0 ? Part::Kind::heading : Part::Kind::code;
    part.text = part.level > 0 ? text::squeeze(words) : words;
    part.anchor = part.level > 0 ? attribute(*tag, "id") : "";
    part.language = part.level > 0 ? "" : language_of(*tag, content);
    if (!text::trim(part.text).empty()) body_.push_back(std::move(part));
    begin_ = inner + length;
    begin_ += markup_length(html_.substr(begin_));
    return begin_;
  }

  std::string_view html_;
  std::size_t begin_ = 0;  ///< of the text that is no part yet
  std::set<std::string> unclosed_;
  model::Body body_;
};

}  // namespace

model::Body html_parts(std::string_view html) { return Reader(html).read(); }

std::string language_of_classes(std::string_view classes) {
  constexpr std::array<std::string_view, 3> prefixes{"language-", "lang-", "highlight-source-"};
  for (const std::string_view prefix : prefixes) {
    const std::size_t at = (" " + std::string(classes)).find(" " + std::string(prefix));
    if (at == npos) continue;
    const std::string_view name = classes.substr(at + prefix.size());
    return text::lower_ascii(name.substr(0, name.find_first_of(" \t\r\n\f")));
  }
  return {};
}

std::string language_of_fence(std::string_view info) {
  info = text::trim(info);
  const bool is_list = info.substr(0, 1) == "{";
  if (is_list) info.remove_prefix(1);
  while (!info.empty()) {
    info.remove_prefix(std::min(info.find_first_not_of(" \t,"), info.size()));
    std::string_view word = info.substr(0, info.find_first_of(" \t,;:{}(["));
    const bool is_language = word.find('=') == npos && word.substr(0, 1) != "#";
    if (word.substr(0, 1) == ".") word.remove_prefix(1);
    if (is_language) return text::lower_ascii(word.substr(0, word.find('}')));
    if (!is_list) return {};
    info.remove_prefix(std::min(info.find_first_of(" \t,"), info.size()));
  }
  return {};
}

}  // namespace blogsearch::markup
