// SPDX-License-Identifier: GPL-2.0-or-later
//
// The names that generators give to the same things.
#pragma once

#include <array>
#include <initializer_list>
#include <string_view>

#include "syntax/node.hpp"

namespace blogsearch::frontmatter {

enum class Field {
  title,
  published,
  updated,
  expires,
  summary,
  tags,
  authors,
  draft,
  slug,
  permalink,
  lang,
  id
};

/// The first key of `field`, in the order of its row, that `mapping` has with a value that can
/// be meant: null values and, for dates, truth values (`published: false`) are passed over.
[[nodiscard]] const syntax::Node* find(const syntax::Node& mapping, Field field);

/// `true`, `yes`, `on` and their opposites, written plain, in any case.
enum class Flag { none, yes, no };
[[nodiscard]] Flag flag_of(const syntax::Node& node);

}  // namespace blogsearch::frontmatter
