// SPDX-License-Identifier: GPL-2.0-or-later
//
// Values that may go by several names.
#pragma once

#include <initializer_list>
#include <string_view>

#include "frontmatter/keys.hpp"
#include "syntax/node.hpp"

namespace blogsearch::frontmatter {

/// The first of `keys` that `mapping` has with a text.
[[nodiscard]] inline const syntax::Node* text_in(const syntax::Node& mapping,
                                                 std::initializer_list<std::string_view> keys) {
  for (const std::string_view key : keys)
    for (const syntax::Member& member : mapping.members)
      if (is_same_key(member.key, key) && member.value.is_scalar()) return &member.value;
  return nullptr;
}

}  // namespace blogsearch::frontmatter
