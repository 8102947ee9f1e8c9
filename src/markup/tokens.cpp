// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/tokens.hpp"

#include <algorithm>
#include <utility>

#include "text/words.hpp"

namespace blogsearch::markup {
namespace {

constexpr std::string_view blanks = " \t\n\r\f";

bool is_blank(char c) { return c != '\0' && blanks.find(c) != std::string_view::npos; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

std::optional<Token> Tokens::next() {
  while (begins_other()) skip_other();
  if (at_ >= html_.size()) return std::nullopt;
  return begins_tag() ? tag() : text();
}

std::string_view Tokens::raw_text(std::string_view name) {
  const std::size_t begin = at_;
  for (std::size_t end = html_.find("</", at_); end != std::string_view::npos;
       end = html_.find("</", end + 2)) {
    const std::size_t behind = end + 2 + name.size();
    if (text::lower_ascii(html_.substr(end + 2, name.size())) != name) continue;
    if (!is_blank(at(behind)) && at(behind) != '/' && at(behind) != '>') continue;
    at_ = end;
    tag();
    return html_.substr(begin, end - begin);
  }
  return rest();
}

std::string_view Tokens::rest() { return html_.substr(std::exchange(at_, html_.size())); }

bool Tokens::begins_tag() const {
  if (at(at_) != '<') return false;
  return is_letter(at(at_ + 1)) || (at(at_ + 1) == '/' && is_letter(at(at_ + 2)));
}

/// What is neither a tag nor text. `</` with anything but a letter behind it is a comment.
bool Tokens::begins_other() const {
  if (at(at_) != '<') return false;
  const char next = at(at_ + 1);
  const bool is_end = next == '/' && at_ + 2 < html_.size() && !is_letter(at(at_ + 2));
  return next == '!' || next == '?' || is_end;
}

void Tokens::skip_other() {
  if (html_.substr(at_, 4) == "<!--") return skip_comment();
  const std::size_t end = html_.find('>', at_);
  at_ = end == std::string_view::npos ? html_.size() : end + 1;
}

/// `<!-->` and `<!--->` are whole, `--!>` ends one too.
void Tokens::skip_comment() {
  for (const std::string_view whole : {"<!-->", "<!--->"}) {
    if (html_.substr(at_, whole.size()) != whole) continue;
    at_ += whole.size();
    return;
  }
  for (std::size_t end = html_.find("--", at_ + 4); end != std::string_view::npos;
       end = html_.find("--", end + 1)) {
    const std::size_t behind = end + (at(end + 2) == '!' ? 3 : 2);
    if (at(behind) != '>') continue;
    at_ = behind + 1;
    return;
  }
  at_ = html_.size();
}

Token Tokens::text() {
  const std::size_t begin = at_;
  do {
    at_ = std::min(html_.find('<', at_ + 1), html_.size());
  } while (at_ < html_.size() && !begins_tag() && !begins_other());
  Token token;
  token.text = html_.substr(begin, at_ - begin);
  return token;
}

std::optional<Token> Tokens::tag() {
  Token token;
  token.kind = at(at_ + 1) == '/' ? Token::Kind::end : Token::Kind::start;
  const std::size_t name = at_ + (token.kind == Token::Kind::end ? 2 : 1);
  at_ = std::min(html_.find_first_of(" \t\n\r\f/>", name), html_.size());
  token.name = text::lower_ascii(html_.substr(name, at_ - name));
  while (true) {
    skip_blanks();
    if (at_ >= html_.size()) return std::nullopt;
    const char c = html_[at_];
    if (c == '>') break;
    token.is_closed = c == '/' && at(at_ + 1) == '>';
    if (c == '/')
      ++at_;
    else
      token.attributes.push_back(attribute());
  }
  ++at_;
  return token;
}

void Tokens::skip_blanks() { at_ = std::min(html_.find_first_not_of(blanks, at_), html_.size()); }

/// A name may begin with '='.
TagAttribute Tokens::attribute() {
  const std::size_t begin = at_;
  at_ = std::min(html_.find_first_of(" \t\n\r\f/>=", begin + 1), html_.size());
  const std::string_view name = html_.substr(begin, at_ - begin);
  skip_blanks();
  if (at(at_) != '=') return {name, {}};
  ++at_;
  skip_blanks();
  return {name, value()};
}

std::string_view Tokens::value() {
  const char quote = at(at_);
  if (quote == '"' || quote == '\'') {
    const std::size_t begin = at_ + 1;
    const std::size_t end = std::min(html_.find(quote, begin), html_.size());
    at_ = std::min(end + 1, html_.size());
    return html_.substr(begin, end - begin);
  }
  const std::size_t begin = at_;
  at_ = std::min(html_.find_first_of(" \t\n\r\f>", begin), html_.size());
  return html_.substr(begin, at_ - begin);
}

}  // namespace blogsearch::markup
