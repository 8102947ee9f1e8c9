// SPDX-License-Identifier: GPL-2.0-or-later
#include "syntax/toml_mistake.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace blogsearch::syntax {
namespace {

enum class Place { noticed, value, key };  ///< where the mistake is, seen from where it is noticed

struct Phrase {
  std::string_view theirs;  ///< a part of it
  std::string_view ours, hint;
  Place place = Place::noticed;
};

constexpr std::string_view quote_it = "QUOTE";  // replaced by the line with its value in quotes

/// The first that fits counts.
constexpr std::array<Phrase, 23> phrases{{
    {"cannot redefine", "this key is given twice", "keep one of the two"},
    {"expected '=', saw ':'", "a `:` where TOML has `=`",
     "write `key = value`, or make it YAML with `---` instead of `+++`"},
    {"expected '=', saw", "this line is not `key = value`", "write `key = value`", Place::key},
    {"could not determine value type", "a text without quotes", quote_it, Place::value},
    {"parsing boolean", "a text without quotes", quote_it, Place::value},
    {"parsing date", "this is not a date of TOML", quote_it, Place::value},
    {"parsing time", "this is not a date of TOML", quote_it, Place::value},
    {"parsing integer", "this is not a number", quote_it, Place::value},
    {"parsing decimal integer", "this is not a number", quote_it, Place::value},
    {"parsing binary integer", "this is not a number", quote_it, Place::value},
    {"parsing octal integer", "this is not a number", quote_it, Place::value},
    {"parsing hexadecimal integer", "this is not a number", quote_it, Place::value},
    {"parsing floating-point", "this is not a number", quote_it, Place::value},
    {"parsing hexadecimal floating-point", "this is not a number", quote_it, Place::value},
    {"escape sequence", "unknown escape in a text in double quotes",
     "double the backslash, or use single quotes"},
    {"key-value pair: encountered end-of-file", "a key without a value", "write `key = value`",
     Place::key},
    {"array: encountered end-of-file", "a `[` is not closed", "close it with `]`", Place::value},
    {"expected comma or closing ']'", "a comma is missing, or the `]`",
     "put commas between the values and `]` behind the last"},
    {"parsing inline table", "a `{` is not closed in its line",
     "write the whole `{ … }` in one line, without a comma behind the last value", Place::value},
    {"table header: expected ']'", "a `[` is not closed", "close it with `]`", Place::key},
    {"expected a comment or whitespace", "text behind the end of the value",
     "put the whole value in one pair of quotes, or begin a new line"},
    {"expected keys, tables", "this is no key",
     "write `key = value`; a key with other characters than A-Z a-z 0-9 _ - stands in quotes",
     Place::key},
    {"is not representable", "the number is too large", quote_it, Place::value},
}};

struct Line {
  std::size_t begin, end;
};
Line line_around(std::string_view text, std::size_t at) {
  const std::size_t begin = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
  return {begin, std::min(text.find_first_of("\r\n", at), text.size())};
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(" \t", at), text.size());
}

/// `title = Foo` → `title = "Foo"`, when that is a line to show.
std::string quoted_line(std::string_view line, std::size_t value) {
  const std::string_view written = line.substr(value, line.find_last_not_of(" \t") + 1 - value);
  if (written.rfind("“", 0) == 0 || written.rfind("‘", 0) == 0)
    return "use straight quotes, \" or '";
  const bool is_fit =
      written.size() <= 60 && !written.empty() && written.find_first_of("\"'#[{") == written.npos;
  if (!is_fit) return "put the value in double quotes";
  return "write `" + std::string(line.substr(0, value)) + "\"" + std::string(written) + "\"`";
}

Diagnostic unclosed_or_control(std::string_view text, std::size_t at) {
  Diagnostic finding;
  finding.span = {at, at};
  if (at < text.size() && text[at] != '\n' && text[at] != '\r') {
    finding.message = "a control character in a text";
    finding.hint = "delete it, or write it as \\u00XX";
    return finding;
  }
  finding.message = "a text is not closed in its line";
  finding.hint = R"(close it with its quote; a text of several lines stands between """)";
  return finding;
}

/// Noticed one character too early.
Diagnostic not_utf8(std::string_view text, std::size_t at) {
  const auto* byte = std::find_if(text.begin() + at, text.end(),
                                  [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  Diagnostic finding;
  finding.message = "bytes that are not UTF-8";
  finding.hint = "save the file in the UTF-8 encoding";
  finding.span.begin = finding.span.end = static_cast<std::size_t>(byte - text.begin());
  return finding;
}

Diagnostic worded(std::string_view text, std::string_view description, std::size_t at) {
  if (description.find("parsing string: encountered end-of-file") != description.npos ||
      description.find("unescaped control") != description.npos)
    return unclosed_or_control(text, at);
  if (description.find("invalid utf-8") != description.npos) return not_utf8(text, at);
  Diagnostic finding;
  finding.span = {at, at};
  const auto* phrase = std::find_if(phrases.begin(), phrases.end(), [&](const Phrase& row) {
    return description.find(row.theirs) != description.npos;
  });
  if (phrase == phrases.end()) {
    finding.message = description.substr(std::min(description.find(": ") + 2, description.size()));
    return finding;
  }
  finding.message = phrase->ours;
  const Line line = line_around(text, at);
  const std::string_view words = text.substr(line.begin, line.end - line.begin);
  const std::size_t equals = std::min(words.rfind('=', at - line.begin), words.size());
  const std::size_t value = skip_blanks(words, std::min(equals + 1, words.size()));
  finding.hint = phrase->hint == quote_it ? quoted_line(words, value) : phrase->hint;
  if (phrase->place == Place::value && equals < words.size())
    finding.span.begin = line.begin + value;
  if (phrase->place == Place::key) finding.span.begin = line.begin + skip_blanks(words, 0);
  finding.span.end = std::max(finding.span.begin, finding.span.end);
  return finding;
}

Diagnostic as_toml(Diagnostic finding) {
  finding.code = Code::syntax_invalid_toml;
  finding.message = "this is not valid TOML: " + finding.message;
  return finding;
}

}  // namespace

Diagnostic toml_mistake(std::string_view text, std::string_view description, std::size_t at) {
  return as_toml(worded(text, description, at));
}

Diagnostic missing_value(std::string_view text, std::size_t at) {
  return toml_mistake(text, "key-value pair: encountered end-of-file", at);
}

Diagnostic wrong_bracket(std::size_t at) {
  Diagnostic finding;
  finding.message = "a `}` where a `[` is open";
  finding.hint = "close it with `]`";
  finding.span = {at, at};
  return as_toml(std::move(finding));
}

}  // namespace blogsearch::syntax
