// SPDX-License-Identifier: GPL-2.0-or-later
//
// An index as no build of ours would leave it, but sealed as if one had.
#pragma once

#include <xapian.h>

#include <filesystem>

#include "index/generation.hpp"
#include "support/catch.hpp"

namespace blogsearch::index {

/// The index in `folder` with `change` made to its database, published properly.
template <class Change>
void republish(const std::filesystem::path& folder, const Change& change) {
  const std::filesystem::path database = folder / ".build-000000" / "database";
  std::filesystem::create_directories(database.parent_path());
  Xapian::Database(folder.string()).compact(database.string());
  {
    Xapian::WritableDatabase writable(database.string());
    change(writable);
    writable.commit();
  }
  REQUIRE(publish_generation(folder, database));
}

}  // namespace blogsearch::index
