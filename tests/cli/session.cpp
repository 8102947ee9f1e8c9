// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/session.hpp"

#include <array>
#include <cstdio>
#include <sstream>

#include "cli/run.hpp"
#include "support/catch.hpp"
#include "support/folders.hpp"
#include "support/page.hpp"
#include "support/temp_dir.hpp"

namespace blogsearch::cli {
namespace {

/// Runs one command, and adds what it says to `screen`, as a terminal would show it.
int run_one(const std::string& command, std::ostringstream& screen) {
  std::vector<std::string> words = support::split_command(command);
  if (words.front() == "blogsearch") {
    words.erase(words.begin());
    Console console{screen, screen, true, true};
    console.environment["NO_COLOR"] = "1";
    console.clock = std::chrono::sys_days{std::chrono::year{2025} / 1 / 1};
    return run(words, console);
  }
  FILE* pipe = ::popen(("{ " + command + "; } 2>&1").c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::array<char, 4096> bytes;
  while (const std::size_t count = std::fread(bytes.data(), 1, bytes.size(), pipe))
    screen.write(bytes.data(), static_cast<std::streamsize>(count));
  return ::pclose(pipe);
}

std::string said(const std::string& line) {
  constexpr std::string_view then = " && ";
  std::ostringstream screen;
  for (std::size_t at = 0;;) {
    const std::size_t end = line.find(then, at);
    if (run_one(line.substr(at, end - at), screen) != 0 || end == std::string::npos) break;
    at = end + then.size();
  }
  return screen.str();
}

/// An edit of blogsearch.yaml, as a `diff` block has it.
class Edit {
 public:
  void add(const std::string& line) {
    if (line.starts_with("-")) before_ += line.substr(1) + '\n';
    if (line.starts_with("+")) after_ += line.substr(1) + '\n';
  }
  void apply() {
    std::string text = support::slurp("blogsearch.yaml");
    const std::size_t at = text.find(before_);
    REQUIRE(at != std::string::npos);
    std::ofstream("blogsearch.yaml") << text.replace(at, before_.size(), after_);
    *this = {};
  }

 private:
  std::string before_, after_;
};

}  // namespace

std::string replay(const std::filesystem::path& page) {
  std::string out;
  std::string block;  // the word behind the fence we are in
  bool is_inside = false;
  Edit edit;
  for (const std::string& line : support::read_lines(page)) {
    const bool is_fence = line.starts_with("```");
    if (is_fence && is_inside && block == "diff") edit.apply();
    if (is_fence) {
      block = is_inside ? "" : line.substr(3);
      is_inside = !is_inside;
    }
    if (block == "diff" && !is_fence) edit.add(line);
    const bool is_command = block == "console" && line.starts_with("$ ");
    if (block != "console" || is_fence || is_command) out += line + '\n';
    if (is_command) out += said(line.substr(2));
  }
  return out;
}

}  // namespace blogsearch::cli
