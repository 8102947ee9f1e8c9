// SPDX-License-Identifier: GPL-2.0-or-later
//
// Atom and RSS. Elements are known by their namespace and name; what prefix a generator gave a
// namespace does not matter, and `itunes:title` or `media:title` is no title.
#include <pugixml.hpp>

#include <algorithm>
#include <array>
#include <sstream>
#include <utility>

#include "feed/reader.hpp"
#include "io/read.hpp"
#include "text/uri.hpp"
#include "text/words.hpp"

namespace blogsearch::feed {
namespace {

constexpr std::string_view atom_1 = "http://www.w3.org/2005/Atom";
constexpr std::string_view atom_03 = "http://purl.org/atom/ns#";
constexpr std::string_view dublin_core = "http://purl.org/dc/elements/1.1/";
constexpr std::string_view feedburner = "http://rssnamespace.org/feedburner/ext/1.0";

std::string_view prefix_of(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
}

std::string_view local_name(pugi::xml_node node) {
  const std::string_view name = node.name();
  return name.substr(name.find(':') + 1);
}

std::string_view namespace_of(pugi::xml_node node) {
  const std::string_view prefix = prefix_of(node.name());
  const std::string declaration = prefix.empty() ? "xmlns" : "xmlns:" + std::string(prefix);
  for (pugi::xml_node scope = node; scope; scope = scope.parent())
    if (const pugi::xml_attribute found = scope.attribute(declaration.c_str()))
      return found.value();
  return {};
}

/// The first child of this name in this namespace.
pugi::xml_node child(pugi::xml_node parent, std::string_view space, std::string_view name) {
  for (const pugi::xml_node node : parent.children())
    if (local_name(node) == name && namespace_of(node) == space) return node;
  return {};
}

/// All text below `node`: parts between CDATA sections and inside elements too.
std::string text_of(pugi::xml_node node) {
  struct Collector : pugi::xml_tree_walker {
    bool for_each(pugi::xml_node& part) override {
      if (part.type() == pugi::node_pcdata || part.type() == pugi::node_cdata) text += part.value();
      return true;
    }
    std::string text;
  };
  Collector collector;
  node.traverse(collector);
  return std::move(collector.text);
}

/// To what relative links in `node` are relative: xml:base of all elements around it.
std::string base_of(pugi::xml_node node, const std::string& home) {
  const std::string outer = node.parent() ? base_of(node.parent(), home) : home;
  const pugi::xml_attribute base = node.attribute("xml:base");
  return base ? text::resolve(outer, base.value()) : outer;
}

std::string absolute(pugi::xml_node node, std::string_view reference, const std::string& home) {
  const std::string_view link = text::trim(reference);
  if (link.empty() || text::is_web_url(link)) return std::string(link);
  const std::string base = base_of(node, home);
  return base.empty() ? std::string(link) : text::resolve(base, link);
}

/// The address of the page: `rel=alternate`, of HTML rather than of anything else.
pugi::xml_node alternate(pugi::xml_node parent, std::string_view space) {
  pugi::xml_node best;
  for (const pugi::xml_node link : parent.children()) {
    if (local_name(link) != "link" || namespace_of(link) != space) continue;
    const std::string_view rel = link.attribute("rel").as_string("alternate");
    if (rel != "alternate") continue;
    const std::string_view type = link.attribute("type").as_string("text/html");
    if (type == "text/html" || type == "application/xhtml+xml") return link;
    if (!best) best = link;
  }
  return best;
}

/// The first of `names` that holds a date.
std::optional<time::Timestamp> date_in(
    pugi::xml_node entry,
    std::initializer_list<std::pair<std::string_view, std::string_view>> names) {
  for (const auto& name : names)
    if (const auto date = read_date(text_of(child(entry, name.first, name.second)))) return date;
  return std::nullopt;
}

OldEntry atom_entry(pugi::xml_node node, std::string_view space, const std::string& home) {
  OldEntry entry;
  entry.id = text_of(child(node, space, "id"));
  const pugi::xml_node link = alternate(node, space);
  entry.url = absolute(link, link.attribute("href").value(), home);
  const pugi::xml_node title = child(node, space, "title");
  const std::string_view type = title.attribute("type").as_string("text");
  const bool is_html = type == "html" || type == "text/html" || title.attribute("mode");
  entry.title = is_html ? plain_title(text_of(title)) : text::squeeze(text_of(title));
  entry.published = date_in(node, {{space, "published"},
                                   {space, "issued"},
                                   {space, "created"},
                                   {space, "updated"},
                                   {space, "modified"}});
  return entry;
}

/// A guid is a link too unless it says that it is none.
bool is_permalink(pugi::xml_node guid) {
  return guid && guid.attribute("isPermaLink").as_string("true") != std::string_view("false") &&
         text::is_web_url(text::trim(guid.child_value()));
}

std::string rss_url(pugi::xml_node item, std::string_view space, const std::string& home) {
  if (const auto origin = child(item, feedburner, "origLink")) return text_of(origin);
  const pugi::xml_node link = child(item, space, "link");
  if (std::string url = absolute(link, text_of(link), home); !url.empty()) return url;
  const pugi::xml_node guid = child(item, space, "guid");
  if (is_permalink(guid)) return std::string(text::trim(guid.child_value()));
  const pugi::xml_node atom_link = alternate(item, atom_1);
  return absolute(atom_link, atom_link.attribute("href").value(), home);
}

OldEntry rss_entry(pugi::xml_node item, const std::string& home) {
  const std::string_view space = namespace_of(item);
  OldEntry entry;
  entry.id = text_of(child(item, space, "guid"));
  entry.url = text::trim(rss_url(item, space, home));
  if (entry.id.empty()) entry.id = item.attribute("rdf:about").value();
  entry.title = plain_title(text_of(child(item, space, "title")));
  if (entry.title.empty()) entry.title = plain_title(text_of(child(item, dublin_core, "title")));
  entry.published = date_in(
      item,
      {{space, "pubDate"}, {dublin_core, "date"}, {atom_1, "published"}, {atom_1, "updated"}});
  return entry;
}

/// The elements of the entries, and how they are read.
struct Outline {
  std::vector<pugi::xml_node> entries;
  std::string home;
  bool is_atom = false;
};

std::vector<pugi::xml_node> children_named(pugi::xml_node parent, std::string_view name) {
  std::vector<pugi::xml_node> found;
  for (const pugi::xml_node node : parent.children())
    if (local_name(node) == name) found.push_back(node);
  return found;
}

std::optional<Outline> outline_of(pugi::xml_node root) {
  const std::string_view name = local_name(root);
  const std::string_view space = namespace_of(root);
  if (name == "feed" && (space == atom_1 || space == atom_03)) {
    const pugi::xml_node link = alternate(root, space);
    return Outline{children_named(root, "entry"),
                   absolute(link, link.attribute("href").value(), ""), true};
  }
  if (name != "rss" && name != "RDF") return std::nullopt;
  Outline outline;
  const std::vector<pugi::xml_node> channels = children_named(root, "channel");
  if (channels.empty()) return std::nullopt;
  const pugi::xml_node channel = channels.front();
  outline.home = text::trim(text_of(child(channel, namespace_of(channel), "link")));
  // RSS 0.9 and 1.0 have their items beside the channel.
  outline.entries = children_named(name == "RDF" ? root : channel, "item");
  return outline;
}

std::size_t place_of(pugi::xml_node node, const SourceText& source) {
  const std::ptrdiff_t offset = node.offset_debug();
  return offset < 0 ? 0 : std::min(static_cast<std::size_t>(offset), source.bytes().size());
}

Diagnostic malformed(const pugi::xml_parse_result& result) {
  const auto at = static_cast<std::size_t>(std::max<std::ptrdiff_t>(result.offset, 0));
  return not_a_feed("this XML is not well-formed, so no feed reader can read it",
                    "mend this place, or take an older copy of the feed", {at, at});
}

/// As it stands in the document, whatever its depth.
std::string raw(pugi::xml_node node) {
  std::ostringstream out;
  node.print(out, "", pugi::format_raw, pugi::encoding_utf8);
  return std::move(out).str();
}

}  // namespace

std::optional<std::vector<OldEntry>> read_xml(const SourceText& source, Diagnostics& findings) {
  pugi::xml_document document;
  const pugi::xml_parse_result result =
      document.load_buffer(source.bytes().data(), source.bytes().size());
  if (!result) {
    findings.add(source.place(malformed(result)));
    return std::nullopt;
  }
  const pugi::xml_node root = document.document_element();
  const std::optional<Outline> outline = outline_of(root);
  if (!outline) {
    const std::size_t at = place_of(root, source);
    const std::string_view name = root.name();
    findings.add(
        source.place(not_a_feed("`" + std::string(name) + "` is the root of no feed",
                                "Atom, RSS and JSON Feed are read", {at, at + name.size()})));
    return std::nullopt;
  }
  std::vector<OldEntry> entries;
  for (const pugi::xml_node node : outline->entries) {
    OldEntry entry = outline->is_atom ? atom_entry(node, namespace_of(node), outline->home)
                                      : rss_entry(node, outline->home);
    entry.digest = io::digest(raw(node));
    take(std::move(entry), source, place_of(node, source), entries, findings);
  }
  return entries;
}

}  // namespace blogsearch::feed
