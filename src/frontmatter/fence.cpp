// SPDX-License-Identifier: GPL-2.0-or-later
#include "frontmatter/fence.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "core/size.hpp"
#include "frontmatter/headers.hpp"
#include "frontmatter/keys.hpp"
#include "frontmatter/line.hpp"
#include "text/words.hpp"

namespace blogsearch::frontmatter {
namespace {

constexpr std::array<Fence, 7> table{{
    {"---", {"---", "..."}, Syntax::yaml},
    {"---yaml", {"---", "..."}, Syntax::yaml},
    {"---yml", {"---", "..."}, Syntax::yaml},
    {"---toml", {"---", "---"}, Syntax::toml},
    {"---json", {"---", "---"}, Syntax::json},
    {"+++", {"+++", "+++"}, Syntax::toml},
    {";;;", {";;;", ";;;"}, Syntax::json},
}};

/// Programs; nothing of a post is ever run.
constexpr std::array<std::string_view, 6> unreadable{"---js",     "---javascript",   "---ts",
                                                     "---coffee", "---coffeescript", "---cson"};

template <std::size_t Size>
bool contains(const std::array<std::string_view, Size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

Diagnostic refusal(const SourceText& source, Code code, Span fence, std::string message,
                   std::string hint) {
  Diagnostic finding;
  finding.code = code;
  finding.message = std::move(message);
  finding.hint = std::move(hint);
  finding.span = fence;
  return source.place(std::move(finding));
}

Diagnostic unclosed(const SourceText& source, Span fence, std::string_view closing) {
  return refusal(source, Code::frontmatter_unclosed, fence,
                 "the front matter that begins here is never closed",
                 closing == "}" ? "close it with `}`"
                                : "put a line `" + std::string(closing) + "` behind its last line");
}

Diagnostic too_large(const SourceText& source, Span fence, std::string_view closing,
                     std::size_t most) {
  const std::string what = closing == "}" ? "`}`" : "a line `" + std::string(closing) + "`";
  return refusal(source, Code::frontmatter_too_large, fence,
                 "the front matter is larger than " + written_size(most),
                 "close it with " + what +
                     ", move its data out of the post, or raise limits.front_matter_size");
}

/// `--- JSON` is `---json`.
std::string without_blanks(std::string_view line) {
  const std::size_t fence = std::min<std::size_t>(line.size(), 3);
  return std::string(line.substr(0, fence)) + text::lower_ascii(text::trim(line.substr(fence)));
}

Result<Parts> split_fenced(const SourceText& source, const Line& opening, const Fence& fence,
                           std::size_t most) {
  const std::string_view bytes = source.bytes();
  const std::size_t begin = opening.span.end;
  const Span place{opening.span.begin, opening.span.begin + opening.text.size()};
  for (Line line = line_at(bytes, begin); line.span.begin < bytes.size();
       line = line_at(bytes, line.span.end)) {
    if (line.span.begin - begin > most) return too_large(source, place, fence.closing[0], most);
    if (!contains(fence.closing, line.text)) continue;
    const Span header{begin, line.span.begin};
    const bool has_members =
        fence.syntax == Syntax::json && text::trim(source.at(header)).substr(0, 1) != "{";
    return Parts{
        header, {line.span.end, bytes.size()}, has_members ? Syntax::json_members : fence.syntax};
  }
  return unclosed(source, place, fence.closing[0]);
}

bool is_json_member(std::string_view line) {
  return text::trim(line).substr(0, 1) == "\"" && line.find("\":") != line.npos;
}

/// Behind the brace at `closing`; with more of the text where a brace too early would make a body
/// of members, so that JSON's reader says so.
std::size_t end_of_braces(std::string_view bytes, std::size_t closing) {
  const Line line = line_at(bytes, closing);
  if (line.span.begin + line.text.size() > closing + 1) return line.span.begin + line.text.size();
  const Line next = line_at(bytes, line.span.end);
  return is_json_member(next.text) ? next.span.begin + next.text.size() : closing + 1;
}

/// The brace that closes the one at `begin`, outside texts.
Result<Parts> split_braces(const SourceText& source, std::size_t begin, std::size_t most) {
  const std::string_view bytes = source.bytes();
  std::size_t depth = 0;
  bool is_in_text = false;
  for (std::size_t i = begin; i < bytes.size(); ++i) {
    if (i - begin > most) return too_large(source, {begin, begin + 1}, "}", most);
    const char c = bytes[i];
    if (c == '"') is_in_text = !is_in_text;
    if (is_in_text) {
      if (c == '\\') ++i;
      continue;
    }
    if (c == '{') ++depth;
    if (c == '}' && --depth == 0) {
      const std::size_t end = end_of_braces(bytes, i);
      return Parts{
          Span{begin, end}, {line_at(bytes, end - 1).span.end, bytes.size()}, Syntax::json};
    }
  }
  return unclosed(source, {begin, begin + 1}, "}");
}

/// `--- {title: x} ---`, `--- title: x ---`.
std::optional<Parts> split_one_line(const SourceText& source, const Line& line) {
  constexpr std::size_t fence = 4;  // with its blank
  const std::string_view text = line.text;
  if (text.size() < 2 * fence || text.substr(0, fence) != "--- " ||
      text.substr(text.size() - fence) != " ---")
    return std::nullopt;
  const Span header{line.span.begin + fence, line.span.begin + text.size() - fence};
  const std::string_view words = text::trim(source.at(header));
  const bool is_mapping = words.front() == '{' && words.back() == '}';
  const std::size_t colon = words.find(": ");
  const bool is_pair = colon != words.npos && is_known(words.substr(0, colon));
  if (words.empty() || (!is_mapping && !is_pair)) return std::nullopt;
  return Parts{header, {line.span.end, source.bytes().size()}, Syntax::yaml};
}

/// `--`, `----`, `—`, `***`, `---x`: what is meant for a fence, if a header follows.
bool looks_like_fence(std::string_view line) {
  constexpr std::string_view dashes = "-+=*_~\u2013\u2014";
  if (line.empty() || line.size() > 12) return false;
  return line.find("--") != line.npos || line.find("++") != line.npos ||
         line.find_first_not_of(dashes) == line.npos;
}

bool header_follows(std::string_view bytes, std::size_t begin) {
  const std::string_view line = line_at(bytes, begin).text;
  const std::size_t equals = line.find('=');
  const bool is_toml = equals != line.npos && is_known(text::trim(line.substr(0, equals)));
  return is_toml || find_headers(bytes, begin);
}

bool begins_json(std::string_view bytes, std::size_t at) {
  if (bytes[at] != '{') return false;
  const std::size_t next = bytes.find_first_not_of(" \t\r\n", at + 1);
  if (next == bytes.npos || bytes[next] == '"') return next != bytes.npos;
  constexpr std::size_t sight = 200;  // a member within it makes up for a wrong first key
  return line_at(bytes, at).text == "{" && bytes.substr(at, sight).find("\":") != bytes.npos;
}

}  // namespace

std::span<const Fence> fences() { return table; }

Result<Parts> split(const SourceText& source, const model::Limits& limits) {
  const std::string_view bytes = source.bytes();
  const std::size_t most = limits.front_matter_size;
  const Parts no_header{std::nullopt, {0, bytes.size()}, Syntax::yaml};
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  if (first == bytes.npos) return no_header;
  if (begins_json(bytes, first)) return split_braces(source, first, most);

  const Line line = line_at(bytes, first == 0 ? 0 : bytes.rfind('\n', first - 1) + 1);
  const std::string word = without_blanks(line.text);
  if (line.span.begin == first) {
    const auto* fence = std::find_if(table.begin(), table.end(),
                                     [&word](const Fence& row) { return row.opening == word; });
    if (fence != table.end()) return split_fenced(source, line, *fence, most);
    if (contains(unreadable, word))
      return refusal(source, Code::frontmatter_unknown_syntax,
                     {line.span.begin, line.span.begin + line.text.size()},
                     "front matter that is a program is not run",
                     "write its values as YAML behind `---`");
  }
  if (auto parts = split_one_line(source, line)) return *parts;
  if (looks_like_fence(text::trim(line.text)) && header_follows(bytes, line.span.end))
    return refusal(source, Code::frontmatter_bad_fence, {first, line.span.begin + line.text.size()},
                   "this is no fence, and front matter seems to follow",
                   "write `---`; if it is a rule and text follows, put an empty line behind it");
  const std::optional<HeaderLines> lines = find_headers(bytes, line.span.begin);
  if (!lines) return no_header;
  if (lines->header.size() > most) return too_large(source, {first, first + 1}, "---", most);
  return Parts{
      lines->header, {lines->body, bytes.size()}, lines->is_closed ? Syntax::yaml : Syntax::lines};
}

}  // namespace blogsearch::frontmatter
