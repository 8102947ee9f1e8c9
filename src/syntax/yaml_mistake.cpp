// SPDX-License-Identifier: GPL-2.0-or-later
#include "syntax/yaml_mistake.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "syntax/limits.hpp"

namespace blogsearch::syntax {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::string_view quote_all = "put the whole value in quotes";

Diagnostic finding_at(std::size_t at, std::string message, std::string_view hint) {
  Diagnostic finding;
  finding.code = Code::syntax_invalid_yaml;
  finding.message = "this is not valid YAML: " + std::move(message);
  finding.hint = hint;
  finding.span = {at, at};
  return finding;
}

struct Line {
  std::size_t begin = 0;
  std::string_view words;  ///< without its ending
};
Line line_at(std::string_view text, std::size_t at) {
  const std::size_t before = at == 0 ? npos : text.rfind('\n', at - 1);
  const std::size_t begin = before == npos ? 0 : before + 1;
  const std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
  return {begin, text.substr(begin, end - begin)};
}
std::optional<Line> line_before(std::string_view text, const Line& line) {
  for (std::size_t at = line.begin; at > 0;) {
    const Line before = line_at(text, at - 1);
    if (before.words.find_first_not_of(" \t") != npos) return before;
    at = before.begin;
  }
  return std::nullopt;
}

bool is_key_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-' || c == '.';
}
bool is_blank(char c) { return c == ' ' || c == '\t'; }

/// The colon of `key:value` or `key: value` at the beginning of `words`.
std::optional<std::size_t> colon_of_key(std::string_view words) {
  std::size_t i = 0;
  while (i < words.size() && is_key_character(words[i])) ++i;
  return i > 0 && i < words.size() && words[i] == ':' ? std::optional(i) : std::nullopt;
}
bool begins_with_key(std::string_view words) {
  const auto colon = colon_of_key(words);
  return colon && (*colon + 1 == words.size() || is_blank(words[*colon + 1]));
}

/// Where the value of `key: value` or of `- item` begins.
std::size_t value_begin(std::string_view words) {
  std::size_t at = std::min(words.find_first_not_of(" \t"), words.size());
  if (words.substr(at, 2) == "- ")
    at = std::min(words.find_first_not_of(' ', at + 1), words.size());
  const std::size_t colon = words.find(": ", at);
  if (colon == npos) return at;
  return std::min(words.find_first_not_of(' ', colon + 1), words.size());
}

/// The line with its value in the quotes it has not inside, when that is a line to show.
std::string in_quotes(std::string_view words) {
  const std::size_t begin = value_begin(words);
  const std::size_t end = words.find_last_not_of(" \t") + 1;
  const std::string value(words.substr(begin, end > begin ? end - begin : 0));
  const bool has_double = value.find_first_of("\"\\") != npos;
  if (value.empty() || words.size() > 80 || (has_double && value.find('\'') != npos))
    return std::string(quote_all);
  const std::string quote = has_double ? "'" : "\"";
  const std::size_t first = words.find_first_not_of(" \t");
  return "write `" + std::string(words.substr(first, begin - first)) + quote + value + quote + "`";
}

std::optional<Diagnostic> find_merge_conflict(std::string_view text) {
  for (std::size_t at = text.find("<<<<<<< "); at != npos; at = text.find("<<<<<<< ", at + 1))
    if (at == 0 || text[at - 1] == '\n')
      return finding_at(at, "a merge conflict was not resolved",
                        "keep one of the two versions and delete the lines `<<<<<<<`, `=======` "
                        "and `>>>>>>>`");
  return std::nullopt;
}

/// The first value in quotes that are not closed.
std::optional<Diagnostic> first_unclosed_quote(std::string_view text) {
  for (std::size_t begin = 0; begin < text.size();) {
    const Line line = line_at(text, begin);
    const std::size_t value = value_begin(line.words);
    if (value < line.words.size() && (line.words[value] == '"' || line.words[value] == '\''))
      if (auto finding = find_unclosed_quote(text, begin + value)) return finding;
    begin = std::min(text.find('\n', begin), text.size() - 1) + 1;
  }
  return std::nullopt;
}

Diagnostic unexpected_colon(std::string_view text, std::size_t at) {
  const Line line = line_at(text, at);
  const std::string_view before = line.words.substr(0, at - line.begin);
  if (before.find('\t') < before.find_first_not_of(" \t"))
    return finding_at(line.begin + before.find('\t'), "a tab cannot indent a line", "use spaces");
  if (before.find(": ") != npos)
    return finding_at(at, "a second colon in one line", in_quotes(line.words));
  const auto above = line_before(text, line);
  const auto colon = above ? colon_of_key(above->words) : std::nullopt;
  if (colon && !begins_with_key(above->words)) return line_without_colon(text, {above->begin, 0});
  if (!before.empty() && is_blank(before.front()))
    return finding_at(line.begin + before.find_first_not_of(' '),
                      "this line is indented deeper than the one above it",
                      "remove the spaces in front of it");
  return finding_at(at, "a colon that does not fit here", quote_all);
}

/// yaml-cpp looks for the next key and finds something else.
Diagnostic unexpected_text(std::string_view text, std::size_t at) {
  const Line line = line_at(text, at);
  const std::size_t value = value_begin(line.words);
  const char first = value < line.words.size() ? line.words[value] : '\0';
  if (line.begin + value < at) {
    if (first == '\'')
      return finding_at(at, "text behind the closing quote",
                        "double a quote that belongs to the text: 'it''s'");
    if (first == '"')
      return finding_at(at, "text behind the closing quote",
                        R"(write \" for a quote that belongs to the text, or put ' around it)");
    if (first == '[' || first == '{')
      return finding_at(at, "text behind the closing bracket", in_quotes(line.words));
  }
  return finding_at(at, "this line is neither a key nor part of the value above it",
                    "write `key: value`, or indent the line if it belongs to the value above");
}

Diagnostic bad_beginning(std::string_view text, std::size_t at) {
  const Line line = line_at(text, at);
  const std::string character(text.substr(at, 1));
  return finding_at(at, "`" + character + "` cannot begin a value", in_quotes(line.words));
}

/// The rest, by how yaml-cpp's message begins.
struct Phrase {
  std::string_view theirs, ours, hint;
};
constexpr std::array<Phrase, 10> phrases{{
    {"end of sequence not found", "this line does not belong to the list above it",
     "align it with the list's other items"},
    {"illegal tab when", "a tab cannot indent a line", "use spaces"},
    {"unexpected character in block scalar", "text behind `|` or `>`",
     "begin the text in the next line, or put the value in quotes"},
    {"the referenced anchor", "`*` stands for a value named with `&`, and there is none",
     "put the value in quotes if it is a text"},
    {"alias not found", "`*` cannot begin a value", "put the value in quotes"},
    {"anchor not found", "`&` cannot begin a value", "put the value in quotes"},
    {"illegal flow end", "a bracket is closed that was not opened",
     "delete it, or put the value in quotes"},
    {"illegal block entry", "a list cannot begin behind its key",
     "begin each `- item` in a line of its own, or put the value in quotes"},
    {"illegal map key", "`?` cannot begin a value", "put the value in quotes"},
    {"bad character found while", "an escape \\x or \\u without its digits",
     "double the backslash, or use single quotes"},
}};

}  // namespace

Diagnostic line_without_colon(std::string_view text, Span place) {
  const Line line = line_at(text, place.begin);
  const std::size_t indent = std::min(line.words.find_first_not_of(" \t"), line.words.size());
  const std::string_view words = line.words.substr(indent);
  const auto colon = colon_of_key(words);
  if (!colon)
    return finding_at(place.begin, "this line is neither a key nor part of the value above it",
                      "write `key: value`, or indent the line if it belongs to the value above");
  const std::string key(words.substr(0, *colon));
  return finding_at(line.begin + indent + *colon, "no space behind the colon",
                    "write `" + key + ": " +
                        (words.size() > 80 ? "…" : std::string(words.substr(*colon + 1))) + "`");
}

std::optional<Diagnostic> find_unclosed_quote(std::string_view text, std::size_t opening) {
  const char quote = text[opening];
  const auto unclosed = [&] {
    return finding_at(opening, std::string("a `") + quote + "` is not closed",
                      std::string("put a `") + quote + "` behind the text");
  };
  for (std::size_t i = opening + 1; i < text.size(); ++i) {
    if (text[i] == '\\' && quote == '"') {
      ++i;
    } else if (text[i] == quote) {
      if (quote == '"' || text.substr(i + 1, 1) != "'") return std::nullopt;
      ++i;
    } else if (text[i] == '\n' && begins_with_key(line_at(text, i + 1).words)) {
      return unclosed();
    }
  }
  return unclosed();
}

Diagnostic nul_byte(std::size_t at) {
  return finding_at(at, "a NUL byte, which no text has",
                    "remove it, or save the file as UTF-8 if it is none");
}

Diagnostic text_behind(std::string_view text, std::size_t at) {
  at = std::min(at, text.size());
  const std::size_t first = std::min(text.find_first_not_of(" \t\r\n"), text.size());
  const bool is_indented = first > line_at(text, first).begin && line_at(text, at).begin == at;
  if (is_indented)
    return finding_at(first, "this line is indented deeper than the ones below it",
                      "remove the spaces in front of it");
  return unexpected_text(text, at);
}

std::optional<Diagnostic> find_directive(std::string_view text) {
  const std::size_t at = text.substr(0, 1) == "%" ? 0 : text.find("\n%") + 1;
  if (at >= text.size() || text[at] != '%') return std::nullopt;
  return finding_at(at, "a line cannot begin with `%`", "put the key in quotes");
}

Brackets scan_brackets(std::string_view text) {
  Brackets found;
  std::vector<std::size_t> open;
  char before = '\n';  // the last character that is no blank: what a quote must follow to be one
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool is_after_blank = i == 0 || is_blank(text[i - 1]) || text[i - 1] == '\n';
    if (c == '#' && is_after_blank) {
      i = std::min(text.find('\n', i), text.size());
      continue;
    }
    if ((c == '"' || c == '\'') && std::string_view("\n:-[{,").find(before) != npos) {
      std::size_t end = i + 1;
      while (end < text.size() && text[end] != c) end += c == '"' && text[end] == '\\' ? 2 : 1;
      i = end;
    }
    if (c == '[' || c == '{') open.push_back(i);
    if ((c == ']' || c == '}') && !open.empty()) open.pop_back();
    if (open.size() > depth_limit) {
      found.too_deep = open.back();
      return found;
    }
    if (!is_blank(c) && c != '\r') before = c;
  }
  if (!open.empty()) found.unclosed = open.front();
  return found;
}

Diagnostic yaml_mistake(std::string_view text, std::string_view theirs, std::size_t at) {
  const auto begins = [theirs](std::string_view words) { return theirs.rfind(words, 0) == 0; };
  at = std::min(at, text.size());
  if (auto finding = find_merge_conflict(text)) return *std::move(finding);
  if (auto finding = first_unclosed_quote(text)) return *std::move(finding);
  if (begins("illegal map value")) return unexpected_colon(text, at);
  if (begins("end of map not found")) return unexpected_text(text, at);
  if (begins("unknown token")) return bad_beginning(text, at);
  if (begins("unknown escape character"))
    return finding_at(at - std::min<std::size_t>(at, 2), "unknown escape in a double-quoted text",
                      "double the backslash, or use single quotes");
  if (begins("end of map flow") || begins("end of sequence flow")) {
    const std::size_t opening = scan_brackets(text).unclosed.value_or(at);
    const bool is_list = text.substr(opening, 1) == "[";
    return finding_at(opening, is_list ? "a `[` is not closed" : "a `{` is not closed",
                      is_list ? "close it with `]`, or put the value in quotes"
                              : "close it with `}`, or put the value in quotes");
  }
  const auto* phrase = std::find_if(phrases.begin(), phrases.end(),
                                    [&](const Phrase& row) { return begins(row.theirs); });
  if (phrase == phrases.end()) return finding_at(at, std::string(theirs), "");
  return finding_at(at, std::string(phrase->ours), phrase->hint);
}

}  // namespace blogsearch::syntax
