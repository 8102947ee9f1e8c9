// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the operating system said, in our words.
#pragma once

#include <cerrno>
#include <filesystem>
#include <string>
#include <system_error>

#include "blogsearch/core/diagnostic.hpp"
#include "io/read.hpp"

namespace blogsearch::io {

/// `cannot read posts/a.md: permission denied`; the reason is that of `error` (an errno value).
/// std::strerror follows the locale, std::system_category the same C strings: ours do not.
[[nodiscard]] std::string reason(int error);

/// What to do about it.
[[nodiscard]] std::string remedy(int error);

[[nodiscard]] Diagnostic failure(Code code, std::string_view deed,
                                 const std::filesystem::path& path, int error);

}  // namespace blogsearch::io
