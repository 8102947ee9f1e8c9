// SPDX-License-Identifier: GPL-2.0-or-later
#include "feed/xml.hpp"

#include <algorithm>
#include <utility>

#include "text/utf8.hpp"

namespace blogsearch::feed {
namespace {

constexpr const char* indent = "  ";
constexpr unsigned layout = pugi::format_indent | pugi::format_no_escapes;

enum class Place { text, attribute };

/// A parser reads a carriage return as a line feed, and in an attribute all white space as spaces.
bool is_special(char c, Place place) {
  switch (c) {
    case '&':
    case '<':
    case '>':
    case '\r':
      return true;
    case '"':
    case '\t':
    case '\n':
      return place == Place::attribute;
    default:
      return false;
  }
}

/// Of a special character.
std::string_view reference_to(char c, References references) {
  const bool named = references == References::named;
  switch (c) {
    case '&':
      return named ? "&amp;" : "&#x26;";
    case '<':
      return named ? "&lt;" : "&#x3C;";
    case '>':
      return named ? "&gt;" : "&#x3E;";
    case '"':
      return "&quot;";
    case '\t':
      return "&#x9;";
    case '\n':
      return "&#xA;";
    default:
      return "&#xD;";
  }
}

std::string escape(std::string_view text, Place place, References references) {
  const std::string legal = text::make_legal(text);
  std::string out;
  out.reserve(legal.size() + legal.size() / 4);
  for (auto rest = legal.begin(); rest != legal.end();) {
    const auto special =
        std::find_if(rest, legal.end(), [place](char c) { return is_special(c, place); });
    out.append(rest, special);
    if (special == legal.end()) break;
    out += reference_to(*special, references);
    rest = special + 1;
  }
  return out;
}

class StringWriter : public pugi::xml_writer {
 public:
  void write(const void* data, std::size_t size) override {
    text.append(static_cast<const char*>(data), size);
  }
  std::string text;
};

}  // namespace

pugi::xml_node add_text(pugi::xml_node parent, const char* name, std::string_view text,
                        References references) {
  pugi::xml_node node = parent.append_child(name);
  node.text().set(escape(text, Place::text, references).c_str());
  return node;
}

void set_attribute(pugi::xml_node node, const char* attribute, std::string_view value) {
  node.append_attribute(attribute) = escape(value, Place::attribute, References::named).c_str();
}

Frame frame_of(pugi::xml_node parent, std::string_view stylesheet_url) {
  pugi::xml_node document = parent.root();
  if (!stylesheet_url.empty()) {
    const std::string href = escape(stylesheet_url, Place::attribute, References::named);
    pugi::xml_node stylesheet = document.prepend_child(pugi::node_pi);
    stylesheet.set_name("xml-stylesheet");
    stylesheet.set_value(("type=\"text/css\" href=\"" + href + "\"").c_str());
  }
  pugi::xml_node declaration = document.prepend_child(pugi::node_declaration);
  set_attribute(declaration, "version", "1.0");
  set_attribute(declaration, "encoding", "utf-8");

  Frame frame;
  for (pugi::xml_node node = parent; node != document; node = node.parent()) {
    for (pugi::xml_node above = node.parent(); above != document; above = above.parent())
      frame.tail += indent;
    frame.tail.append("</").append(node.name()).append(">\n");
  }
  frame.head = print(document, 0);
  frame.head.resize(frame.head.size() - frame.tail.size());
  return frame;
}

std::string print(pugi::xml_node node, unsigned depth) {
  StringWriter writer;
  node.print(writer, indent, layout, pugi::encoding_utf8, depth);
  return std::move(writer.text);
}

}  // namespace blogsearch::feed
