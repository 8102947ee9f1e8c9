// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/help_config.hpp"

#include <fmt/format.h>

#include <vector>

#include "cli/arguments.hpp"
#include "cli/narrow.hpp"
#include "cli/style.hpp"
#include "core/suggest.hpp"
#include "pipeline/setting_table.hpp"

namespace blogsearch::cli {
namespace {

using pipeline::SettingRow;
using pipeline::SettingSection;

std::string paragraph(std::string_view text, std::size_t indent) {
  return hang(std::string(indent, ' '), indent, text, help_width);
}

std::string full_name(const SettingSection& section, const SettingRow& key) {
  return fmt::format("{}.{}", section.name, key.name);
}

std::string described(const SettingSection& section, const SettingRow& key) {
  constexpr std::size_t indent = 6;
  std::string out = paragraph(fmt::format("{}: {}", full_name(section, key), key.form), 2);
  out += paragraph(key.text, indent);
  if (!key.fallback.empty()) out += paragraph(fmt::format("Default: {}", key.fallback), indent);
  return out + paragraph(fmt::format("Example: {}", key.example), indent);
}

}  // namespace

std::string_view about_config() {
  return "`blogsearch.yaml` stands in the current folder or in one above it; `--config` names "
         "another file. It is YAML: sections, and below each its keys. What is not written has its "
         "default. Options of the command line win over it. An unknown key is an error, with a "
         "suggestion. Paths are those from the folder of the file. Words in capitals stand for a "
         "value of yours.";
}

std::string help_of_config() {
  std::string out = paragraph(about_config(), 0);
  for (const SettingSection& section : pipeline::setting_table()) {
    out += "\n" + paragraph(fmt::format("{}: {}", section.name, section.text), 0);
    for (const SettingRow& key : section.keys) out += "\n" + described(section, key);
  }
  return out;
}

Result<std::string> help_of_key(std::string_view key) {
  std::vector<std::string> names;
  for (const SettingSection& section : pipeline::setting_table())
    for (const SettingRow& row : section.keys) {
      names.push_back(full_name(section, row));
      if (names.back() == key) return described(section, row);
    }
  const std::vector<std::string_view> views(names.begin(), names.end());
  std::string hint = did_you_mean(key, views);
  if (hint.empty()) hint = "\"blogsearch help config\" lists the keys";
  return usage_error(fmt::format("there is no key \"{}\"", key), hint);
}

}  // namespace blogsearch::cli
