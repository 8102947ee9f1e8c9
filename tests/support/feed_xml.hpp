// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the XML formats share: a parser stricter than pugixml's, and elements by the namespace
// they are in rather than the prefix they are written with.
#pragma once

#include <cstddef>
#include <limits>
#include <pugixml.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "support/feed_rules.hpp"

namespace blogsearch::support {

/// False when there is nothing to go on with. Beyond well-formedness the document must say that
/// it is UTF-8 and declare every prefix it uses.
bool parse_xml(std::string_view bytes, pugi::xml_document& document, Complaints& complaints);

/// The element's name with the prefix that its namespace customarily has: `atom:title`,
/// `dc:creator`; `title` in no namespace; `?:title` in another one.
[[nodiscard]] std::string name_of(pugi::xml_node element);

/// The child elements of that name.
[[nodiscard]] std::vector<pugi::xml_node> children(pugi::xml_node parent, std::string_view name);

/// The first of them, null when there is none.
[[nodiscard]] pugi::xml_node child(pugi::xml_node parent, std::string_view name);

/// All character data right inside the element.
[[nodiscard]] std::string text_of(pugi::xml_node element);

[[nodiscard]] bool has_child_elements(pugi::xml_node element);

struct ChildRule {
  std::string_view name;
  std::size_t min = 0;
  std::size_t max = 1;
};
inline constexpr std::size_t any_number = std::numeric_limits<std::size_t>::max();

/// Each child as often as its rule says. A child without a rule is refused when it is in
/// `own_prefix`'s namespace (empty: in none) and allowed as an extension when in another.
void expect_children(pugi::xml_node parent, std::string_view place, std::string_view own_prefix,
                     std::span<const ChildRule> rules, Complaints& complaints);

/// Each child element `media:content` (Media RSS 1.5.1): an absolute `url`, `medium` and `type`
/// that agree. Each `link` by its relation (RFC 4287, 4.2.7.2; RFC 4946): one URL once.
void expect_media(pugi::xml_node parent, std::string_view place, Complaints& complaints);
void expect_links(pugi::xml_node parent, std::string_view place, Complaints& complaints);

/// A BCP 47 xml:lang and an absolute xml:base, wherever they stand.
void expect_common_attributes(pugi::xml_node root, Complaints& complaints);

}  // namespace blogsearch::support
