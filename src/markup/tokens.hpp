// SPDX-License-Identifier: GPL-2.0-or-later
//
// HTML as a row of tags and texts: the tokenizer of HTML, section 13.2.5, in one linear pass over
// any bytes. Comments, declarations and processing instructions are passed over.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace blogsearch::markup {

/// As written: character references are not decoded.
struct TagAttribute {
  std::string_view name, value;
};

struct Token {
  enum class Kind { text, start, end } kind = Kind::text;
  std::string_view text;                 ///< of a text, as written
  std::string name;                      ///< of a tag, in lower case
  std::vector<TagAttribute> attributes;  ///< of a start tag
  bool is_closed = false;                ///< `<br/>`
};

class Tokens {
 public:
  explicit Tokens(std::string_view html) : html_(html) {}

  /// Nothing at the end; a tag that the end cuts off is none.
  [[nodiscard]] std::optional<Token> next();

  /// The content of the element `name`, whose start tag was the last token, when it can hold no
  /// tags but its own end, which is passed over.
  std::string_view raw_text(std::string_view name);

  /// Everything that is left.
  std::string_view rest();

 private:
  [[nodiscard]] char at(std::size_t i) const { return i < html_.size() ? html_[i] : '\0'; }
  [[nodiscard]] bool begins_tag() const;
  [[nodiscard]] bool begins_other() const;
  void skip_other();
  void skip_comment();
  [[nodiscard]] Token text();
  std::optional<Token> tag();
  void skip_blanks();
  [[nodiscard]] TagAttribute attribute();
  [[nodiscard]] std::string_view value();

  std::string_view html_;
  std::size_t at_ = 0;
};

}  // namespace blogsearch::markup
