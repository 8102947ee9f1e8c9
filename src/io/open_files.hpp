// SPDX-License-Identifier: GPL-2.0-or-later
//
// How many files a process may have open at a time.
#pragma once

#include <cstddef>

namespace blogsearch::io {

[[nodiscard]] std::size_t max_open_files();

/// From here on `count` files, or as many as the system lets a process have. For programs alone:
/// it is for the whole process, and those that it starts.
void allow_open_files(std::size_t count);

}  // namespace blogsearch::io
