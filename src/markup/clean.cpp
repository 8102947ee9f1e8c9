// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/clean.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "markup/canonical.hpp"
#include "markup/cleaner.hpp"
#include "markup/embed.hpp"
#include "markup/plain_html.hpp"
#include "markup/tree.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

namespace blogsearch::markup {
namespace {

/// Where scripts keep the address that a lazy image is to load.
std::optional<std::string_view> lazy(const GumboNode& image, std::string_view name) {
  const std::array<std::string, 4> names =
      name == "src"
          ? std::array<std::string, 4>{"data-src", "data-lazy-src", "data-original", "data-lazy"}
          : std::array<std::string, 4>{"data-srcset", "data-lazy-srcset", "data-original-set",
                                       "data-lazyset"};
  for (const std::string& each : names)
    if (const auto value = attribute(image, each.c_str()); value && !value->empty()) return value;
  return std::nullopt;
}

bool shows_something(const GumboNode& node) {
  constexpr std::array<const char*, 4> shown{"img", "picture", "video", "audio"};
  return std::any_of(shown.begin(), shown.end(),
                     [&node](const char* name) { return find(node, name) != nullptr; });
}

bool begins_with_newline(const GumboNode& element) {
  const Children nodes = children(element);
  return nodes.begin() != nodes.end() && !is_element(**nodes.begin()) &&
         text_of(**nodes.begin()).starts_with('\n');
}

/// `#` beside a heading, which leads to itself.
bool is_heading_anchor(const GumboNode& node) {
  constexpr std::array<const char*, 9> classes{"anchor",     "anchor-link",   "anchorjs-link",
                                               "hash-link",  "header-anchor", "heading-anchor",
                                               "headerlink", "heading-link",  "zola-anchor"};
  const auto href = attribute(node, "href");
  if (!href || href->empty() || href->front() != '#') return false;
  const bool is_marked = attribute(node, "aria-hidden") == "true" ||
                         std::any_of(classes.begin(), classes.end(),
                                     [&node](const char* name) { return has_class(node, name); });
  return is_marked && text::display_width(text::squeeze(text_of(node))) <= 2;
}

class Cleaner {
 public:
  Cleaner(const Base& base, Embeds embeds, const Unwanted& is_unwanted)
      : base_(base), embeds_(embeds), is_unwanted_(is_unwanted) {}

  std::string clean(const GumboNode& root) {
    content(root);
    return std::move(out_);
  }

 private:
  void content(const GumboNode& parent) {
    const Children nodes = children(parent);
    for (const auto* at = nodes.begin(); at != nodes.end(); ++at)
      if (!has_double_in_noscript(at, nodes.end())) node(**at);
  }

  /// A lazy image whose plain form stands in the <noscript> behind it.
  static bool has_double_in_noscript(const GumboNode* const* at, const GumboNode* const* end) {
    if (!is_element(**at) || name_of(**at) != "img") return false;
    const bool is_lazy = lazy(**at, "src") || !attribute(**at, "src") ||
                         attribute(**at, "src")->substr(0, 5) == "data:";
    const auto* next = std::find_if(std::next(at), end, [](const GumboNode* sibling) {
      return sibling->type != GUMBO_NODE_WHITESPACE;
    });
    return is_lazy && next != end && is_element(**next) && name_of(**next) == "noscript" &&
           find(**next, "img") != nullptr;
  }

  void node(const GumboNode& node) {
    switch (node.type) {
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_WHITESPACE:
      case GUMBO_NODE_CDATA:
        out_ += text::escape_html(node.v.text.text);
        break;
      case GUMBO_NODE_ELEMENT:
        element(node);
        break;
      default:  // comments, templates
        break;
    }
  }

  void element(const GumboNode& node) {
    if (is_unwanted_ && is_unwanted_(node)) return;
    const std::string name = name_of(node);
    const Language language = language_of(node);
    if (language == Language::html && is_special(node, name)) return;
    switch (fate_of(language, name)) {
      case Fate::keep:
        return keep(node, language, name);
      case Fate::unwrap:
        return content(node);
      case Fate::drop:
        return;
    }
  }

  /// Elements with a rule of their own; true when nothing is left to do.
  bool is_special(const GumboNode& element, const std::string& name) {
    if (name == "iframe" || name == "lite-youtube" || name == "lite-vimeo") {
      out_ += embed(element, base_, embeds_);
      return true;
    }
    if (name == "noscript") {
      if (shows_something(element)) content(element);
      return true;
    }
    if (name == "input") return attribute(element, "type") != "checkbox";
    if (name == "a") return is_heading_anchor(element);
    if (name == "img") return !has_source(element);
    if (has_class(element, "katex") || name == "mjx-container") {
      const GumboNode* formula = find(element, "math");
      if (formula != nullptr) node(*formula);
      return formula != nullptr;
    }
    return false;
  }

  [[nodiscard]] bool has_source(const GumboNode& image) const {
    return value_of(image, Attribute::source, "src", attribute(image, "src").value_or("")) ||
           value_of(image, Attribute::sources, "srcset", attribute(image, "srcset").value_or(""));
  }

  void keep(const GumboNode& node, Language language, const std::string& name) {
    out_ += '<' + name;
    attributes(node, language, name);
    out_ += '>';
    if (language == Language::html && is_void(name)) return;
    if (name == "pre" && begins_with_newline(node)) out_ += '\n';  // a parser will drop one
    content(node);
    out_ += "</" + name + '>';
  }

  void attributes(const GumboNode& node, Language language, const std::string& name) {
    const GumboVector& list = node.v.element.attributes;
    const auto* const* begin = reinterpret_cast<const GumboAttribute* const*>(list.data);
    std::for_each(begin, begin + list.length, [&](const GumboAttribute* each) {
      if (each->attr_namespace != GUMBO_ATTR_NAMESPACE_NONE) return;
      const Attribute kind = kind_of(language, name, each->name);
      const auto value = value_of(node, kind, each->name, each->value);
      if (value) append(each->name, *value);
    });
    if (language != Language::html) return;
    if (name == "img") append_lazy(node);
    if ((name == "video" || name == "audio") && !attribute(node, "controls"))
      append("controls", "");
    if (name == "input" && !attribute(node, "disabled")) append("disabled", "");
  }

  /// The attributes that only a script would have made.
  void append_lazy(const GumboNode& image) {
    for (const char* name : {"src", "srcset"}) {
      const Attribute kind =
          name == std::string_view("src") ? Attribute::source : Attribute::sources;
      if (attribute(image, name) || !lazy(image, name)) continue;
      if (const auto value = value_of(image, kind, name, "")) append(name, *value);
    }
  }

  [[nodiscard]] std::optional<std::string> value_of(const GumboNode& node, Attribute kind,
                                                    std::string_view name,
                                                    std::string_view value) const {
    switch (kind) {
      case Attribute::plain:
        return std::string(value);
      case Attribute::link:
        return link(value, base_);
      case Attribute::source:
        return source(name == "src" ? lazy(node, "src").value_or(value) : value, base_);
      case Attribute::sources:
        return sources(name == "srcset" ? lazy(node, "srcset").value_or(value) : value, base_);
      case Attribute::style:
        return style(value, base_);
      case Attribute::forbidden:
        break;
    }
    return std::nullopt;
  }

  void append(std::string_view name, std::string_view value) {
    out_.append(" ").append(name).append("=\"").append(text::escape_html(value)).append("\"");
  }

  Base base_;
  Embeds embeds_;
  const Unwanted& is_unwanted_;
  std::string out_;
};

/// Of what canonical.hpp wrote.
std::string clean_tree(std::string_view written, const Base& base, Embeds embeds) {
  return clean_content(Tree(written, Tree::Kind::fragment).root(), base, embeds, {});
}

}  // namespace

std::optional<std::string> clean(std::string_view html, const Base& base, Embeds embeds,
                                 std::size_t most_open) {
  const std::optional<std::string> written = canonical(html, most_open);
  if (!written) return std::nullopt;
  if (auto plain = clean_plain(*written, base, most_open)) return plain;
  return clean_tree(*written, base, embeds);
}

std::optional<std::string> clean(const Document& body, const Base& base, Embeds embeds,
                                 std::size_t most_open) {
  const std::string html = body.html();
  if (!body.has_raw_html())
    if (auto plain = clean_plain(html, base, most_open)) return plain;
  return clean(html, base, embeds, most_open);
}

std::optional<std::string> clean_by_tree(std::string_view html, const Base& base) {
  const std::optional<std::string> written = canonical(html);
  if (!written) return std::nullopt;
  return clean_tree(*written, base, Embeds::link);
}

std::string clean_content(const GumboNode& root, const Base& base, Embeds embeds,
                          const Unwanted& is_unwanted) {
  std::string html = text::make_legal(Cleaner(base, embeds, is_unwanted).clean(root));
  return text::trim(html).empty() ? std::string() : html;
}

std::string paragraphs(std::string_view text) {
  std::string html;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text::trim(text.substr(0, end));
    if (!line.empty()) html.append("<p>").append(text::escape_html(line)).append("</p>\n");
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return html;
}

}  // namespace blogsearch::markup
