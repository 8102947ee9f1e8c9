// SPDX-License-Identifier: GPL-2.0-or-later
//
// RSS 2.0 as the RSS Advisory Board's Best Practices Profile would have it.
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "feed/formats.hpp"
#include "feed/xml.hpp"
#include "feed/xml_parts.hpp"
#include "time/write.hpp"

namespace blogsearch::feed {
namespace {

constexpr std::string_view media_type = "application/rss+xml";

/// Readers differ on whether an element other than `description` is plain text or HTML; with
/// hexadecimal references most of them show the same (RSS Profile, "Character Data").
pugi::xml_node add_plain(pugi::xml_node parent, const char* name, std::string_view text) {
  return add_text(parent, name, text, References::hexadecimal);
}

/// Title and link are the channel's own (RSS Profile, "image").
void add_image(pugi::xml_node out, const Channel& channel) {
  const std::string& url = channel.logo.empty() ? channel.icon : channel.logo;
  if (url.empty()) return;
  pugi::xml_node image = out.append_child("image");
  add_plain(image, "url", url);
  add_plain(image, "title", channel.title);
  add_plain(image, "link", channel.home_url);
}

/// One may stand as `enclosure`, since readers differ on which of several they take (RSS Profile).
void add_enclosures(pugi::xml_node item, const std::vector<model::Enclosure>& enclosures) {
  for (const model::Enclosure& enclosure : enclosures) {
    if (&enclosure != &enclosures.front()) {
      add_enclosure_link(item, LinkName::atom_link, enclosure);
      continue;
    }
    pugi::xml_node first = item.append_child("enclosure");
    set_attribute(first, "url", enclosure.url);
    set_attribute(first, "length", std::to_string(enclosure.length));
    set_attribute(first, "type", enclosure.type);
  }
}

void add_category(pugi::xml_node item, std::string_view term, std::string_view domain) {
  set_attribute(add_plain(item, "category", term), "domain", domain);
}

void add_guid(pugi::xml_node item, const model::Post& post) {
  pugi::xml_node guid = add_plain(item, "guid", post.id);
  set_attribute(guid, "isPermaLink", post.id == post.url ? "true" : "false");
}

/// `author` is one e-mail address; it and `dc:creator` must not stand together.
void add_authors(pugi::xml_node item, const std::vector<model::Person>& authors) {
  if (authors.size() == 1 && !email_of(authors.front()).empty()) {
    std::string mailbox(email_of(authors.front()));
    add_plain(item, "author", mailbox.append(" (").append(authors.front().name).append(")"));
    return;
  }
  for (const model::Person& person : authors) add_plain(item, "dc:creator", person.name);
}

/// Plain text as HTML. Quotes stay: some readers show a description as it is.
std::string as_html(std::string_view plain) {
  std::string html;
  for (const char c : plain) {
    if (c == '&')
      html += "&amp;";
    else if (c == '<')
      html += "&lt;";
    else
      html += c;
  }
  return html;
}

/// `description` is HTML, and `content:encoded` must follow one. So the body of a post without a
/// summary is its description.
void add_body(pugi::xml_node item, const EntryContent& content) {
  if (content.summary.empty()) {
    if (!content.html.empty()) add_text(item, "description", content.html);
    return;
  }
  add_text(item, "description", as_html(content.summary));
  if (!content.html.empty()) add_text(item, "content:encoded", content.html);
}

void fill_channel(pugi::xml_node out, const Channel& channel) {
  add_plain(out, "title", channel.title);
  add_plain(out, "link", channel.home_url);
  add_plain(out, "description", channel.subtitle.empty() ? channel.title : channel.subtitle);
  add_plain(out, "language", channel.language);
  if (!channel.rights.empty()) add_plain(out, "copyright", channel.rights);
  add_plain(out, "lastBuildDate", time::rfc5322(channel.updated));
  add_plain(out, "generator", generator);
  add_plain(out, "docs", "https://www.rssboard.org/rss-specification");
  add_image(out, channel);
  add_link(out, LinkName::atom_link, {"self", channel.self_url, media_type});
  add_channel_links(out, LinkName::atom_link, channel, media_type);
}

void fill_item(pugi::xml_node item, const model::Post& post, const EntryContent& content,
               const Home& home) {
  add_plain(item, "title", post.title);
  add_plain(item, "link", post.url);
  add_guid(item, post);
  add_plain(item, "pubDate", time::rfc5322(post.published));
  if (post.updated != post.published) add_plain(item, "atom:updated", time::rfc3339(post.updated));
  add_authors(item, post.authors);
  for (const std::string& tag : post.tags) add_category(item, tag, scheme_of_tags(home));
  for (const std::string& category : post.categories)
    add_category(item, category, scheme_of_categories(home));
  if (!post.rights.empty()) add_plain(item, "dc:rights", post.rights);
  add_enclosures(item, post.enclosures);
  add_relations(item, LinkName::atom_link, post);
  add_body(item, content);
  add_picture(item, post.image);
}

}  // namespace

Frame rss_frame(const Channel& channel) {
  pugi::xml_document document;
  pugi::xml_node rss = document.append_child("rss");
  set_attribute(rss, "version", "2.0");
  set_attribute(rss, "xmlns:atom", atom_namespace);
  set_attribute(rss, "xmlns:content", "http://purl.org/rss/1.0/modules/content/");
  set_attribute(rss, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
  set_attribute(rss, "xmlns:media", media_namespace);
  declare_namespaces(rss, channel);
  pugi::xml_node out = rss.append_child("channel");
  fill_channel(out, channel);
  return frame_of(out, channel.stylesheet_url);
}

std::string rss_item(const model::Post& post, const EntryContent& content, const Home& home) {
  pugi::xml_document document;
  pugi::xml_node item = document.append_child("item");
  fill_item(item, post, content, home);
  if (post.lang != home.language) add_plain(item, "dc:language", post.lang);
  return print(item, 2);
}

}  // namespace blogsearch::feed
