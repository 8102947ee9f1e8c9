// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a post's age adds to its rank: a little, so that of posts that are as good the newer one
// comes first. Off unless the config has a half-life.
#pragma once

#include <xapian.h>

#include <string>

namespace blogsearch::index {

class Recency {
 public:
  /// `today` as `2024-05-17`; without it or without a half-life ages add nothing.
  Recency(const std::string& today, std::size_t half_life_days);

  /// Finds the same posts as `query`.
  [[nodiscard]] Xapian::Query add_to(Xapian::Query query, const Xapian::Database& database) const;

  [[nodiscard]] double of(const Xapian::Document& document) const;

 private:
  [[nodiscard]] double of_month(const std::string& month) const;

  long today_ = 0;  ///< months
  double half_life_ = 0;
};

}  // namespace blogsearch::index
