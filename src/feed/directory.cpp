// SPDX-License-Identifier: GPL-2.0-or-later
#include "blogsearch/feed/directory.hpp"

#include <array>
#include <pugixml.hpp>

#include "feed/xml.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"
#include "time/write.hpp"

namespace blogsearch::feed {
namespace {

/// In the order of model::Format.
constexpr std::array<std::string_view, model::format_count> media_types{
    "application/atom+xml", "application/rss+xml", "application/feed+json"};

constexpr const char* sitemap_namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

void add_outline(pugi::xml_node body, const FeedLink& feed, std::string_view home_url) {
  pugi::xml_node outline = body.append_child("outline");
  set_attribute(outline, "type", "rss");  // OPML's word for a feed of any format
  set_attribute(outline, "text", feed.title);
  set_attribute(outline, "title", feed.title);
  set_attribute(outline, "xmlUrl", feed.url);
  set_attribute(outline, "htmlUrl", home_url);
  if (!feed.lang.empty()) set_attribute(outline, "language", feed.lang);
}

void add_url(pugi::xml_node parent, const char* name, const SitemapUrl& page) {
  pugi::xml_node url = parent.append_child(name);
  add_text(url, "loc", page.url);
  add_text(url, "lastmod", time::rfc3339(page.modified));
  for (const Translation& other : page.translations) {
    pugi::xml_node link = url.append_child("xhtml:link");
    set_attribute(link, "rel", "alternate");
    set_attribute(link, "hreflang", other.lang);
    set_attribute(link, "href", other.url);
  }
}

std::string document_of(pugi::xml_document& document) {
  pugi::xml_node declaration = document.prepend_child(pugi::node_declaration);
  set_attribute(declaration, "version", "1.0");
  set_attribute(declaration, "encoding", "utf-8");
  return print(document, 0);
}

}  // namespace

std::string_view media_type(model::Format format) {
  return media_types[static_cast<std::size_t>(format)];
}

std::string opml(std::string_view title, std::string_view home_url,
                 const std::vector<FeedLink>& feeds) {
  pugi::xml_document document;
  pugi::xml_node root = document.append_child("opml");
  set_attribute(root, "version", "2.0");
  add_text(root.append_child("head"), "title", title);
  pugi::xml_node body = root.append_child("body");
  for (const FeedLink& feed : feeds) add_outline(body, feed, home_url);
  return document_of(document);
}

std::string link_line(const FeedLink& feed) {
  std::string line = R"(<link rel="alternate")";
  const auto add = [&line](std::string_view name, std::string_view value) {
    line.append(" ").append(name).append("=\"");
    line.append(text::escape_html(text::make_legal(value))).append("\"");
  };
  add("type", feed.type);
  if (!feed.lang.empty()) add("hreflang", feed.lang);
  add("title", feed.title);
  add("href", feed.url);
  return line + ">";
}

std::string sitemap(const std::vector<SitemapUrl>& urls) {
  pugi::xml_document document;
  pugi::xml_node root = document.append_child("urlset");
  set_attribute(root, "xmlns", sitemap_namespace);
  set_attribute(root, "xmlns:xhtml", "http://www.w3.org/1999/xhtml");
  for (const SitemapUrl& url : urls) add_url(root, "url", url);
  return document_of(document);
}

std::string sitemap_index(const std::vector<SitemapUrl>& sitemaps) {
  pugi::xml_document document;
  pugi::xml_node root = document.append_child("sitemapindex");
  set_attribute(root, "xmlns", sitemap_namespace);
  for (const SitemapUrl& each : sitemaps) add_url(root, "sitemap", each);
  return document_of(document);
}

}  // namespace blogsearch::feed
