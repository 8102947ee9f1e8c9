// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/script.hpp"

#include <algorithm>
#include <string>

#include "markup/code_finder.hpp"

namespace blogsearch::markup {
namespace {

constexpr std::size_t npos = std::string_view::npos;

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '$';
}

/// Of the names in a tag and what stands between them.
bool is_in_tag(char c) { return is_word(c) || std::string_view("-.:= \t\r\n").find(c) != npos; }

/// A place in a script and the brackets that are open there; a '`' among them is a template.
class Cursor {
 public:
  Cursor(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  [[nodiscard]] bool is_at_end() const { return at_ >= text_.size(); }
  [[nodiscard]] bool is_outside() const { return open_.empty(); }
  [[nodiscard]] std::size_t at() const { return at_; }

  /// Over one string, comment, bracket or other character.
  void step() {
    const char c = text_[at_];
    if (!open_.empty() && open_.back() == '`') return step_in_template(c);
    if (c == '"' || c == '\'') return step_over_string(c);
    if (c == '/') return step_over_comment();
    ++at_;
    if (c == '`' || c == '{' || c == '(' || c == '[') open_.push_back(c);
    if (c == '}') close_brace();
    if (c == ')' && !open_.empty() && open_.back() == '(') open_.pop_back();
    if (c == ']' && !open_.empty() && open_.back() == '[') open_.pop_back();
  }

 private:
  void step_in_template(char c) {
    if (c == '`') open_.pop_back();
    const bool opens = text_.substr(at_, 2) == "${";
    if (opens) open_.push_back('{');
    at_ += opens || c == '\\' ? 2 : 1;
  }

  /// No string holds a line break, and the apostrophe of a word in JSX text begins none.
  void step_over_string(char quote) {
    const bool is_apostrophe = quote == '\'' && at_ > 0 && is_word(text_[at_ - 1]);
    ++at_;
    if (is_apostrophe) return;
    const char stops[] = {quote, '\\', '\n'};
    while (at_ < text_.size()) {
      at_ = std::min(text_.find_first_of(std::string_view(stops, 3), at_), text_.size());
      if (at_ == text_.size() || text_[at_] == '\n') return;
      const bool is_escape = text_[at_] == '\\';
      at_ += is_escape ? 2 : 1;
      if (!is_escape) return;
    }
  }

  void step_over_comment() {
    const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : ' ';
    const bool is_in_url = at_ > 0 && text_[at_ - 1] == ':';
    std::size_t end = at_ + 1;
    if (next == '*') {
      end = text_.find("*/", at_ + 2);
      end = end == npos ? npos : end + 2;
    } else if (next == '/' && !is_in_url) {
      end = text_.find('\n', at_);
    }
    at_ = std::min(end, text_.size());
  }

  /// Also ends what a bracket in JSX text seemed to open inside.
  void close_brace() {
    const std::size_t brace = open_.find_last_of("{`");
    if (brace != npos && open_[brace] == '{') open_.resize(brace);
  }

  std::string_view text_;
  std::size_t at_;
  std::string open_;
};

/// Whether a statement may end with this line, seen from its last character and the next line.
bool is_complete(std::string_view line, std::string_view next) {
  const std::size_t last = line.find_last_not_of(" \t\r\n");
  if (last == npos || is_blank(next)) return true;
  const bool goes_on = std::string_view(" \t})").find(next[0]) != npos ||
                       next.substr(0, 2) == "//" || next.substr(0, 2) == "/*";
  return !goes_on && std::string_view(";}'\"").find(line[last]) != npos;
}

}  // namespace

std::optional<std::size_t> Script::give_up(std::size_t begin, std::size_t end) {
  patience_ -= std::min(patience_, end - begin);
  return std::nullopt;
}

std::optional<std::size_t> Script::expression_end(std::size_t open) {
  if (patience_ == 0) return std::nullopt;
  Cursor cursor(text_, open);
  do cursor.step();
  while (!cursor.is_outside() && !cursor.is_at_end());
  return cursor.is_outside() ? std::optional(std::min(cursor.at(), text_.size()))
                             : give_up(open, text_.size());
}

std::size_t Script::module_end(std::size_t begin) {
  const std::size_t first_line = line_end(text_, begin);
  Cursor cursor(text_, begin);
  std::size_t line = begin;
  while (patience_ != 0 && !cursor.is_at_end()) {
    const bool is_newline = text_[cursor.at()] == '\n';
    cursor.step();
    if (!is_newline || !cursor.is_outside()) continue;
    const std::size_t next = std::min(cursor.at(), text_.size());
    const std::string_view following = text_.substr(next, line_end(text_, next) - next);
    if (is_complete(text_.substr(line, next - line), following)) return next;
    line = next;
  }
  if (cursor.is_at_end() && cursor.is_outside()) return text_.size();
  give_up(begin, cursor.at());
  std::size_t end = first_line;  // up to the next blank line, lest all prose behind it is lost
  while (end < text_.size()) {
    const std::size_t next = line_end(text_, end);
    if (is_blank(text_.substr(end, next - end))) break;
    end = next;
  }
  return end;
}

std::optional<std::size_t> Script::tag_end(std::size_t begin) {
  if (patience_ == 0) return std::nullopt;
  std::size_t i = begin + 1;
  if (i < text_.size() && text_[i] == '/') ++i;
  while (i < text_.size()) {
    while (i < text_.size() && is_in_tag(text_[i])) ++i;
    if (i == text_.size()) break;
    const char c = text_[i];
    if (c == '>') return i + 1;
    if (text_.substr(i, 2) == "/>") return i + 2;
    if (c != '{' && c != '"' && c != '\'') break;  // an address, `a <b`
    if (c == '{') {
      const auto end = expression_end(i);
      if (!end) break;
      i = *end;
    } else {
      if (text_[i - 1] != '=') break;  // `a <b says "hello"`
      const std::size_t close = text_.find(c, i + 1);
      i = close == npos ? text_.size() : close + 1;
    }
  }
  return give_up(begin, std::min(i + 1, text_.size()));
}

}  // namespace blogsearch::markup
