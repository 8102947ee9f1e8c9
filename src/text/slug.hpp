// SPDX-License-Identifier: GPL-2.0-or-later
//
// Slugs as others make them: a post's URL must be the one its site's generator gave it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace blogsearch::text {

/// Letters (in lower case) and digits of all scripts stay; of the rest:
struct SlugStyle {
  enum class Other { dropped, dash };
  enum class Dashes { each, single };
  enum class Marks { kept, stripped };
  enum class Authors { as_written, made };

  std::string_view name;  ///< of the generator
  std::string_view kept;  ///< ASCII characters that stay
  Other other;            ///< what becomes of those that are neither kept nor a blank
  Dashes dashes;          ///< whether a run of them is one
  Marks marks;            ///< `é` stays, or is `e`; other scripts are never transliterated
  Authors authors;        ///< whether a slug that the author wrote is made one once more
};

/// `astro`, `hugo`, `mkdocs`, `pelican`, `zola`.
[[nodiscard]] std::optional<SlugStyle> find_slug_style(std::string_view name);
[[nodiscard]] std::vector<std::string_view> slug_styles();

[[nodiscard]] std::string slug(std::string_view text, const SlugStyle& style);

/// The slug of a tag, a category or a name. It keeps apart what people keep apart: `c++` is
/// `c-plus-plus`, `c#` is `c-sharp`, `.net` is `dot-net`; what has neither letters nor digits is
/// its code points, `u1f389`. Never empty unless `term` is.
[[nodiscard]] std::string term_slug(std::string_view term);

}  // namespace blogsearch::text
