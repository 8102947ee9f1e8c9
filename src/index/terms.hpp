// SPDX-License-Identifier: GPL-2.0-or-later
//
// Terms that both sides make, so that what is asked for is what was indexed.
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>

#include "index/schema.hpp"

namespace blogsearch::index {

/// The boolean term for a value: case, compatibility forms and runs of spaces do not matter.
[[nodiscard]] std::string value_term(const Field& field, std::string_view value);

/// `prefix` and `value` as they are; a term too long for Xapian is cut and ends in its hash.
[[nodiscard]] std::string exact_term(std::string_view prefix, std::string_view value);

/// What `language` (BCP 47 or a Snowball name) is called in the index: its stemmer's name or
/// code, or "none".
[[nodiscard]] std::string stemmer_name(std::string_view language);

}  // namespace blogsearch::index
