// SPDX-License-Identifier: GPL-2.0-or-later
//
// One process at a time. The kernel takes a lock back when its holder ends, however it ends.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "blogsearch/core/result.hpp"
#include "io/file.hpp"

namespace blogsearch::io {

/// Held until it is destroyed. Programs that are run meanwhile do not inherit it.
class Lock {
 public:
  /// Nothing when another process has it. `file` is made when it is missing, with the folders above
  /// it, and never removed: else two could hold locks of one name. A `note` is written into it for
  /// those who come too late, unless it is empty.
  [[nodiscard]] static Result<std::optional<Lock>> take(const std::filesystem::path& file,
                                                        std::string_view note);
  /// Another note.
  void sign(std::string_view note) const;

  Lock(Lock&&) noexcept = default;
  Lock& operator=(Lock&&) noexcept = delete;
  ~Lock();

  /// Whether the holder before died: it had no time to take its note away.
  [[nodiscard]] bool is_inherited() const { return is_inherited_; }

 private:
  Lock(File file, bool is_inherited) : file_(std::move(file)), is_inherited_(is_inherited) {}

  File file_;
  bool is_inherited_;
};

/// What the holder of a lock has written; empty while nobody holds it.
[[nodiscard]] std::string lock_note(const std::filesystem::path& file);

}  // namespace blogsearch::io
