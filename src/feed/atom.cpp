// SPDX-License-Identifier: GPL-2.0-or-later
//
// Atom: RFC 4287.
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "feed/formats.hpp"
#include "feed/xml.hpp"
#include "time/write.hpp"

namespace blogsearch::feed {
namespace {

void add_link(pugi::xml_node parent, std::string_view rel, std::string_view type,
              std::string_view href) {
  pugi::xml_node link = parent.append_child("link");
  set_attribute(link, "rel", rel);
  set_attribute(link, "type", type);
  set_attribute(link, "href", href);
}

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

void fill_feed(pugi::xml_node feed, const Channel& channel) {
  set_attribute(feed, "xmlns", "http://www.w3.org/2005/Atom");
  set_attribute(feed, "xml:lang", channel.language);
  add_text(feed, "id", channel.id);
  add_text(feed, "title", channel.title);
  if (!channel.subtitle.empty()) add_text(feed, "subtitle", channel.subtitle);
  add_link(feed, "self", "application/atom+xml", channel.self_url);
  add_link(feed, "alternate", "text/html", channel.home_url);
  add_text(feed, "updated", time::rfc3339(channel.updated));
  add_author(feed, channel.author);
  add_text(feed, "generator", generator);
}

void fill_entry(pugi::xml_node entry, const model::Post& post, const EntryContent& content) {
  add_text(entry, "id", post.id);
  add_text(entry, "title", post.title);
  add_link(entry, "alternate", "text/html", post.url);
  add_text(entry, "published", time::rfc3339(post.published));
  add_text(entry, "updated", time::rfc3339(post.updated));
  for (const model::Person& person : post.authors) add_author(entry, person);
  for (const std::string& tag : post.tags)
    set_attribute(entry.append_child("category"), "term", tag);
  if (!content.summary.empty()) add_text(entry, "summary", content.summary);
  if (!content.html.empty()) add_content(entry, content.html, post.url);
}

}  // namespace

Frame atom_frame(const Channel& channel) {
  pugi::xml_document document;
  pugi::xml_node feed = document.append_child("feed");
  fill_feed(feed, channel);
  return frame_of(feed);
}

std::string atom_entry(const model::Post& post, const EntryContent& content,
                       std::string_view language) {
  pugi::xml_document document;
  pugi::xml_node entry = document.append_child("entry");
  if (post.lang != language) set_attribute(entry, "xml:lang", post.lang);
  fill_entry(entry, post, content);
  return print(entry, 1);
}

}  // namespace blogsearch::feed
