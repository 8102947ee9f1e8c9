// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/turn.hpp"

#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <string>
#include <system_error>
#include <thread>
#include <utility>

#include "index/generation.hpp"
#include "io/read.hpp"
#include "io/temporary_file.hpp"
#include "pipeline/stop.hpp"
#include "time/write.hpp"

namespace blogsearch::pipeline {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr const char* lock_name = "lock";
constexpr auto pause = std::chrono::milliseconds(20);

/// `4711 2024-05-17T10:00:00Z`: who we are and since when. No output depends on it.
std::string own_note() {
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  return std::to_string(::getpid()) + ' ' + time::rfc3339_utc({now, {}}) + '\n';
}

Diagnostic locked(const fs::path& file) {
  Diagnostic finding;
  finding.code = Code::pipeline_locked;
  finding.message = "another build is running";
  const std::string note = io::lock_note(file);
  const std::size_t blank = note.find(' ');
  if (blank != std::string::npos && note.ends_with('\n'))
    finding.message += ": process " + note.substr(0, blank) + ", since " +
                       note.substr(blank + 1, note.size() - blank - 2);
  finding.hint = "run the command again when it has ended, or `blogsearch build --wait 60`";
  finding.file = io::shown(file);
  return finding;
}

/// Only with the turn: nobody else is writing there.
void remove_litter(const model::SiteConfig& config) {
  std::error_code ignored;
  for (const fs::path& left : find_litter(config)) fs::remove_all(left, ignored);
}

}  // namespace

std::vector<fs::path> find_litter(const model::SiteConfig& config) {
  std::vector<fs::path> litter = io::find_temporaries(config.feeds.out, io::Depth::tree);
  const auto add = [&litter](const std::vector<fs::path>& more) {
    litter.insert(litter.end(), more.begin(), more.end());
  };
  add(io::find_temporaries(config.state, io::Depth::tree));
  if (!config.ledger.empty())
    add(io::find_temporaries(config.ledger.parent_path(), io::Depth::folder));
  add(index::find_litter(config.search.index));
  std::sort(litter.begin(), litter.end());
  litter.erase(std::unique(litter.begin(), litter.end()), litter.end());
  return litter;
}

std::optional<Diagnostic> other_build(const model::SiteConfig& config) {
  const fs::path file = config.state / lock_name;
  const std::string note = io::lock_note(file);
  pid_t builder = 0;
  std::from_chars(note.data(), note.data() + note.size(), builder);
  const bool is_alive = builder > 0 && (::kill(builder, 0) == 0 || errno == EPERM);
  return is_alive ? std::optional(locked(file)) : std::nullopt;
}

void sign(const io::Lock& turn) { turn.sign(own_note()); }

Result<std::optional<io::Lock>> take_turn(const model::SiteConfig& config,
                                          const BuildOptions& options, Report& report) {
  if (!options.keep || config.state.empty()) return std::optional<io::Lock>();
  const fs::path file = config.state / lock_name;
  const auto end = Clock::now() + options.patience;
  for (;;) {
    Result<std::optional<io::Lock>> lock = io::Lock::take(file, {});
    if (!lock) return lock;
    if (*lock) {
      if ((*lock)->is_inherited()) remove_litter(config);
      return lock;
    }
    if (is_stopped(options, report) || Clock::now() >= end) return locked(file);
    std::this_thread::sleep_for(pause);
  }
}

}  // namespace blogsearch::pipeline
