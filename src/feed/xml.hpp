// SPDX-License-Identifier: GPL-2.0-or-later
//
// XML for the feeds. A string enters a tree only through `add_text` and `set_attribute`, which make
// it legal and escape it; so a document is well-formed whatever a post contains.
#pragma once

#include <cstddef>
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

/// Writes a document that has one element open while its last children are still to come.
class XmlStream {
 public:
  explicit XmlStream(Sink sink) : sink_(std::move(sink)) {}

  /// Writes the document of `parent` up to where the next child of `parent` begins. `parent` has
  /// children, and neither it nor an ancestor has a younger sibling.
  void open(pugi::xml_node parent);
  /// Writes `child` at its depth.
  void write(pugi::xml_node child);
  /// Closes `parent` and its ancestors.
  void close();

 private:
  Sink sink_;
  unsigned depth_ = 0;  ///< of the children of the open element
  std::string tail_;    ///< the closing tags
};

}  // namespace blogsearch::feed
