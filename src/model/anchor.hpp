// SPDX-License-Identifier: GPL-2.0-or-later
//
// The anchors that generators give to the headings of a page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "blogsearch/model/anchors.hpp"

namespace blogsearch::model {

/// What of a heading a rule reads: its words, these with the descriptions of images, or its line
/// of Markdown as it is typed.
enum class HeadingForm { words, described, source };
[[nodiscard]] HeadingForm heading_form(Anchors rule);

struct Heading {
  std::string text;  ///< in the rule's form, without an attribute list at its end
  std::string id;    ///< the author's; may be empty
};

/// Of the headings of one page, in reading order: the author's id, else what the rule makes of the
/// text, told apart from those before it as the rule does. Empty where the generator gives none
/// or where it cannot be known (Zola transliterates all scripts by a table that we lack).
[[nodiscard]] std::vector<std::string> anchors_of(const std::vector<Heading>& headings,
                                                  Anchors rule);

}  // namespace blogsearch::model
