// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/generator_pattern.hpp"

#include <algorithm>
#include <cstddef>

#include "text/words.hpp"

namespace blogsearch::pipeline {
namespace {

bool is_token_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// The token that begins `rest`, without its `open`; empty when `rest` begins with none.
std::string_view token_at(std::string_view rest, TokenForm form) {
  if (rest.substr(0, form.open.size()) != form.open) return {};
  rest.remove_prefix(form.open.size());
  if (!form.close.empty()) {
    const std::size_t close = rest.find(form.close);
    return close == std::string_view::npos ? std::string_view() : rest.substr(0, close);
  }
  const auto* end = std::find_if_not(rest.begin(), rest.end(), is_token_letter);
  std::size_t size = static_cast<std::size_t>(end - rest.begin());
  if (size < rest.size() && rest[size] == '[')  // Hugo's `:sections[1:]`
    size = std::min(rest.find(']', size), rest.size() - 1) + 1;
  return rest.substr(0, size);
}

}  // namespace

Fact translate(std::string_view rule, TokenForm form, std::span<const TokenRow> table) {
  Fact pattern;
  for (std::size_t i = 0; i < rule.size();) {
    const std::string_view token = token_at(rule.substr(i), form);
    if (token.empty()) {
      if (rule[i] == '{' || rule[i] == '}') return {"", std::string(rule.substr(i, 1))};
      pattern.value.push_back(rule[i++]);
      continue;
    }
    const std::string_view name = text::trim(token);
    const auto row = std::find_if(table.begin(), table.end(),
                                  [name](const TokenRow& r) { return r.token == name; });
    const std::size_t size = form.open.size() + token.size() + form.close.size();
    if (row == table.end()) return {"", std::string(rule.substr(i, size))};
    pattern.value.append(row->placeholder);
    i += size;
  }
  return pattern;
}

}  // namespace blogsearch::pipeline
