// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/new_process.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <map>
#include <string_view>

#include "io/error.hpp"

namespace blogsearch::io {

std::vector<std::string> environment_with(
    const std::vector<std::pair<std::string, std::string>>& set,
    const std::vector<std::string>& unset) {
  std::map<std::string, std::string> variables;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view text(*entry);
    const std::size_t sign = std::min(text.find('='), text.size());
    if (sign < text.size()) variables.emplace(text.substr(0, sign), text.substr(sign + 1));
  }
  for (const std::string& name : unset) variables.erase(name);
  for (const auto& [name, value] : set) variables[name] = value;
  std::vector<std::string> texts;
  for (const auto& [name, value] : variables) texts.emplace_back(name).append("=").append(value);
  return texts;
}

Diagnostic cannot_run(const std::string& program, int error) {
  const Code code = error == ENOENT ? Code::io_not_found : Code::io_unreadable;
  return failure(code, "cannot run the program", program, error);
}

}  // namespace blogsearch::io
