// SPDX-License-Identifier: GPL-2.0-or-later
//
// For libraries that do worse than fail when a disk is full.
#pragma once

#include <cstdint>
#include <filesystem>

#include "blogsearch/core/result.hpp"

namespace blogsearch::io {

/// Whether `bytes` more can be written to the disk of the folder `path`, as far as one can know:
/// others may be quicker. Errors: io.unwritable, as when it had been tried.
[[nodiscard]] Result<void> require_room(const std::filesystem::path& path, std::uintmax_t bytes);

}  // namespace blogsearch::io
