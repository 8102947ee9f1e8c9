// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/shortcode_arguments.hpp"

#include <algorithm>

namespace blogsearch::markup {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::string_view blanks = " \t\r\n,";

/// The value at the start of `text`, which is cut from it.
std::string take_value(std::string_view& text) {
  std::string value;
  const char quote = text.empty() ? ' ' : text[0];
  if (quote != '"' && quote != '\'' && quote != '`') {
    const std::size_t end = std::min(text.find_first_of(blanks), text.size());
    value = text.substr(0, end);
    text.remove_prefix(end);
    return value;
  }
  std::size_t i = 1;
  for (; i < text.size() && text[i] != quote; ++i) {
    if (text[i] == '\\' && quote != '`' && i + 1 < text.size()) ++i;
    value.push_back(text[i]);
  }
  text.remove_prefix(std::min(i + 1, text.size()));
  return value;
}

/// The name in front of a '=' or ':' at the start of `text`, cut from it with that sign; a colon
/// in an address names nothing.
std::string take_name(std::string_view& text) {
  const std::size_t end = text.find_first_of("=:\"'` \t\r\n,");
  if (end == npos || end == 0 || (text[end] != '=' && text[end] != ':')) return {};
  if (text[end] == ':' && text.substr(end, 3) == "://") return {};
  std::string name(text.substr(0, end));
  text.remove_prefix(end + 1);
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  return name;
}

}  // namespace

Arguments::Arguments(std::string_view text) {
  while (true) {
    text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
    if (text.empty()) return;
    Argument argument;
    argument.name = take_name(text);
    argument.value = take_value(text);
    arguments_.push_back(std::move(argument));
  }
}

std::string Arguments::named(std::initializer_list<std::string_view> names) const {
  for (const std::string_view name : names)
    for (const Argument& argument : arguments_)
      if (argument.name == name) return argument.value;
  return {};
}

std::string Arguments::at(std::size_t place) const {
  for (const Argument& argument : arguments_)
    if (argument.name.empty() && place-- == 0) return argument.value;
  return {};
}

}  // namespace blogsearch::markup
