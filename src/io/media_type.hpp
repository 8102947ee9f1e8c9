// SPDX-License-Identifier: GPL-2.0-or-later
//
// What kind of thing a file is.
#pragma once

#include <cstddef>
#include <string_view>

namespace blogsearch::io {

/// The media type that the extension of a path or URL stands for (`a/b.MP3?x` is `audio/mpeg`);
/// empty when it is not known.
[[nodiscard]] std::string_view media_type_of(std::string_view name);

/// How many first bytes of a file are enough for the function below.
inline constexpr std::size_t signature_size = 256;

/// The same by the first bytes of the file, which know better; the extension tells apart what is
/// in one container (an MP4 of sound alone). Empty when neither is known.
[[nodiscard]] std::string_view media_type_of(std::string_view name, std::string_view bytes);

}  // namespace blogsearch::io
