// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/walk.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <system_error>
#include <utility>

#include "io/error.hpp"

namespace blogsearch::io {
namespace {

namespace fs = std::filesystem;

/// `{a,b}` spelled out: one pattern for each alternative.
std::vector<std::string> expand_braces(std::string_view pattern) {
  const std::size_t open = pattern.find('{');
  const std::size_t close = pattern.find('}', open == std::string_view::npos ? 0 : open);
  if (open == std::string_view::npos || close == std::string_view::npos)
    return {std::string(pattern)};
  std::vector<std::string> out;
  const std::vector<std::string> tails = expand_braces(pattern.substr(close + 1));
  for (std::size_t begin = open + 1; begin <= close;) {
    const std::size_t end = std::min(pattern.find(',', begin), close);
    for (const std::string& tail : tails)
      out.push_back(std::string(pattern.substr(0, open)) +
                    std::string(pattern.substr(begin, end - begin)) + tail);
    begin = end + 1;
  }
  return out;
}

/// Tries every length for a star: patterns are short and come from the site's owner.
bool matches_plain(std::string_view pattern, std::string_view path) {
  if (pattern.empty()) return path.empty();
  if (pattern.substr(0, 3) == "**/") {
    const std::string_view rest = pattern.substr(3);
    for (std::string_view tail = path;;) {
      if (matches_plain(rest, tail)) return true;
      const std::size_t slash = tail.find('/');
      if (slash == std::string_view::npos) return false;
      tail.remove_prefix(slash + 1);
    }
  }
  if (pattern == "**") return true;
  if (pattern[0] == '*') {
    for (std::size_t taken = 0;; ++taken) {
      if (matches_plain(pattern.substr(1), path.substr(taken))) return true;
      if (taken == path.size() || path[taken] == '/') return false;
    }
  }
  if (path.empty() || (pattern[0] == '?' ? path[0] == '/' : pattern[0] != path[0])) return false;
  return matches_plain(pattern.substr(1), path.substr(1));
}

bool matches_any(const std::vector<std::string>& patterns, std::string_view path) {
  return std::any_of(patterns.begin(), patterns.end(),
                     [path](const std::string& pattern) { return matches(pattern, path); });
}

/// A folder by what it is, not by the path that leads there.
using Identity = std::pair<dev_t, ino_t>;

std::optional<Identity> identity_of(const fs::path& folder) {
  struct stat status {};
  if (::stat(folder.c_str(), &status) != 0 || !S_ISDIR(status.st_mode)) return std::nullopt;
  return Identity(status.st_dev, status.st_ino);
}

Diagnostic leads_out(const fs::path& link) {
  Diagnostic finding;
  finding.code = Code::io_leads_out;
  finding.message = "the link leads out of the folder of posts and is not followed";
  finding.hint = "put the file itself here, or set `posts: {follow_links: true}`";
  finding.file = shown(link);
  return finding;
}

class Walker {
 public:
  Walker(const fs::path& root, const Patterns& patterns, Diagnostics& findings)
      : root_(root),
        canonical_root_(canonical_folder(root)),
        patterns_(patterns),
        findings_(findings) {
    for (const fs::path& folder : patterns.without)
      if (const auto identity = identity_of(folder)) seen_.insert(*identity);
    if (const auto identity = identity_of(root)) seen_.erase(*identity);
  }

  std::vector<Found> run() && {
    visit(root_, "");
    while (!linked_.empty()) {
      const std::map<std::string, fs::path> folders = std::exchange(linked_, {});
      for (const auto& [prefix, folder] : folders) visit(folder, prefix);
    }
    for (auto& [path, finding] : troubles_) findings_.add(std::move(finding));
    std::sort(found_.begin(), found_.end(),
              [](const Found& a, const Found& b) { return a.path < b.path; });
    return std::move(found_);
  }

 private:
  void visit(const fs::path& folder, const std::string& prefix) {
    const auto identity = identity_of(folder);
    if (identity && !seen_.insert(*identity).second) return;
    std::error_code error;
    fs::directory_iterator entries(folder, error);
    for (; !error && entries != fs::directory_iterator(); entries.increment(error))
      consider(*entries, prefix);
    if (error)
      troubles_.emplace(prefix, failure(Code::io_unreadable, "cannot list", folder, error.value()));
  }

  void consider(const fs::directory_entry& entry, const std::string& prefix) {
    const std::string name = entry.path().filename().string();
    if (name.empty() || name[0] == '.') return;
    const std::string path = prefix + name;
    std::error_code error;
    const bool is_link = entry.is_symlink(error);
    if (entry.is_directory(error)) {
      if (matches_any(patterns_.exclude, path + "/")) return;
      if (!is_link) return visit(entry.path(), path + "/");
      if (patterns_.links == Links::anywhere) linked_.emplace(path + "/", entry.path());
      return;
    }
    const bool is_wanted =
        matches_any(patterns_.include, path) && !matches_any(patterns_.exclude, path);
    if (!is_wanted) return;
    if (is_link && is_outside(entry.path()))
      troubles_.emplace(path, leads_out(entry.path()));
    else
      found_.push_back({entry.path().native(), path});
  }

  /// A link that leads nowhere is found: reading it says why.
  [[nodiscard]] bool is_outside(const fs::path& link) const {
    std::error_code error;
    return patterns_.links == Links::inside && fs::exists(link, error) &&
           !find_inside(canonical_root_, link);
  }

  const fs::path& root_;
  fs::path canonical_root_;
  const Patterns& patterns_;
  Diagnostics& findings_;
  std::set<Identity> seen_;
  std::map<std::string, fs::path> linked_;      ///< still to be visited, by their prefixes
  std::map<std::string, Diagnostic> troubles_;  ///< by path: directories have no order
  std::vector<Found> found_;
};

}  // namespace

bool matches(std::string_view pattern, std::string_view path) {
  const std::vector<std::string> spelled = expand_braces(pattern);
  return std::any_of(spelled.begin(), spelled.end(),
                     [path](const std::string& p) { return matches_plain(p, path); });
}

std::vector<Found> walk(const fs::path& folder, const Patterns& patterns, Diagnostics& findings) {
  std::error_code error;
  const fs::file_status status = fs::status(folder, error);
  if (fs::is_directory(status)) return Walker(folder, patterns, findings).run();
  if (fs::is_regular_file(status)) return {{folder.native(), folder.filename().string()}};
  const int reason = error ? error.value() : ENOENT;
  Diagnostic missing =
      failure(Code::io_not_found, "cannot read the folder of posts", folder, reason);
  if (reason == ENOENT) missing.hint = "name the folder that holds the posts";
  findings.add(std::move(missing));
  return {};
}

}  // namespace blogsearch::io
