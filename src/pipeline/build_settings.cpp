// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/build_settings.hpp"

#include <charconv>
#include <optional>

namespace blogsearch::pipeline {
namespace {

using model::FailOn;

constexpr Setting::Choices<bool FailOn::*, 2> conditions{
    {{"id-change", &FailOn::id_change}, {"shrink", &FailOn::shrink}}};

struct Bounds {
  std::size_t least, most;
};

void read_count(const Setting& setting, Bounds bounds, std::string hint, std::size_t& target) {
  std::optional<std::size_t> count;
  if (const std::string* text = setting.text()) {
    std::size_t number = 0;
    const char* end = text->data() + text->size();
    const auto [stop, error] = std::from_chars(text->data(), end, number);
    if (stop == end && error == std::errc{}) count = number;
  }
  if (count && *count >= bounds.least && *count <= bounds.most)
    target = *count;
  else
    setting.reject("a whole number from " + std::to_string(bounds.least) + " to " +
                       std::to_string(bounds.most),
                   std::move(hint));
}

constexpr std::size_t one_day = 86'400;

}  // namespace

void read_jobs(const Setting& setting, model::BuildConfig& build) {
  read_count(setting, {1, model::BuildConfig::most_jobs},
             "write `jobs: 2`, or leave it out for as many as there are processors", build.jobs);
}

void read_fail_on(const Setting& setting, model::BuildConfig& build) {
  build.fail_on = {};
  if (setting.is_empty_list()) return;
  std::vector<bool FailOn::*> chosen;
  setting.choices_into(chosen, conditions);
  for (bool FailOn::*const condition : chosen) build.fail_on.*condition = true;
}

void read_wait(const Setting& setting, model::BuildConfig& build) {
  read_count(setting, {0, one_day}, "write it in seconds: `wait: 60`", build.wait);
}

void read_on_change(const Setting& setting, model::BuildConfig& build) {
  std::vector<std::string>& words = build.on_change.words;
  words.clear();
  if (const std::string* line = setting.text()) {
    if (line->find_first_not_of(" \t\n") != std::string::npos) words = {"/bin/sh", "-c", *line};
  } else if (setting.is_sequence() && !setting.is_empty_list()) {
    setting.into(words);
    if (words.empty()) return;  // it has been said why
  }
  if (words.empty() || words.front().empty())
    setting.reject("a command, or a list of a program and its arguments",
                   "write `on_change: ./changed.sh`");
}

void read_on_change_timeout(const Setting& setting, model::BuildConfig& build) {
  read_count(setting, {1, one_day}, "write it in seconds: `on_change_timeout: 300`",
             build.on_change.timeout);
}

}  // namespace blogsearch::pipeline
