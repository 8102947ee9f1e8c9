// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/writable.hpp"

#include <algorithm>
#include <utility>

#include "index/guard.hpp"
#include "io/room.hpp"

namespace blogsearch::index {
namespace {

/// The first blocks of all tables, their lists of free blocks and the file of the revision, twice.
constexpr std::uintmax_t least = std::uintmax_t{256} << 10;

/// A shard is some three times its text, before it is compact.
constexpr std::uintmax_t growth = 6;

/// Each term has a list of posts and one of positions; a block is written again, not in its place,
/// and may be split.
constexpr std::uintmax_t blocks_a_term = 4;

}  // namespace

std::uintmax_t room_for_text(std::uintmax_t text) { return least + growth * text; }

std::uintmax_t room_for_changes(std::uintmax_t terms, std::uintmax_t bytes) {
  return least + std::min(blocks_a_term * terms * usual_block, 2 * bytes);
}

Writable::Writable(const std::filesystem::path& database, int action, std::filesystem::path folder,
                   int block)
    : folder_(std::move(folder)),
      database_(database.string(), action | Xapian::DB_NO_SYNC, block) {}

/// In a transaction nothing is committed.
Writable::~Writable() {
  (void)guarded(folder_, [this] { database_.begin_transaction(false); });
}

Result<void> Writable::commit(std::uintmax_t room) {
  if (auto enough = io::require_room(folder_, room); !enough) return enough;
  database_.commit();
  return {};
}

}  // namespace blogsearch::index
