// SPDX-License-Identifier: GPL-2.0-or-later
//
// XML for the feeds. A string enters a tree only through `add_text` and `set_attribute`, which make
// it legal and escape it; so a document is well-formed whatever a post contains.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "blogsearch/feed/writer.hpp"

namespace blogsearch::feed {

/// How `&` and `<` are written. To an XML parser both are the same.
enum class References { named, hexadecimal };

/// Appends `<name>text</name>`.
pugi::xml_node add_text(pugi::xml_node parent, const char* name, std::string_view text,
                        References references = References::named);

void set_attribute(pugi::xml_node node, const char* attribute, std::string_view value);

/// The document of `parent`, cut where its next child would stand. `parent` has children, and
/// neither it nor an ancestor has a younger sibling. `stylesheet_url` names CSS for browsers
/// ("Associating Style Sheets with XML documents 1.0"); empty: none.
[[nodiscard]] Frame frame_of(pugi::xml_node parent, std::string_view stylesheet_url);

/// `node` as a child at `depth` elements below the document.
[[nodiscard]] std::string print(pugi::xml_node node, unsigned depth);

}  // namespace blogsearch::feed
