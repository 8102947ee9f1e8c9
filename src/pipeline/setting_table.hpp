// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a person is told of each key of blogsearch.yaml: `blogsearch help config`,
// blogsearch.yaml(5) and docs/config.md are made of it. A test holds it against what is read
// (pipeline/settings.cpp).
#pragma once

#include <span>
#include <string_view>

namespace blogsearch::pipeline {

struct SettingRow {
  /// `limit`; of a member `built.root`; of a member of each in a list `extra[].path`.
  std::string_view name;
  /// Words in capitals stand for a value, others for themselves: `NUMBER`, `strict | mdy | dmy`.
  std::string_view form;
  /// A value that says the same as nothing does; empty where there is none, and `text` says what
  /// is.
  std::string_view fallback;
  std::string_view example;  ///< a value that is read and is not the same as nothing
  std::string_view text;     ///< sentences; what is between backticks stands for itself
};

struct SettingSection {
  std::string_view name;
  std::string_view text;
  std::span<const SettingRow> keys;
};

/// In the order of the file.
[[nodiscard]] std::span<const SettingSection> setting_table();

/// The section `feeds`, whose keys are as many as those of all others.
[[nodiscard]] SettingSection feed_setting_table();

}  // namespace blogsearch::pipeline
