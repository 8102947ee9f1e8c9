// SPDX-License-Identifier: GPL-2.0-or-later
//
// Atom: RFC 4287.
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "feed/formats.hpp"
#include "feed/xml.hpp"
#include "feed/xml_parts.hpp"
#include "time/write.hpp"

namespace blogsearch::feed {
namespace {

constexpr std::string_view media_type = "application/atom+xml";

void add_author(pugi::xml_node parent, const model::Person& person) {
  pugi::xml_node author = parent.append_child("author");
  add_text(author, "name", person.name);
  if (!uri_of(person).empty()) add_text(author, "uri", uri_of(person));
  if (!email_of(person).empty()) add_text(author, "email", email_of(person));
}

void add_content(pugi::xml_node entry, std::string_view html, std::string_view base) {
  pugi::xml_node content = add_text(entry, "content", html);
  set_attribute(content, "type", "html");
  set_attribute(content, "xml:base", base);
}

/// The label is for readers that show nothing else of a category.
void add_category(pugi::xml_node entry, std::string_view term, std::string_view scheme) {
  pugi::xml_node category = entry.append_child("category");
  set_attribute(category, "term", term);
  set_attribute(category, "scheme", scheme);
  set_attribute(category, "label", term);
}

void fill_feed(pugi::xml_node feed, const Channel& channel) {
  set_attribute(feed, "xmlns", atom_namespace);
  set_attribute(feed, "xmlns:media", media_namespace);
  declare_namespaces(feed, channel);
  set_attribute(feed, "xml:lang", channel.language);
  add_text(feed, "id", channel.id);
  add_text(feed, "title", channel.title);
  if (!channel.subtitle.empty()) add_text(feed, "subtitle", channel.subtitle);
  add_link(feed, LinkName::link, {"self", channel.self_url, media_type});
  add_link(feed, LinkName::link, {"alternate", channel.home_url, "text/html"});
  add_channel_links(feed, LinkName::link, channel, media_type);
  add_text(feed, "updated", time::rfc3339(channel.updated));
  add_author(feed, channel.author);
  add_text(feed, "generator", generator);
  if (!channel.icon.empty()) add_text(feed, "icon", channel.icon);
  if (!channel.logo.empty()) add_text(feed, "logo", channel.logo);
  if (!channel.rights.empty()) add_text(feed, "rights", channel.rights);
}

void fill_entry(pugi::xml_node entry, const model::Post& post, const EntryContent& content,
                const Home& home) {
  add_text(entry, "id", post.id);
  add_text(entry, "title", post.title);
  add_link(entry, LinkName::link, {"alternate", post.url, "text/html"});
  for (const model::Enclosure& enclosure : post.enclosures)
    add_enclosure_link(entry, LinkName::link, enclosure);
  add_relations(entry, LinkName::link, post);
  add_text(entry, "published", time::rfc3339(post.published));
  add_text(entry, "updated", time::rfc3339(post.updated));
  for (const model::Person& person : post.authors) add_author(entry, person);
  for (const std::string& tag : post.tags) add_category(entry, tag, scheme_of_tags(home));
  for (const std::string& category : post.categories)
    add_category(entry, category, scheme_of_categories(home));
  if (!post.rights.empty()) add_text(entry, "rights", post.rights);
  if (!content.summary.empty()) add_text(entry, "summary", content.summary);
  if (!content.html.empty()) add_content(entry, content.html, post.url);
  add_picture(entry, post.image);
}

}  // namespace

Frame atom_frame(const Channel& channel) {
  pugi::xml_document document;
  pugi::xml_node feed = document.append_child("feed");
  fill_feed(feed, channel);
  return frame_of(feed, channel.stylesheet_url);
}

std::string atom_entry(const model::Post& post, const EntryContent& content, const Home& home) {
  pugi::xml_document document;
  pugi::xml_node entry = document.append_child("entry");
  if (post.lang != home.language) set_attribute(entry, "xml:lang", post.lang);
  fill_entry(entry, post, content, home);
  return print(entry, 1);
}

}  // namespace blogsearch::feed
