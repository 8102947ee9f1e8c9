// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/page.hpp"

#include <utility>

#include "markup/canonical.hpp"
#include "markup/cleaner.hpp"
#include "markup/html_text.hpp"
#include "markup/tree.hpp"
#include "text/uri.hpp"
#include "text/words.hpp"

namespace blogsearch::markup {
namespace {

bool is_heading(const GumboNode& element) {
  const std::string name = name_of(element);
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

/// Letters and digits decide: pages have curly quotes and a `#` where front matter has none.
bool says(const GumboNode& heading, std::string_view title) {
  const std::string text = text::squeeze(text_of(heading));
  const std::string slug = text::slug(text);
  return slug.empty() ? text == text::squeeze(title) : slug == text::slug(title);
}

/// Readers show an entry's title themselves.
const GumboNode* title_in(const GumboNode& article, std::string_view title) {
  const GumboNode* heading = find(article, is_heading);
  return heading != nullptr && says(*heading, title) ? heading : nullptr;
}

/// Such as the empty element that a script would fill.
bool is_blank(const std::string& html) {
  return text::squeeze(html_text(html)).empty() && html.find(" src=\"") == std::string::npos;
}

void collect(const GumboNode& node, const std::string& base, std::vector<PageLink>& links) {
  if (!is_element(node)) return;
  if (name_of(node) == "link" &&
      has_word(text::lower_ascii(attribute(node, "rel").value_or("")), "alternate")) {
    const std::string_view type = attribute(node, "type").value_or("");
    links.push_back({text::resolve(base, attribute(node, "href").value_or("")),
                     text::lower_ascii(text::trim(type.substr(0, type.find(';'))))});
  }
  for (const GumboNode* child : children(node)) collect(*child, base, links);
}

}  // namespace

Page::Page(std::string html, std::string_view url)
    : url_(url),
      html_(std::make_unique<const std::string>(std::move(html))),
      tree_(std::make_unique<const Tree>(*html_, Tree::Kind::page)) {}
Page::Page(Page&&) noexcept = default;
Page& Page::operator=(Page&&) noexcept = default;
Page::~Page() = default;

std::optional<Page> Page::read(std::string_view html, std::string_view url, std::size_t most_open) {
  std::optional<std::string> plain = canonical(html, most_open);
  if (!plain) return std::nullopt;
  return Page(*std::move(plain), url);
}

/// The first `<base>` with an address counts (HTML, 4.2.3).
std::string Page::base_url() const {
  const GumboNode* base = find(tree_->root(), [](const GumboNode& element) {
    return name_of(element) == "base" && attribute(element, "href");
  });
  return base == nullptr ? url_ : text::resolve(url_, *attribute(*base, "href"));
}

std::optional<std::string> Page::article(const Wanted& wanted, Fragments fragments,
                                         Embeds embeds) const {
  const GumboNode* found = wanted.article.find_in(tree_->root());
  if (found == nullptr) return std::nullopt;
  const GumboNode* title = title_in(*found, wanted.title);
  const std::string url = base_url();
  // `#note` of a page with another base leads to another page.
  const Base base{url, url == url_ ? fragments : Fragments::absolute};
  std::string html = clean_content(*found, base, embeds, [&](const GumboNode& element) {
    return &element == title || wanted.drop.matches(element);
  });
  if (is_blank(html)) return std::nullopt;
  return html;
}

std::vector<PageLink> Page::alternates() const {
  std::vector<PageLink> links;
  collect(tree_->root(), base_url(), links);
  return links;
}

}  // namespace blogsearch::markup
