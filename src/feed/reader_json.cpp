// SPDX-License-Identifier: GPL-2.0-or-later
#include <utility>

#include "feed/reader.hpp"
#include "syntax/json_tree.hpp"
#include "text/uri.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

namespace blogsearch::feed {
namespace {

using syntax::Node;

/// Of about thirty thousand entries.
constexpr std::size_t value_limit = 500'000;

std::string text_of(const Node& item, std::string_view key) {
  const Node* value = item.find(key);
  return value != nullptr && value->is_scalar() ? value->scalar : std::string();
}

OldEntry entry_of(const Node& item, const std::string& home) {
  OldEntry entry;
  entry.id = text_of(item, "id");
  entry.url = text::trim(text_of(item, "url"));
  if (!entry.url.empty() && !text::is_web_url(entry.url) && !home.empty())
    entry.url = text::resolve(home, entry.url);
  entry.title = text::squeeze(text::make_legal(text_of(item, "title")));
  entry.published = read_date(text_of(item, "date_published"));
  if (!entry.published) entry.published = read_date(text_of(item, "date_modified"));
  return entry;
}

}  // namespace

std::optional<std::vector<OldEntry>> read_json(const SourceText& source, Diagnostics& findings) {
  Diagnostics mistakes;
  const auto tree = syntax::read_json(source, {0, source.bytes().size()}, mistakes,
                                      syntax::Shape::value, value_limit);
  for (Diagnostic mistake : mistakes) {
    if (mistake.code == Code::syntax_too_large) mistake.hint = "split the feed into several files";
    mistake.code = Code::feed_not_a_feed;
    findings.add(std::move(mistake));
  }
  if (!tree) return std::nullopt;
  const Node* items = tree->find("items");
  if (items == nullptr || !items->is_sequence()) {
    findings.add(source.place(
        not_a_feed("this JSON has no `items`", "a JSON Feed has a list of them at its top")));
    return std::nullopt;
  }
  std::vector<OldEntry> entries;
  for (const Node& item : items->items)
    if (item.is_mapping())
      take(entry_of(item, text_of(*tree, "home_page_url")), source, item.span.begin, entries,
           findings);
  return entries;
}

}  // namespace blogsearch::feed
