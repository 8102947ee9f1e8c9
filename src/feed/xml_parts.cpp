// SPDX-License-Identifier: GPL-2.0-or-later
#include "feed/xml_parts.hpp"

#include <string>

#include "feed/formats.hpp"
#include "feed/xml.hpp"
#include "io/media_type.hpp"

namespace blogsearch::feed {

pugi::xml_node add_link(pugi::xml_node parent, LinkName name, const LinkParts& parts) {
  pugi::xml_node link = parent.append_child(name == LinkName::link ? "link" : "atom:link");
  set_attribute(link, "rel", parts.rel);
  if (!parts.type.empty()) set_attribute(link, "type", parts.type);
  set_attribute(link, "href", parts.href);
  if (!parts.title.empty()) set_attribute(link, "title", parts.title);
  return link;
}

void add_enclosure_link(pugi::xml_node parent, LinkName name, const model::Enclosure& enclosure) {
  pugi::xml_node link =
      add_link(parent, name, {"enclosure", enclosure.url, enclosure.type, enclosure.title});
  if (enclosure.length > 0) set_attribute(link, "length", std::to_string(enclosure.length));
}

void add_channel_links(pugi::xml_node parent, LinkName name, const Channel& channel,
                       std::string_view type) {
  for (const Alternate& other : channel.alternates)
    set_attribute(add_link(parent, name, {"alternate", other.url, type}), "hreflang",
                  other.language);
  for (const std::string& hub : channel.hubs) add_link(parent, name, {"hub", hub});
  if (!channel.license.empty()) add_link(parent, name, {"license", channel.license});
  if (!channel.current_url.empty()) {
    add_link(parent, name, {"current", channel.current_url, type});
    parent.append_child("fh:archive");
  }
  if (!channel.previous_url.empty())
    add_link(parent, name, {"prev-archive", channel.previous_url, type});
  if (channel.is_complete) parent.append_child("fh:complete");
}

void declare_namespaces(pugi::xml_node root, const Channel& channel) {
  if (channel.is_complete || !channel.current_url.empty())
    set_attribute(root, "xmlns:fh", history_namespace);
}

void add_relations(pugi::xml_node parent, LinkName name, const model::Post& post) {
  for (const Relation& relation : relations_of(post))
    add_link(parent, name, {relation.name, relation.url, {}, relation.title});
}

void add_picture(pugi::xml_node parent, const model::Image& image) {
  if (image.src.empty()) return;
  pugi::xml_node content = parent.append_child("media:content");
  set_attribute(content, "url", image.src);
  set_attribute(content, "medium", "image");
  const std::string_view type = io::media_type_of(image.src);
  if (type.substr(0, type.find('/')) == "image") set_attribute(content, "type", type);
  if (!image.alt.empty()) add_text(content, "media:description", image.alt);
}

}  // namespace blogsearch::feed
