// SPDX-License-Identifier: GPL-2.0-or-later
//
// A git repository for one test, untouched by the settings of whoever runs it.
#pragma once

#include <string>
#include <vector>

#include "io/process.hpp"
#include "support/catch.hpp"
#include "support/temp_dir.hpp"

namespace blogsearch::support {

class Repository {
 public:
  Repository() { git({"init", "-q"}); }

  [[nodiscard]] const TempDir& dir() const { return dir_; }
  [[nodiscard]] std::filesystem::path folder() const {
    return std::filesystem::canonical(dir_.path());
  }
  void write(const std::string& name, const std::string& bytes) const { dir_.write(name, bytes); }

  /// The committer's date is always another one than the author's.
  void commit(const std::string& author_date) const {
    git({"add", "-A"});
    git({"commit", "-q", "-m", "a commit\n\nA\tpath\n"}, author_date);
  }

  void git(std::vector<std::string> words, const std::string& author_date = "") const {
    words.insert(words.begin(), {"git", "-C", dir_.path().string()});
    run(std::move(words), author_date);
  }

  static void run(std::vector<std::string> words, const std::string& author_date = "") {
    const auto finished = io::run({std::move(words),
                                   {{"GIT_CONFIG_GLOBAL", "/dev/null"},
                                    {"GIT_CONFIG_NOSYSTEM", "1"},
                                    {"GIT_AUTHOR_NAME", "a"},
                                    {"GIT_AUTHOR_EMAIL", "a@e.org"},
                                    {"GIT_AUTHOR_DATE", author_date},
                                    {"GIT_COMMITTER_NAME", "c"},
                                    {"GIT_COMMITTER_EMAIL", "c@e.org"},
                                    {"GIT_COMMITTER_DATE", "2030-01-01T00:00:00Z"}},
                                   {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"}});
    REQUIRE(finished);
    CAPTURE(finished->err);
    REQUIRE(finished->status == 0);
  }

 private:
  TempDir dir_;
};

/// A variable of the environment for the length of a scope.
class Variable {
 public:
  Variable(std::string name, const std::string& value) : name_(std::move(name)) {
    const char* const before = ::getenv(name_.c_str());
    had_ = before != nullptr;
    if (had_) before_ = before;
    ::setenv(name_.c_str(), value.c_str(), 1);
  }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;
  ~Variable() {
    if (had_)
      ::setenv(name_.c_str(), before_.c_str(), 1);
    else
      ::unsetenv(name_.c_str());
  }

 private:
  std::string name_;
  std::string before_;
  bool had_ = false;
};

}  // namespace blogsearch::support
