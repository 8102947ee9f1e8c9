// SPDX-License-Identifier: GPL-2.0-or-later
//
// Layering that nothing tests decays. This reads the source tree and holds it against
// docs/architecture.md: ranks, libraries in their rooms, budgets, cycles.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "support/catch.hpp"

namespace {

namespace fs = std::filesystem;

const std::map<std::string, int> ranks{
    {"core", 0},  {"text", 1},        {"time", 1},   {"io", 1},   {"syntax", 1},
    {"model", 2}, {"frontmatter", 3}, {"markup", 3}, {"feed", 3}, {"index", 3},
    {"state", 3}, {"pipeline", 4},    {"cli", 5}};

/// Third-party headers by the beginning of their names, and the one room that may include them.
const std::vector<std::pair<std::string, std::string>> libraries{
    {"utf8proc", "text"}, {"date/", "time"},       {"xxh", "io"},       {"yaml-cpp/", "syntax"},
    {"toml", "syntax"},   {"nlohmann/", "syntax"}, {"cmark", "markup"}, {"gumbo", "markup"},
    {"pugi", "feed"},     {"xapian", "index"},     {"CLI/", "cli"},     {"fmt/", "cli"}};

struct File {
  std::string name;  ///< from the project's folder: `src/feed/atom.cpp`
  std::string room;
  bool is_public = false;
  std::vector<std::string> lines;
  std::vector<std::string> includes;  ///< as written, without quotes or brackets
};

File read(const fs::path& path) {
  File file;
  const fs::path relative = fs::relative(path, SOURCE_DIR);
  file.name = relative.generic_string();
  file.is_public = file.name.rfind("include/", 0) == 0;
  auto part = relative.begin();
  std::advance(part, file.is_public ? 2 : 1);
  file.room = part->string();
  std::ifstream stream(path);
  for (std::string line; std::getline(stream, line);) {
    file.lines.push_back(line);
    if (line.rfind("#include", 0) != 0) continue;
    const std::size_t open = line.find_first_of("<\"");
    const std::size_t close = line.find_first_of(">\"", open + 1);
    file.includes.push_back(line.substr(open + 1, close - open - 1));
  }
  return file;
}

const std::vector<File>& files() {
  static const std::vector<File> all = [] {
    std::vector<File> found;
    for (const char* top : {"/src", "/include"})
      for (const auto& entry : fs::recursive_directory_iterator(std::string(SOURCE_DIR) + top))
        if (entry.path().extension() == ".cpp" || entry.path().extension() == ".hpp")
          found.push_back(read(entry.path()));
    return found;
  }();
  return all;
}

/// The room of an include of ours, or empty: `blogsearch/model/post.hpp`, `model/permalink.hpp`.
std::string room_of(std::string include) {
  if (include.rfind("blogsearch/", 0) == 0) include = include.substr(11);
  const std::string room = include.substr(0, include.find('/'));
  return ranks.count(room) != 0 && include.find('/') != std::string::npos &&
                 include.rfind("date/", 0) != 0
             ? room
             : std::string();
}

/// The project's name of the file behind an include of ours.
std::string file_of(const std::string& include) {
  return include.rfind("blogsearch/", 0) == 0 ? "include/" + include : "src/" + include;
}

std::string joined(const std::vector<std::string>& complaints) {
  std::ostringstream out;
  for (const std::string& complaint : complaints) out << complaint << '\n';
  return out.str();
}

}  // namespace

TEST_CASE("architecture: a room includes only rooms of lower rank, and itself", "[architecture]") {
  REQUIRE(files().size() > 40);
  std::vector<std::string> complaints;
  for (const File& file : files()) {
    if (ranks.count(file.room) == 0) {
      complaints.push_back(file.name + " is in no known room");
      continue;
    }
    for (const std::string& include : file.includes) {
      const std::string room = room_of(include);
      if (!room.empty() && room != file.room && ranks.at(room) >= ranks.at(file.room))
        complaints.push_back(file.name + " includes " + include);
    }
  }
  CHECK(joined(complaints) == "");
}

TEST_CASE("architecture: a library's headers are included in its room alone", "[architecture]") {
  std::vector<std::string> complaints;
  std::set<std::string> seen;
  for (const File& file : files())
    for (const std::string& include : file.includes)
      for (const auto& [prefix, room] : libraries)
        if (include.rfind(prefix, 0) == 0) {
          seen.insert(prefix);
          if (room != file.room) complaints.push_back(file.name + " includes " + include);
        }
  CHECK(joined(complaints) == "");
  CHECK(seen.size() >= 9);
}

TEST_CASE("architecture: public headers include the standard library and each other only",
          "[architecture]") {
  std::vector<std::string> complaints;
  for (const File& file : files())
    for (const std::string& include : file.includes)
      if (file.is_public && include.find('.') != std::string::npos &&
          include.rfind("blogsearch/", 0) != 0)
        complaints.push_back(file.name + " includes " + include);
  CHECK(joined(complaints) == "");
}

TEST_CASE("architecture: files and headers keep to their budgets", "[architecture]") {
  std::vector<std::string> complaints;
  for (const File& file : files()) {
    const std::size_t budget = file.is_public ? 150 : 400;
    if (file.lines.size() > budget)
      complaints.push_back(file.name + ": " + std::to_string(file.lines.size()) + " lines");
  }
  CHECK(joined(complaints) == "");
}

TEST_CASE("architecture: no function is longer than 60 lines", "[architecture]") {
  // The formatter puts the brace that ends a function, or a type's member function, alone at the
  // indentation of its first line.
  std::vector<std::string> complaints;
  for (const File& file : files()) {
    for (const std::string indent : {"", "  "}) {
      std::size_t begin = 0;
      std::string head;
      for (std::size_t i = 0; i < file.lines.size(); ++i) {
        const std::string& line = file.lines[i];
        const bool opens = line.size() > indent.size() && line.rfind(indent, 0) == 0 &&
                           line[indent.size()] != ' ' && line.back() == '{' &&
                           line.find('(') != std::string::npos;
        if (opens) {
          begin = i;
          head = line;
        }
        if (line == indent + "});") head.clear();  // a table, or a call with a lambda
        if (line == indent + "}" && !head.empty()) {
          if (i - begin + 1 > 60)
            complaints.push_back(file.name + ":" + std::to_string(begin + 1) + ": " +
                                 std::to_string(i - begin + 1) + " lines");
          head.clear();
        }
      }
    }
  }
  CHECK(joined(complaints) == "");
}

TEST_CASE("architecture: no file includes itself by way of others", "[architecture]") {
  std::map<std::string, std::vector<std::string>> graph;
  for (const File& file : files())
    for (const std::string& include : file.includes)
      if (!room_of(include).empty()) graph[file.name].push_back(file_of(include));

  std::vector<std::string> complaints;
  std::map<std::string, int> state;  // 1: on the path, 2: done
  const auto visit = [&](const auto& self, const std::string& name) -> void {
    state[name] = 1;
    for (const std::string& next : graph[name]) {
      if (state[next] == 1) complaints.push_back(name + " closes a cycle with " + next);
      if (state[next] == 0) self(self, next);
    }
    state[name] = 2;
  };
  for (const File& file : files())
    if (state[file.name] == 0) visit(visit, file.name);
  CHECK(joined(complaints) == "");
}

TEST_CASE("architecture: our own code throws nothing through its own rooms", "[architecture]") {
  // A `throw` is allowed only where a library can be stopped in no other way, and is caught there.
  const std::set<std::string> allowed{"src/syntax/yaml.cpp"};
  std::vector<std::string> complaints;
  for (const File& file : files())
    for (const std::string& line : file.lines)
      if (line.find("throw ") != std::string::npos && line.find("//") == std::string::npos &&
          allowed.count(file.name) == 0)
        complaints.push_back(file.name + ": " + line);
  CHECK(joined(complaints) == "");
}

TEST_CASE("architecture: every source file is in the list of the build", "[architecture]") {
  std::ifstream stream(std::string(SOURCE_DIR) + "/src/CMakeLists.txt");
  std::stringstream list;
  list << stream.rdbuf();
  std::vector<std::string> complaints;
  for (const File& file : files())
    if (!file.is_public && file.name.size() > 4 &&
        file.name.substr(file.name.size() - 4) == ".cpp" &&
        list.str().find(file.name.substr(4)) == std::string::npos)
      complaints.push_back(file.name);
  CHECK(joined(complaints) == "");
}
