// SPDX-License-Identifier: GPL-2.0-or-later
#include "support/feed_xml.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <set>
#include <utility>

#include "text/utf8.hpp"

namespace blogsearch::support {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> customary_prefixes{{
    {"", ""},
    {"http://www.w3.org/2005/Atom", "atom"},
    {"http://purl.org/rss/1.0/modules/content/", "content"},
    {"http://purl.org/dc/elements/1.1/", "dc"},
    {"http://search.yahoo.com/mrss/", "media"},
}};

/// Empty and the whole name when there is no prefix.
std::pair<std::string, std::string> split(std::string_view name) {
  const std::size_t colon = name.find(':');
  if (colon == name.npos) return {"", std::string(name)};
  return {std::string(name.substr(0, colon)), std::string(name.substr(colon + 1))};
}

/// The namespace a prefix stands for at `element`; null when it is not declared.
std::optional<std::string> namespace_of(pugi::xml_node element, const std::string& prefix) {
  if (prefix == "xml") return "http://www.w3.org/XML/1998/namespace";
  const std::string declaration = prefix.empty() ? "xmlns" : "xmlns:" + prefix;
  for (; element; element = element.parent())
    if (const auto attribute = element.attribute(declaration.c_str())) return attribute.value();
  if (prefix.empty()) return "";
  return std::nullopt;
}

/// The length of the reference at the start of `text`, zero when it is none or stands for a
/// character that XML forbids.
std::size_t reference_length(std::string_view text) {
  const std::size_t end = text.substr(0, 12).find(';');
  if (end == text.npos) return 0;
  const std::string name(text.substr(1, end - 1));
  constexpr std::array<std::string_view, 5> named{"amp", "lt", "gt", "quot", "apos"};
  if (std::find(named.begin(), named.end(), name) != named.end()) return end + 1;
  if (name.size() < 2 || name[0] != '#') return 0;
  const bool hexadecimal = name[1] == 'x';
  const char* digits = name.c_str() + (hexadecimal ? 2 : 1);
  char* rest = nullptr;
  const unsigned long code = std::strtoul(digits, &rest, hexadecimal ? 16 : 10);
  const bool is_number = rest != digits && *rest == '\0' && code <= 0x10FFFF;
  return is_number && text::is_xml_character(static_cast<char32_t>(code)) ? end + 1 : 0;
}

/// pugixml lets pass what is no reference.
void expect_references(std::string_view bytes, Complaints& complaints) {
  for (std::size_t at = 0; (at = bytes.find_first_of("&<", at)) != bytes.npos; ++at) {
    if (bytes.substr(at, 9) == "<![CDATA[") {
      at = std::min(bytes.find("]]>", at), bytes.size() - 1);
    } else if (bytes[at] == '&' && reference_length(bytes.substr(at)) == 0) {
      complaints.add("document", "'" + std::string(bytes.substr(at, 6)) + "' is no reference");
    }
  }
}

struct PrefixWalker : pugi::xml_tree_walker {
  explicit PrefixWalker(Complaints& sink) : complaints(sink) {}
  bool for_each(pugi::xml_node& node) override {
    if (node.type() != pugi::node_element) return true;
    expect_declared(node, node.name());
    for (const pugi::xml_attribute attribute : node.attributes())
      if (const std::string name = attribute.name(); name.rfind("xmlns", 0) != 0)
        expect_declared(node, name);
    return true;
  }
  void expect_declared(pugi::xml_node node, const std::string& name) {
    complaints.expect(namespace_of(node, split(name).first).has_value(), "document",
                      "the prefix of '" + name + "' is not declared");
  }
  Complaints& complaints;
};

struct AttributeWalker : pugi::xml_tree_walker {
  explicit AttributeWalker(Complaints& sink) : complaints(sink) {}
  bool for_each(pugi::xml_node& node) override {
    const pugi::xml_attribute lang = node.attribute("xml:lang");
    const pugi::xml_attribute base = node.attribute("xml:base");
    complaints.expect(!lang || is_language_tag(lang.value()), node.name(),
                      "xml:lang is no language tag");
    complaints.expect(!base || is_absolute_iri(base.value()), node.name(),
                      "xml:base is not absolute");
    return true;
  }
  Complaints& complaints;
};

}  // namespace

bool parse_xml(std::string_view bytes, pugi::xml_document& document, Complaints& complaints) {
  constexpr unsigned options =
      pugi::parse_default | pugi::parse_declaration | pugi::parse_ws_pcdata;
  const pugi::xml_parse_result result =
      document.load_buffer(bytes.data(), bytes.size(), options, pugi::encoding_utf8);
  if (!result) {
    complaints.add("document", std::string("not well-formed: ") + result.description());
    return false;
  }
  std::string encoding = document.first_child().attribute("encoding").value();
  std::transform(encoding.begin(), encoding.end(), encoding.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  complaints.expect(encoding == "utf-8", "document", "does not say that it is UTF-8");
  complaints.expect(!text::find_flaw(bytes), "document", "has a character that XML forbids");
  expect_references(bytes, complaints);
  PrefixWalker walker(complaints);
  document.traverse(walker);
  return true;
}

std::string name_of(pugi::xml_node element) {
  const auto [prefix, local] = split(element.name());
  const std::string uri = namespace_of(element, prefix).value_or("?");
  for (const auto& [known, customary] : customary_prefixes)
    if (known == uri) return customary.empty() ? local : std::string(customary) + ":" + local;
  return "?:" + local;
}

std::vector<pugi::xml_node> children(pugi::xml_node parent, std::string_view name) {
  std::vector<pugi::xml_node> found;
  for (const pugi::xml_node node : parent)
    if (node.type() == pugi::node_element && name_of(node) == name) found.push_back(node);
  return found;
}

pugi::xml_node child(pugi::xml_node parent, std::string_view name) {
  const std::vector<pugi::xml_node> found = children(parent, name);
  return found.empty() ? pugi::xml_node() : found.front();
}

std::string text_of(pugi::xml_node element) {
  std::string text;
  for (const pugi::xml_node node : element)
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) text += node.value();
  return text;
}

bool has_child_elements(pugi::xml_node element) {
  return std::any_of(element.begin(), element.end(),
                     [](const pugi::xml_node& node) { return node.type() == pugi::node_element; });
}

void expect_children(pugi::xml_node parent, std::string_view place, std::string_view own_prefix,
                     std::span<const ChildRule> rules, Complaints& complaints) {
  for (const ChildRule& rule : rules) {
    const std::size_t count = children(parent, rule.name).size();
    const std::string name(rule.name);
    complaints.expect(count >= rule.min, place, "has no " + name);
    complaints.expect(count <= rule.max, place, "has more than one " + name);
  }
  for (const pugi::xml_node node : parent) {
    if (node.type() != pugi::node_element) continue;
    const std::string name = name_of(node);
    const bool has_rule = std::any_of(rules.begin(), rules.end(),
                                      [&name](const ChildRule& rule) { return rule.name == name; });
    const std::string prefix = split(name).first;
    complaints.expect(has_rule || (prefix != own_prefix && !prefix.empty()), place,
                      "must not have a " + name);
  }
  complaints.expect(is_blank(text_of(parent)), place, "has text between its elements");
}

void expect_media(pugi::xml_node parent, std::string_view place, Complaints& complaints) {
  for (const pugi::xml_node content : children(parent, "media:content")) {
    const std::string medium = content.attribute("medium").as_string("image");
    const std::string type = content.attribute("type").value();
    complaints.expect(is_web_iri(content.attribute("url").value()), place,
                      "the url of media:content is not absolute");
    complaints.expect(
        medium == "image" || medium == "audio" || medium == "video" || medium == "document", place,
        "media:content has the medium '" + medium + "'");
    complaints.expect(type.empty() || type.rfind(medium + "/", 0) == 0, place,
                      "media:content is '" + medium + "' and has the type '" + type + "'");
    complaints.expect(children(content, "media:description").size() <= 1, place,
                      "media:content has more than one description");
  }
}

void expect_links(pugi::xml_node parent, std::string_view place, Complaints& complaints) {
  std::set<std::pair<std::string, std::string>> seen;
  for (const pugi::xml_node link : children(parent, "atom:link")) {
    const std::string rel = link.attribute("rel").as_string("alternate");
    const std::string href = link.attribute("href").value();
    const std::string length = link.attribute("length").as_string("1");
    complaints.expect(is_absolute_iri(href), place, "the href of a link is not absolute");
    complaints.expect(seen.emplace(rel, href).second, place, "has a link twice: " + rel);
    complaints.expect(length.find_first_not_of("0123456789") == length.npos && length != "0", place,
                      "the length of a link is no number of bytes");
    complaints.expect(rel != "enclosure" || is_media_type(link.attribute("type").value()), place,
                      "an enclosure has no media type");
  }
}

void expect_common_attributes(pugi::xml_node root, Complaints& complaints) {
  AttributeWalker walker(complaints);
  root.root().traverse(walker);
}

}  // namespace blogsearch::support
