// SPDX-License-Identifier: GPL-2.0-or-later
//
// What Atom and RSS say in the same elements: those of Atom's namespace, which is RSS's `atom:`,
// and Media RSS.
#pragma once

#include <pugixml.hpp>
#include <string_view>

#include "blogsearch/feed/writer.hpp"

namespace blogsearch::feed {

inline constexpr const char* atom_namespace = "http://www.w3.org/2005/Atom";
inline constexpr const char* media_namespace = "http://search.yahoo.com/mrss/";
inline constexpr const char* history_namespace = "http://purl.org/syndication/history/1.0";

/// The name of Atom's link element in a format.
enum class LinkName { link, atom_link };

struct LinkParts {
  std::string_view rel;
  std::string_view href;
  std::string_view type = {};   ///< a hint; may be empty
  std::string_view title = {};  ///< may be empty
};
pugi::xml_node add_link(pugi::xml_node parent, LinkName name, const LinkParts& parts);

void add_enclosure_link(pugi::xml_node parent, LinkName name, const model::Enclosure& enclosure);

/// The same feed in other languages, hubs, license, archives. `type` is that of the document.
void add_channel_links(pugi::xml_node parent, LinkName name, const Channel& channel,
                       std::string_view type);

/// Declares the namespaces that only some channels need.
void declare_namespaces(pugi::xml_node root, const Channel& channel);

/// Where a post leads to.
void add_relations(pugi::xml_node parent, LinkName name, const model::Post& post);

/// The picture of a post, if any. Not as an enclosure, which readers would download or play.
void add_picture(pugi::xml_node parent, const model::Image& image);

}  // namespace blogsearch::feed
