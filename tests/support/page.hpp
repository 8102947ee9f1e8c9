// SPDX-License-Identifier: GPL-2.0-or-later
//
// A page of the docs as tests read it: its fenced blocks, and what a terminal shows in them.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace blogsearch::support {

struct Block {
  std::string section;   // the last heading above it
  std::string language;  // the word behind its fence
  std::string text;
};

/// A command of a `console` block, behind `$ `, and all that stands below it up to the next.
struct Example {
  std::string command;
  std::string out;
};

std::vector<Block> blocks_of(const std::filesystem::path& page);
std::vector<Example> examples_of(const Block& block);
/// Of all `console` blocks of a page.
std::vector<Example> examples_of(const std::filesystem::path& page);
/// As a shell splits words, of which it knows single quotes only.
std::vector<std::string> split_command(std::string_view command);

}  // namespace blogsearch::support
