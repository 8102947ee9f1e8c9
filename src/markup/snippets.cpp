// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/snippets.hpp"

#include <algorithm>

#include "markup/code_finder.hpp"
#include "text/words.hpp"

namespace blogsearch::markup {
namespace {

constexpr std::size_t npos = std::string_view::npos;

/// More backticks than stand together anywhere in `code`, at least `least`.
std::string ticks_around(std::string_view code, std::size_t least) {
  std::size_t longest = least - 1;
  for (std::size_t i = code.find('`'); i != npos; i = code.find('`', i)) {
    const std::size_t end = std::min(code.find_first_not_of('`', i), code.size());
    longest = std::max(longest, end - i);
    i = end;
  }
  return std::string(longest + 1, '`');
}

/// Without the rest of the opening tag's line and the blanks in front of the closing tag.
std::string_view lines_of(std::string_view code) {
  if (is_blank(code)) return {};
  const std::size_t first = line_end(code, 0);
  if (is_blank(code.substr(0, first))) code.remove_prefix(first);
  return code.substr(0, code.find_last_not_of(" \t\r\n") + 1);
}

/// A language's name goes into a line of its own: no other characters.
std::string_view word_of(std::string_view language) {
  const bool is_word = std::all_of(language.begin(), language.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("+#-._").find(c) != npos;
  });
  return is_word ? language : std::string_view();
}

/// In `<…>`, so that blanks and parentheses may stand in it.
std::string destination(std::string_view address) {
  std::string out = "<";
  for (const char c : address)
    if (c != '<' && c != '>' && c != '\n') out.push_back(c);
  return out + '>';
}

}  // namespace

std::string plain(std::string_view text, Flavour flavour) {
  if (flavour == Flavour::html) return text::escape_html(text);
  std::string out;
  for (const char c : text) {
    if (std::string_view("\\`*_[]<>&").find(c) != npos) out.push_back('\\');
    out.push_back(c);
  }
  return out;
}

std::string link(std::string_view label, std::string_view address) {
  std::string out = "<a href=\"" + text::escape_html(address) + "\">";
  for (const char c : text::escape_html(label)) {
    const bool is_markup = std::string_view("\\`*_[]{}").find(c) != npos;
    if (is_markup)
      out.append("&#").append(std::to_string(static_cast<int>(c))).append(";");
    else
      out.push_back(c);
  }
  return out + "</a>";
}

std::string picture(std::string_view address, std::string_view description,
                    std::string_view caption, Flavour flavour) {
  std::string out = flavour == Flavour::html
                        ? "<img src=\"" + text::escape_html(address) + "\" alt=\"" +
                              text::escape_html(description) + "\" />"
                        : "![" + plain(description, flavour) + "](" + destination(address) + ")";
  if (caption.empty()) return out;
  return out + "\n\n<figcaption>" + std::string(caption) + "</figcaption>\n\n";
}

std::string code_block(std::string_view code, std::string_view language, std::string_view indent,
                       Flavour flavour) {
  const std::string_view lines = lines_of(code);
  if (flavour == Flavour::html) return "<pre><code>" + text::escape_html(lines) + "</code></pre>";
  const std::string ticks = ticks_around(lines, 3);
  return ticks + std::string(word_of(language)) + '\n' + std::string(lines) + '\n' +
         std::string(indent) + ticks;
}

std::string code_span(std::string_view code, Flavour flavour) {
  code = text::trim(code);
  if (flavour == Flavour::html) return "<code>" + text::escape_html(code) + "</code>";
  const std::string ticks = ticks_around(code, 1);
  const char* space = ticks.size() > 1 ? " " : "";
  return code.empty() ? "" : ticks + space + std::string(code) + space + ticks;
}

}  // namespace blogsearch::markup
