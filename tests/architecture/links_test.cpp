// SPDX-License-Identifier: GPL-2.0-or-later
//
// Every link of the docs that stays in the tree leads to a file that is there, and to a heading
// that it has.
#include <cctype>
#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <vector>

#include "support/catch.hpp"
#include "support/folders.hpp"

using namespace blogsearch;
namespace fs = std::filesystem;

namespace {

const fs::path root = SOURCE_DIR;

std::vector<fs::path> pages() {
  std::vector<fs::path> found{root / "README.md", root / "CONTRIBUTING.md"};
  for (const auto& entry : fs::directory_iterator(root / "docs"))
    if (entry.path().extension() == ".md") found.push_back(entry.path());
  return found;
}

/// The lines outside of fenced blocks.
std::vector<std::string> prose(const fs::path& page) {
  std::vector<std::string> lines;
  bool is_code = false;
  for (std::string& line : support::read_lines(page)) {
    const bool is_fence = line.starts_with("```");
    is_code = is_code != is_fence;
    if (!is_code && !is_fence) lines.push_back(std::move(line));
  }
  return lines;
}

/// As GitHub makes the id of a heading.
std::string anchor_of(const std::string& heading) {
  static const std::regex link(R"(\[([^\]]*)\]\([^)]*\))");
  std::string anchor;
  for (const char c : std::regex_replace(heading, link, "$1")) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == ' ') anchor += '-';
    if (byte >= 0x80 || std::isalnum(byte) != 0 || c == '-' || c == '_')
      anchor += static_cast<char>(std::tolower(byte));
  }
  return anchor;
}

std::set<std::string> anchors_of(const fs::path& page) {
  std::set<std::string> anchors;
  std::map<std::string, int> seen;
  for (const std::string& line : prose(page)) {
    if (!line.starts_with("#")) continue;
    const std::string anchor = anchor_of(line.substr(line.find_first_not_of("# ")));
    const int before = seen[anchor]++;
    anchors.insert(before == 0 ? anchor : anchor + "-" + std::to_string(before));
  }
  return anchors;
}

/// What is behind `](`, without code.
std::vector<std::string> links_of(const fs::path& page) {
  static const std::regex code("`[^`]*`");
  static const std::regex link(R"(\]\(([^)\s]+)\))");
  std::vector<std::string> links;
  for (const std::string& line : prose(page)) {
    const std::string text = std::regex_replace(line, code, "x");
    for (auto at = std::sregex_iterator(text.begin(), text.end(), link);
         at != std::sregex_iterator(); ++at)
      links.push_back((*at)[1]);
  }
  return links;
}

/// Why a link leads nowhere; empty where it leads somewhere.
std::string fault_of(const std::string& link, const fs::path& page) {
  if (link.find("://") != std::string::npos) return "";
  const std::size_t hash = std::min(link.find('#'), link.size());
  const fs::path target = hash == 0 ? page : page.parent_path() / link.substr(0, hash);
  if (!fs::exists(target)) return "no such file";
  if (hash == link.size()) return "";
  return anchors_of(target).contains(link.substr(hash + 1)) ? "" : "no such heading";
}

}  // namespace

TEST_CASE("architecture: every link of the docs leads to something", "[architecture]") {
  std::size_t count = 0;
  for (const fs::path& page : pages())
    for (const std::string& link : links_of(page)) {
      CAPTURE(page.filename().string(), link);
      CHECK(fault_of(link, page).empty());
      ++count;
    }
  CHECK(count > 50);
}

TEST_CASE("architecture: a link that leads nowhere is noticed", "[architecture]") {
  CHECK(fault_of("nothing.md", root / "README.md") == "no such file");
  CHECK(fault_of("docs/feeds.md#nothing", root / "README.md") == "no such heading");
  CHECK(fault_of("docs/feeds.md#moving-here", root / "README.md").empty());
  CHECK(anchor_of("What `init` says, and [where](x.md): C++") == "what-init-says-and-where-c");
}

TEST_CASE("architecture: the index of the docs names every page", "[architecture]") {
  std::set<std::string> named;
  for (const std::string& link : links_of(root / "docs/README.md")) named.insert(link);
  for (const fs::path& page : pages())
    if (page.parent_path() == root / "docs" && page.filename() != "README.md") {
      CAPTURE(page.filename().string());
      CHECK(named.contains(page.filename().string()));
    }
}
