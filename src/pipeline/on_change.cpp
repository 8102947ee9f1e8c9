// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/on_change.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "io/read.hpp"
#include "io/release.hpp"
#include "io/task.hpp"
#include "pipeline/stop.hpp"

namespace blogsearch::pipeline {
namespace {

namespace fs = std::filesystem;

fs::path note_of(const model::SiteConfig& config) { return config.state / "changed"; }

/// The files of a note, a line each.
std::set<std::string> read_note(const fs::path& note) {
  std::set<std::string> files;
  const Result<std::string> bytes = io::read(note);
  std::string_view rest = bytes ? std::string_view(*bytes) : std::string_view();
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    files.emplace(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return files;
}

io::Task task_of(const model::SiteConfig& config, const BuildOptions& options, Report& report) {
  std::error_code ignored;
  io::Task task;
  task.words = config.build.on_change.words;
  task.folder = config.file.has_parent_path() ? config.file.parent_path() : fs::path(".");
  task.input = note_of(config);
  task.set = {{"BLOGSEARCH_OUT", fs::absolute(config.feeds.out, ignored).lexically_normal()},
              {"BLOGSEARCH_URL", config.feeds.url}};
  task.limit = std::chrono::seconds(config.build.on_change.timeout);
  task.is_stopped = [&options, &report] { return is_stopped(options, report); };
  return task;
}

std::string why(const Result<io::TaskEnd>& end, const model::OnChange& command) {
  if (!end) return end.error().message + ": " + command.words.front();
  switch (end->how) {
    case io::TaskEnd::How::killed:
      return "it was ended by signal " + std::to_string(end->number);
    case io::TaskEnd::How::took_too_long:
      return "it took longer than " + std::to_string(command.timeout) + " s and was ended";
    case io::TaskEnd::How::exited:
    case io::TaskEnd::How::was_stopped:
      break;
  }
  return "its exit status is " + std::to_string(end->number);
}

Diagnostic failed(const Result<io::TaskEnd>& end, const model::SiteConfig& config) {
  Diagnostic finding;
  finding.code = Code::pipeline_on_change_failed;
  finding.message = "the command of `build.on_change` failed: " + why(end, config.build.on_change);
  finding.hint = "all is published; the next build tells it of the same files again";
  finding.file = io::shown(config.file);
  return finding;
}

}  // namespace

Result<void> note_changes(const model::SiteConfig& config, const Report& report) {
  const bool has_news = !report.files_changed.empty() || !report.files_removed.empty();
  if (config.build.on_change.words.empty() || config.state.empty() || !has_news) return {};
  std::set<std::string> files = read_note(note_of(config));
  for (const auto* news : {&report.files_changed, &report.files_removed})
    for (const std::string& file : *news) files.insert(io::shown_from(config.feeds.out, file));
  std::string lines;
  for (const std::string& file : files) lines.append(file).append("\n");
  const Result<io::Change> written = io::replace(note_of(config), lines);
  return written ? Result<void>() : written.error();
}

void tell_changes(const model::SiteConfig& config, const BuildOptions& options, Report& report,
                  Diagnostics& findings) {
  if (config.state.empty() || !options.keep) return;
  const fs::path note = note_of(config);
  std::error_code ignored;
  if (config.build.on_change.words.empty()) {
    fs::remove(note, ignored);
    return;
  }
  if (!fs::exists(note, ignored) || is_stopped(options, report)) return;
  if (options.progress) options.progress("on_change", 0, 0);
  const auto begin = std::chrono::steady_clock::now();
  const Result<io::TaskEnd> end = io::carry_out(task_of(config, options, report));
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
  report.seconds.emplace_back("on_change", taken.count());
  if (report.stopped) return;
  const bool is_done = end && end->how == io::TaskEnd::How::exited && end->number == 0;
  if (is_done)
    fs::remove(note, ignored);
  else
    findings.add(failed(end, config));
}

}  // namespace blogsearch::pipeline
