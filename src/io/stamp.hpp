// SPDX-License-Identifier: GPL-2.0-or-later
//
// Tells without reading it whether a file is still the one it was.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace blogsearch::io {

/// Times are in nanoseconds since 1970.
struct Stamp {
  std::uint64_t size = 0;
  std::uint64_t inode = 0;
  std::int64_t modified = 0;
  std::int64_t changed = 0;  ///< owner, permissions and name, too; cannot be set back

  bool operator==(const Stamp&) const = default;
};

/// Links are followed. Nothing when there is no regular file that can be asked for.
[[nodiscard]] std::optional<Stamp> stamp_of(const std::string& file);

/// Now, by the clock that stamps files.
[[nodiscard]] std::int64_t stamp_time();

/// A file that was written just before `looked` may be written once more within the same tick of
/// the file system's clock, and keep its stamp.
[[nodiscard]] bool is_certain(const Stamp& stamp, std::int64_t looked);

}  // namespace blogsearch::io
