// SPDX-License-Identifier: GPL-2.0-or-later
#include "feed/xml.hpp"

#include <utility>

#include "text/utf8.hpp"

namespace blogsearch::feed {
namespace {

constexpr const char* indent = "  ";
constexpr unsigned layout = pugi::format_indent | pugi::format_no_escapes;

/// What must be a reference in text. A carriage return would be read back as a line feed.
constexpr std::string_view special_in_text = "&<>\r";
/// In an attribute a parser turns all white space into spaces.
constexpr std::string_view special_in_attribute = "&<>\r\"\n\t";

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

std::string escape(std::string_view text, std::string_view special, References references) {
  const std::string legal = text::make_legal(text);
  const std::string_view rest = legal;
  std::string out;
  out.reserve(legal.size() + legal.size() / 8);
  std::size_t begin = 0;
  for (std::size_t at = 0; (at = rest.find_first_of(special, begin)) != rest.npos; begin = at + 1)
    out.append(rest.substr(begin, at - begin)).append(reference_to(rest[at], references));
  return out.append(rest.substr(begin));
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
  node.text().set(escape(text, special_in_text, references).c_str());
  return node;
}

void set_attribute(pugi::xml_node node, const char* attribute, std::string_view value) {
  node.append_attribute(attribute) = escape(value, special_in_attribute, References::named).c_str();
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
