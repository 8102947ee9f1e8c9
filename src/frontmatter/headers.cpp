// SPDX-License-Identifier: GPL-2.0-or-later
#include "frontmatter/headers.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "frontmatter/keys.hpp"
#include "frontmatter/line.hpp"
#include "syntax/mapping.hpp"

namespace blogsearch::frontmatter {
namespace {

bool is_key_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-';
}

/// The key of `Key: value`; the blank behind the colon may be missing where the key is known.
std::optional<std::string_view> key_of(std::string_view line) {
  const auto* end = std::find_if_not(line.begin(), line.end(), is_key_character);
  const auto length = static_cast<std::size_t>(end - line.begin());
  if (length == 0 || length == line.size() || line[length] != ':') return std::nullopt;
  const std::string_view key = line.substr(0, length);
  const bool has_blank =
      length + 1 == line.size() || line[length + 1] == ' ' || line[length + 1] == '\t';
  return has_blank || is_known(key) ? std::optional(key) : std::nullopt;
}

bool goes_on(const Line& line) {
  return !line.text.empty() && (line.text.front() == ' ' || line.text.front() == '\t');
}

bool is_fence(const Line& line) { return line.text == "---" || line.text == "..."; }

bool names_post(std::string_view key) {
  return is_known(key, Field::title) || is_known(key, Field::published);
}

/// YAML up to a fence. Behind an empty line every line must look like YAML, before it YAML's
/// reader says what is wrong.
std::optional<HeaderLines> find_closed(std::string_view bytes, std::size_t begin) {
  bool is_clean = true;
  bool has_gap = false;
  for (Line line = line_at(bytes, begin); line.span.begin < bytes.size();
       line = line_at(bytes, line.span.end)) {
    if (is_fence(line)) return HeaderLines{{begin, line.span.begin}, line.span.end, true};
    const bool is_empty = line.text.empty();
    const bool is_item = line.text.substr(0, 2) == "- ";
    is_clean = is_clean && (is_empty || is_item || goes_on(line) || key_of(line.text));
    has_gap = has_gap || is_empty;
    if (!is_clean && has_gap) break;
  }
  return std::nullopt;
}

bool is_date_line(const Line& line) {
  const auto key = key_of(line.text);
  return key && is_known(*key, Field::published);
}

/// An empty line ends the lines, unless their date stands behind it.
HeaderLines find_open(std::string_view bytes, std::size_t begin) {
  bool has_date = false;
  Line line = line_at(bytes, begin);
  for (;;) {
    while (goes_on(line) || key_of(line.text)) {
      has_date = has_date || is_date_line(line);
      line = line_at(bytes, line.span.end);
    }
    const Line next = line_at(bytes, line.span.end);
    if (has_date || !line.text.empty() || !is_date_line(next)) break;
    line = next;
  }
  const std::size_t end = line.span.begin;
  return {{begin, end}, line.text.empty() ? line.span.end : end, false};
}

}  // namespace

std::optional<HeaderLines> find_headers(std::string_view bytes, std::size_t begin) {
  const auto first = key_of(line_at(bytes, begin).text);
  if (!first || !is_known(*first)) return std::nullopt;
  bool has_name = false;
  for (Line line = line_at(bytes, begin); !line.text.empty() && !is_fence(line);
       line = line_at(bytes, line.span.end)) {
    const auto key = key_of(line.text);
    has_name = has_name || (key && names_post(*key));
  }
  if (!has_name) return std::nullopt;
  const auto closed = find_closed(bytes, begin);
  return closed ? closed : find_open(bytes, begin);
}

std::optional<syntax::Node> read_headers(const SourceText& source, Span header,
                                         Diagnostics& findings, std::size_t limit) {
  using syntax::Node;
  Node root;
  root.kind = Node::Kind::mapping;
  root.span = {header.begin, header.begin};
  bool is_sound = true;
  const std::string_view bytes = source.bytes();
  for (std::size_t at = header.begin; at < header.end;) {
    const Line line = line_at(bytes, at);
    if (line.text.empty()) {
      at = line.span.end;
      continue;
    }
    const std::string_view key = key_of(line.text).value_or("");
    const std::size_t colon = std::min(key.size() + 1, line.text.size());
    const std::size_t value = std::min(line.text.find_first_not_of(" \t", colon), line.text.size());

    syntax::Member member;
    member.key = key;
    member.key_span = {at, at + key.size()};
    Node& node = member.value;
    node.kind = Node::Kind::scalar;
    node.scalar = line.text.substr(value);
    node.span = {at + value, at + line.text.size()};
    for (at = line.span.end; at < header.end && goes_on(line_at(bytes, at));) {
      const Line more = line_at(bytes, at);
      node.scalar.append("\n").append(more.text.substr(more.text.find_first_not_of(" \t")));
      at = more.span.end;
    }
    if (node.scalar.empty()) node.kind = Node::Kind::null;
    if (root.members.size() == limit) {
      findings.add(source.place(syntax::too_many_nodes(limit), header.begin));
      return std::nullopt;
    }
    is_sound = syntax::add_member(root, std::move(member), source, findings) && is_sound;
  }
  return is_sound ? std::optional(std::move(root)) : std::nullopt;
}

}  // namespace blogsearch::frontmatter
