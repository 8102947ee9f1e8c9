// SPDX-License-Identifier: GPL-2.0-or-later
//
// Reads whole files.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "blogsearch/core/result.hpp"

struct XXH3_state_s;

namespace blogsearch::io {

/// Of files whose reader sets no limit of its own.
inline constexpr std::size_t default_size_limit = 16U << 20U;

/// The bytes of a regular file. Errors name `file` as given: io.not-found, io.unreadable,
/// io.too-large.
[[nodiscard]] Result<std::string> read(const std::filesystem::path& file,
                                       std::size_t limit = default_size_limit);

struct Beginning {
  std::uint64_t size = 0;  ///< of the whole file
  std::string bytes;       ///< its first ones
};

/// How large a regular file is and its first `count` bytes. Errors as of `read`.
[[nodiscard]] Result<Beginning> read_beginning(const std::filesystem::path& file,
                                               std::size_t count);

/// XXH3, 64 bits; for telling changed bytes from unchanged ones, not against forgery.
[[nodiscard]] std::uint64_t digest(std::string_view bytes);

/// The same of bytes that come in pieces.
class Digest {
 public:
  Digest();
  void add(std::string_view bytes);
  [[nodiscard]] std::uint64_t value() const;

 private:
  std::unique_ptr<XXH3_state_s, void (*)(XXH3_state_s*)> state_;
};

/// The same of a file's bytes, of which only some are held at a time. Errors as of `read`.
[[nodiscard]] Result<std::uint64_t> digest_file(const std::filesystem::path& file);

/// A path as the user would type it: relative to the current folder when it is inside it.
[[nodiscard]] std::string shown(const std::filesystem::path& path);

/// The way from `folder` to `path`, however the user typed them: `tags/rust/atom.xml`.
[[nodiscard]] std::string shown_from(const std::filesystem::path& folder,
                                     const std::filesystem::path& path);

}  // namespace blogsearch::io
