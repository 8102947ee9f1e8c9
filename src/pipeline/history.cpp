// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/history.hpp"

#include <algorithm>
#include <set>
#include <system_error>
#include <utility>

#include "io/process.hpp"
#include "io/read.hpp"
#include "time/read.hpp"

namespace blogsearch::pipeline {
namespace {

namespace fs = std::filesystem;

constexpr char mark = '\x01';  // begins a commit's line; no path follows it, no status has it

/// Follows names from the newest commit back to the oldest.
class Names {
 public:
  explicit Names(History& history) : history_(history) {}

  void touch(std::string_view path, const time::Timestamp& date) {
    if (const auto now = name_now(path)) note(*now, date, true);
  }

  void rename(std::string_view from, std::string_view to, bool is_changed,
              const time::Timestamp& date) {
    const auto now = name_now(to);
    if (now) note(*now, date, is_changed);
    names_[std::string(from)] = now;
    names_[std::string(to)] = std::nullopt;  // before, that name was another file's
  }

 private:
  std::optional<std::string> name_now(std::string_view path) const {
    const auto found = names_.find(path);
    return found == names_.end() ? std::string(path) : found->second;
  }

  void note(const std::string& path, const time::Timestamp& date, bool is_changed) {
    FileHistory& entry = history_.try_emplace(path, FileHistory{date, date}).first->second;
    entry.first = date;
    const bool is_last_change = is_changed && changed_.insert(path).second;
    if (is_last_change) entry.last = date;
  }

  History& history_;
  std::map<std::string, std::optional<std::string>, std::less<>> names_;
  std::set<std::string> changed_;  ///< whose last change is found
};

/// The next text of a list in which each ends in NUL.
std::string_view take(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\0'), rest.size());
  const std::string_view text = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return text;
}

Diagnostic no_history(const fs::path& folder, std::string reason, std::string hint) {
  return {Code::pipeline_no_git_history,
          "git cannot tell dates: " + std::move(reason),
          std::move(hint),
          {},
          io::shown(folder),
          {}};
}

constexpr const char* do_without = "take `git` out of posts.date_from and posts.updated_from";

/// git's own words under LC_ALL=C, as far as a better hint can be given.
Diagnostic refused(const fs::path& folder, const std::string& words) {
  const auto says = [&words](std::string_view part) {
    return words.find(part) != std::string::npos;
  };
  if (says("dubious ownership") || says("unsafe repository"))
    return no_history(folder, "the repository belongs to another user, so git does not read it",
                      "run `git config --global --add safe.directory " +
                          fs::absolute(folder).lexically_normal().string() + "`");
  if (says("not a git repository") || says("must be run in a work tree"))
    return no_history(folder, "the posts lie in no git repository",
                      std::string("build in a clone of the site's repository, or ") + do_without);
  constexpr std::string_view prefix = "fatal: ";
  std::string first = words.substr(0, words.find('\n'));
  if (first.starts_with(prefix)) first.erase(0, prefix.size());
  return no_history(folder, std::move(first), do_without);
}

/// Without a user's pager, language and settings, and without the variables by which hooks
/// point git to another repository.
Result<io::Finished> git(const fs::path& folder, std::vector<std::string> words) {
  io::Command command;
  command.words = {"git", "-C", folder.string()};
  command.words.insert(command.words.end(), words.begin(), words.end());
  command.set = {{"LC_ALL", "C"}, {"GIT_OPTIONAL_LOCKS", "0"}, {"GIT_TERMINAL_PROMPT", "0"}};
  command.unset = {"LANGUAGE",   "GIT_DIR",        "GIT_WORK_TREE", "GIT_INDEX_FILE",
                   "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_NAMESPACE"};
  Result<io::Finished> finished = io::run(command);
  if (finished) return finished;
  if (finished.error().code == Code::io_not_found)
    return no_history(folder, "it is not installed", std::string("install git, or ") + do_without);
  return no_history(folder, finished.error().message, do_without);
}

/// The nearest folder above that holds a repository, or `folder` itself, so that git says why not.
fs::path top_of(const fs::path& folder) {
  std::error_code ignored;
  for (fs::path top = folder;; top = top.parent_path()) {
    if (fs::exists(top / ".git", ignored)) return top;
    if (top == top.parent_path()) return folder;
  }
}

}  // namespace

History history_in(std::string_view log) {
  History history;
  Names names(history);
  std::optional<time::Timestamp> date;
  while (!log.empty()) {
    std::string_view text = take(log);
    if (text.starts_with('\n')) text.remove_prefix(1);
    if (text.empty()) continue;
    if (text[0] == mark) {
      const auto reading = time::read(text.substr(1), time::Zone::utc());
      date = reading ? std::optional(reading->timestamp) : std::nullopt;
      continue;
    }
    const std::string_view path = take(log);
    const bool is_rename = text[0] == 'R' && text.size() > 1 && text[1] >= '0' && text[1] <= '9';
    const std::string_view new_path = is_rename ? take(log) : path;
    if (!date) continue;
    if (is_rename)
      names.rename(path, new_path, text != "R100", *date);
    else if (text[0] != 'D')
      names.touch(path, *date);
  }
  return history;
}

Result<History> read_history(const fs::path& folder) {
  Result<io::Finished> asked = git(folder, {"rev-parse", "--is-shallow-repository"});
  if (!asked) return std::move(asked).error();
  if (asked->status != 0) return refused(folder, asked->err);
  if (asked->out.starts_with("true"))
    return no_history(folder, "the repository is a shallow clone, without its history",
                      "run `git fetch --unshallow`; in GitHub Actions give actions/checkout "
                      "`fetch-depth: 0`");
  Result<io::Finished> log =
      git(folder, {"log", "-z", "-M", "-c", "--name-status", "--topo-order", "--no-relative",
                   "--no-show-signature", "--format=%x00%x01%aI", "HEAD"});
  if (!log) return std::move(log).error();
  if (log->status == 0) return history_in(log->out);
  const Result<io::Finished> head = git(folder, {"rev-parse", "--verify", "--quiet", "HEAD"});
  if (head && head->status == 1) return History{};  // no commit yet
  return refused(folder, log->err);
}

Result<std::optional<FileHistory>> Histories::of(const fs::path& file) {
  std::error_code error;
  const fs::path place = fs::canonical(file, error);
  if (error) return std::optional<FileHistory>();
  const fs::path top = top_of(place.parent_path());
  auto known = by_folder_.find(top);
  if (known == by_folder_.end()) known = by_folder_.emplace(top, read_history(top)).first;
  if (!known->second) return known->second.error();
  const auto entry = known->second->find(place.lexically_relative(top).generic_string());
  return entry == known->second->end() ? std::nullopt : std::optional(entry->second);
}

}  // namespace blogsearch::pipeline
