// SPDX-License-Identifier: GPL-2.0-or-later
#include "syntax/json_tree.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <utility>

#include "syntax/limits.hpp"
#include "syntax/mapping.hpp"

namespace blogsearch::syntax {
namespace {

/// A reader by recursive descent. It stops at the first mistake, which it reports.
class Reader {
 public:
  Reader(const SourceText& source, Span span, std::size_t limit, Diagnostics& findings)
      : source_(source),
        text_(source.at({0, span.end})),
        at_(span.begin),
        limit_(limit),
        findings_(findings) {}

  std::optional<Node> read(Shape shape) {
    Node root;
    skip_blanks();
    if (shape == Shape::members ? !members(root, 0, '\0') : !value(root, 0)) return std::nullopt;
    skip_blanks();
    if (!at_end()) {
      fail("text behind the end of the value", "delete it");
      return std::nullopt;
    }
    return has_twins_ ? std::nullopt : std::optional(std::move(root));
  }

 private:
  [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
  [[nodiscard]] char here() const { return at_end() ? '\0' : text_[at_]; }

  void skip_blanks() { at_ = std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size()); }

  bool take(char c) {
    skip_blanks();
    if (here() != c) return false;
    ++at_;
    return true;
  }

  bool closes(char closing) {
    if (closing != '\0') return take(closing);
    skip_blanks();
    return at_end();
  }

  /// Always false, so that a caller can return it.
  bool fail(std::string message, std::string hint) {
    Diagnostic finding;
    finding.code = Code::syntax_invalid_json;
    finding.message = "this is not valid JSON: " + std::move(message);
    finding.hint = std::move(hint);
    finding.span = {at_, at_};
    findings_.add(source_.place(std::move(finding)));
    return false;
  }

  bool refuse(const Diagnostic& reason) {
    findings_.add(source_.place(reason));
    return false;
  }

  bool value(Node& out, std::size_t depth) {
    if (depth > depth_limit) return refuse(too_deep(at_ - 1));
    if (++count_ > limit_) return refuse(too_many_nodes(limit_));
    out.span = {at_, at_};
    switch (here()) {
      case '{':
        return object(out, depth);
      case '[':
        return array(out, depth);
      case '"':
        out.kind = Node::Kind::scalar;
        out.is_quoted = true;
        return string(out.scalar, out.span);
      default:
        return word(out);
    }
  }

  bool object(Node& out, std::size_t depth) {
    ++at_;
    return members(out, depth, '}');
  }

  /// Up to `closing`, which is '\0' at the end of the text.
  bool members(Node& out, std::size_t depth, char closing) {
    out.kind = Node::Kind::mapping;
    if (closes(closing)) return true;
    for (;;) {
      Member member;
      skip_blanks();
      if (here() != '"') return wrong_key();
      if (!string(member.key, member.key_span)) return false;
      if (!take(':')) return fail("a `:` is missing behind the key", "write `\"key\": value`");
      skip_blanks();
      if (!value(member.value, depth + 1)) return false;
      if (!add_member(out, std::move(member), source_, findings_)) has_twins_ = true;
      if (closes(closing)) return true;
      if (!take(',')) return wrong_end("}");
    }
  }

  bool array(Node& out, std::size_t depth) {
    out.kind = Node::Kind::sequence;
    ++at_;
    if (take(']')) return true;
    for (;;) {
      out.items.emplace_back();
      skip_blanks();
      if (here() == ']') return fail("a comma before the `]`", "delete the comma");
      if (!value(out.items.back(), depth + 1)) return false;
      if (take(']')) return true;
      if (!take(',')) return wrong_end("]");
    }
  }

  bool wrong_key() {
    if (here() == '}') return fail("a comma before the `}`", "delete the comma");
    if (at_end()) return fail("a `{` is not closed", "close it with `}`");
    if (here() == '/') return fail("JSON has no comments", "delete the comment");
    return fail("a key is not in double quotes", "write `\"key\": value`");
  }

  bool wrong_end(const std::string& closing) {
    const std::string opening = closing == "]" ? "[" : "{";
    if (at_end())
      return fail("a `" + opening + "` is not closed", "close it with `" + closing + "`");
    if (here() == '/') return fail("JSON has no comments", "delete the comment");
    return fail("a comma is missing", "put a comma behind the value before this");
  }

  /// `true`, `null`, a number: kept as they are written.
  bool word(Node& out) {
    const std::size_t end = std::min(text_.find_first_of(" \t\r\n,:]}[{\"/", at_), text_.size());
    const std::string_view text = text_.substr(at_, end - at_);
    if (text.empty()) return at_end() ? fail("a value is missing", "") : wrong_value();
    if (text != "null" && text != "true" && text != "false" && !is_number(text))
      return wrong_value();
    if (text != "null") {
      out.kind = Node::Kind::scalar;
      out.scalar = text;
    }
    out.span = {at_, end};
    at_ = end;
    return true;
  }

  bool wrong_value() {
    if (here() == '\'') return fail("a text is in single quotes", "use double quotes");
    if (here() == '/') return fail("JSON has no comments", "delete the comment");
    return fail("this is neither a text, a number, true, false nor null",
                "put a text in double quotes");
  }

  /// RFC 8259, section 6.
  static bool is_number(std::string_view text) {
    std::size_t i = 0;
    const auto peek = [&] { return i < text.size() ? text[i] : '\0'; };
    const auto digits = [&] {
      const std::size_t begin = i;
      while (peek() >= '0' && peek() <= '9') ++i;
      return i > begin;
    };
    if (peek() == '-') ++i;
    const bool has_leading_zero = peek() == '0';
    const std::size_t begin = i;
    if (!digits() || (has_leading_zero && i - begin > 1)) return false;
    if (peek() == '.') {
      ++i;
      if (!digits()) return false;
    }
    if (peek() == 'e' || peek() == 'E') {
      ++i;
      if (peek() == '+' || peek() == '-') ++i;
      if (!digits()) return false;
    }
    return i == text.size();
  }

  /// The library decodes what is between the quotes.
  bool string(std::string& out, Span& span) {
    std::size_t end = at_ + 1;
    while (end < text_.size() && text_[end] != '"' && text_[end] != '\n' && text_[end] != '\r')
      end += text_[end] == '\\' ? 2 : 1;
    if (end >= text_.size() || text_[end] != '"')
      return fail("a `\"` is not closed in its line", "close it, and write line breaks as \\n");
    try {
      out = nlohmann::json::parse(text_.substr(at_, end + 1 - at_)).get<std::string>();
    } catch (const nlohmann::json::parse_error& error) {
      at_ = std::min(at_ + std::max<std::size_t>(error.byte, 1) - 1, end);
      return wrong_character(static_cast<unsigned char>(here()));
    }
    span = {at_ + 1, end};
    at_ = end + 1;
    return true;
  }

  bool wrong_character(unsigned char byte) {
    if (byte < 0x20)
      return fail("a control character in a text", "delete it, or write it as \\u00XX");
    if (byte >= 0x80)
      return fail("bytes that are not UTF-8", "save the file in the UTF-8 encoding");
    return fail("unknown escape in a text", "double the backslash");
  }

  const SourceText& source_;
  std::string_view text_;  ///< from the beginning of the source, so that places need no offset
  std::size_t at_;
  std::size_t limit_;
  Diagnostics& findings_;
  std::size_t count_ = 0;
  bool has_twins_ = false;
};

}  // namespace

std::optional<Node> read_json(const SourceText& source, Span span, Diagnostics& findings,
                              Shape shape, std::size_t limit) {
  return Reader(source, span, limit, findings).read(shape);
}

}  // namespace blogsearch::syntax
