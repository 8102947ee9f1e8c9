// SPDX-License-Identifier: GPL-2.0-or-later
//
// A console of strings.
#pragma once

#include <sstream>

#include "cli/console.hpp"

namespace blogsearch::cli {

struct FakeConsole {
  std::ostringstream out;
  std::ostringstream err;
  Console console{out, err};
};

}  // namespace blogsearch::cli
