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

class SinkWriter : public pugi::xml_writer {
 public:
  explicit SinkWriter(const Sink& sink) : sink_(sink) {}
  void write(const void* data, std::size_t size) override {
    sink_({static_cast<const char*>(data), size});
  }

 private:
  const Sink& sink_;
};

void print(pugi::xml_node node, unsigned depth, const Sink& sink) {
  SinkWriter writer(sink);
  node.print(writer, indent, layout, pugi::encoding_utf8, depth);
}

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

void XmlStream::open(pugi::xml_node parent) {
  pugi::xml_node document = parent.root();
  pugi::xml_node declaration = document.prepend_child(pugi::node_declaration);
  set_attribute(declaration, "version", "1.0");
  set_attribute(declaration, "encoding", "utf-8");

  for (pugi::xml_node node = parent; node != document; node = node.parent()) {
    for (pugi::xml_node above = node.parent(); above != document; above = above.parent())
      tail_ += indent;
    tail_.append("</").append(node.name()).append(">\n");
    ++depth_;
  }
  std::string head;
  print(document, 0, [&head](std::string_view bytes) { head.append(bytes); });
  sink_(std::string_view(head).substr(0, head.size() - tail_.size()));
}

void XmlStream::write(pugi::xml_node child) { print(child, depth_, sink_); }

void XmlStream::close() { sink_(tail_); }

}  // namespace blogsearch::feed
