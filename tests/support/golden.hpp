// SPDX-License-Identifier: GPL-2.0-or-later
//
// Expectations that stand in files. With BLOGSEARCH_GOLDEN=write they are rewritten: the diff is
// the review.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "support/catch.hpp"
#include "support/temp_dir.hpp"

namespace blogsearch::support {

inline bool is_rewriting() {
  const char* mode = std::getenv("BLOGSEARCH_GOLDEN");
  return mode != nullptr && std::string(mode) == "write";
}

inline void check_golden(const std::string& actual, const std::filesystem::path& expected) {
  if (is_rewriting()) std::ofstream(expected, std::ios::binary) << actual;
  INFO(expected.filename());
  CHECK(actual == slurp(expected));
}

}  // namespace blogsearch::support
