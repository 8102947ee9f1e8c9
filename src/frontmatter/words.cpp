// SPDX-License-Identifier: GPL-2.0-or-later
#include "frontmatter/words.hpp"

#include <algorithm>

#include "text/uri.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

namespace blogsearch::frontmatter {
namespace {

/// Splits `outer (inner)`; false where `text` is not of that form.
bool split_brackets(std::string_view text, char open, char close, std::string_view& outer,
                    std::string_view& inner) {
  const std::size_t at = text.find(open);
  if (at == text.npos || text.back() != close) return false;
  outer = text::trim(text.substr(0, at));
  inner = text::trim(text.substr(at + 1, text.size() - at - 2));
  return true;
}

}  // namespace

std::string plain(std::string_view value) { return text::squeeze(text::make_legal(value)); }

std::vector<std::string_view> split_at(std::string_view text, std::string_view separators) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(separators), text.size());
    const std::string_view part = text::trim(text.substr(0, end));
    if (!part.empty()) parts.push_back(part);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

std::vector<std::string_view> split_list(std::string_view text) {
  return split_at(text, text.find(';') == text.npos ? "," : ";");
}

void add_word(std::vector<std::string>& out, std::string_view value) {
  std::string word = plain(value);
  if (!word.empty() && std::find(out.begin(), out.end(), word) == out.end())
    out.push_back(std::move(word));
}

model::Person person_in(std::string_view text) {
  const std::string written = plain(text);
  std::string_view outer;
  std::string_view inner;
  if (split_brackets(written, '<', '>', outer, inner)) {
    const std::string name(outer.empty() ? inner : outer);
    if (text::is_web_url(inner)) return {name, {}, std::string(inner)};
    return {name, std::string(inner), {}};
  }
  if (split_brackets(written, '(', ')', outer, inner) && text::is_mail_address(outer))
    return {std::string(inner), std::string(outer), {}};
  return {written, {}, {}};
}

}  // namespace blogsearch::frontmatter
