// SPDX-License-Identifier: GPL-2.0-or-later
//
// Numbers of bytes as people write them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace blogsearch {
inline namespace core {

/// `16 MiB`, `64 KiB`, `1000 bytes`: in the largest unit of which it is a whole number.
[[nodiscard]] std::string written_size(std::size_t bytes);

/// `16 MiB`, `64KiB`, `2 MB` (a million each), `1000`; letter case does not count. Nothing for
/// another unit, a fraction, or more than fits.
[[nodiscard]] std::optional<std::size_t> read_size(std::string_view text);

}  // namespace core
}  // namespace blogsearch
