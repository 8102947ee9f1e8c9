// SPDX-License-Identifier: GPL-2.0-or-later
#include "support/page.hpp"

#include "support/folders.hpp"

namespace blogsearch::support {

std::vector<Block> blocks_of(const std::filesystem::path& page) {
  std::vector<Block> blocks;
  std::string section;
  bool is_inside = false;
  for (const std::string& line : read_lines(page)) {
    if (line.starts_with("```")) {
      is_inside = !is_inside;
      if (is_inside) blocks.push_back({section, line.substr(3), ""});
    } else if (is_inside) {
      blocks.back().text += line + '\n';
    } else if (line.starts_with("#")) {
      section = line.substr(line.find_first_not_of("# "));
    }
  }
  return blocks;
}

std::vector<Example> examples_of(const Block& block) {
  std::vector<Example> examples;
  for (std::size_t at = 0; at < block.text.size();) {
    const std::size_t end = block.text.find('\n', at);
    const std::string line = block.text.substr(at, end - at);
    if (line.starts_with("$ "))
      examples.push_back({line.substr(2), ""});
    else if (!examples.empty())
      examples.back().out += line + '\n';
    at = end + 1;
  }
  return examples;
}

std::vector<Example> examples_of(const std::filesystem::path& page) {
  std::vector<Example> all;
  for (const Block& block : blocks_of(page))
    if (block.language == "console")
      for (Example& example : examples_of(block)) all.push_back(std::move(example));
  return all;
}

std::vector<std::string> split_command(std::string_view command) {
  std::vector<std::string> words(1);
  bool is_quoted = false;
  for (const char c : command) {
    if (c == '\'')
      is_quoted = !is_quoted;
    else if (c == ' ' && !is_quoted)
      words.emplace_back();
    else
      words.back() += c;
  }
  return words;
}

}  // namespace blogsearch::support
