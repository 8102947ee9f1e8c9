// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/saved_search.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "cli/arguments.hpp"
#include "core/suggest.hpp"

namespace blogsearch::cli {
namespace {

bool may_be_name(std::string_view word) {
  return !word.empty() && std::none_of(word.begin(), word.end(), [](char c) {
    return std::string_view("/\\:.,;!?@#*()\"'+=<>").find(c) != std::string_view::npos;
  });
}

Diagnostic unknown(std::string_view name, const std::map<std::string, std::string>& saved) {
  std::vector<std::string_view> names;
  names.reserve(saved.size());
  for (const auto& search : saved) names.push_back(search.first);
  std::string hint = did_you_mean(name, names);
  if (hint.empty()) hint = fmt::format("there are @{}", fmt::join(names, ", @"));
  return usage_error(fmt::format("there is no saved search \"{}\"", name),
                     fmt::format("{} (the word itself is '\"@{}\"')", hint, name));
}

}  // namespace

Result<std::string> expand_saved(const std::string& words,
                                 const std::map<std::string, std::string>& saved) {
  const std::size_t begin = words.find_first_not_of(' ');
  if (begin == std::string::npos || words[begin] != '@') return words;
  const std::size_t end = std::min(words.find(' ', begin), words.size());
  const std::string name = words.substr(begin + 1, end - begin - 1);
  const auto found = saved.find(name);
  if (found == saved.end()) {
    if (!saved.empty() && may_be_name(name)) return unknown(name, saved);
    return words;
  }
  const std::string rest = words.substr(end);
  if (rest.find_first_not_of(' ') == std::string::npos) return found->second;
  // OR binds last: without the brackets the words behind would belong to its right side alone.
  const bool is_choice = found->second.find(" OR ") != std::string::npos;
  return is_choice ? "(" + found->second + ")" + rest : found->second + rest;
}

}  // namespace blogsearch::cli
