// SPDX-License-Identifier: GPL-2.0-or-later
//
// Xapian 1.4 ends the program where a disk is full at the wrong moment: in some commits, and when a
// database goes that has something to commit. Both cannot happen here.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>

#include "blogsearch/core/result.hpp"

namespace blogsearch::index {

/// Of Xapian's tables, in bytes.
inline constexpr int usual_block = 8192;

/// A database to write to. What was not committed is given up when it goes.
class Writable {
 public:
  /// `action` of Xapian's flags: DB_CREATE or DB_OPEN. Messages name `folder`, the index's. A new
  /// database has blocks of `block` bytes.
  Writable(const std::filesystem::path& database, int action, std::filesystem::path folder,
           int block = usual_block);
  Writable(const Writable&) = delete;
  Writable& operator=(const Writable&) = delete;
  ~Writable();

  Xapian::WritableDatabase& operator*() { return database_; }
  Xapian::WritableDatabase* operator->() { return &database_; }

  /// Errors: io.unwritable where the disk has not `room` bytes left. Nothing goes to disk before
  /// publishing.
  [[nodiscard]] Result<void> commit(std::uintmax_t room);

 private:
  std::filesystem::path folder_;
  Xapian::WritableDatabase database_;
};

/// More than a commit of `text` bytes of posts takes, when they are in a database of their own.
[[nodiscard]] std::uintmax_t room_for_text(std::uintmax_t text);

/// More than a commit takes that changes `terms` places in a database of `bytes`.
[[nodiscard]] std::uintmax_t room_for_changes(std::uintmax_t terms, std::uintmax_t bytes);

}  // namespace blogsearch::index
