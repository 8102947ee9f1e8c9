// SPDX-License-Identifier: GPL-2.0-or-later
#include "frontmatter/keys.hpp"

#include <algorithm>

#include "text/words.hpp"

namespace blogsearch::frontmatter {
namespace {

/// Keys in lower case: they match in any case. Earlier ones win. Sources: the documentation of
/// Astro's blog templates, Hugo, Jekyll, Zola, Eleventy, Pelican, Hexo and Docusaurus.
struct Row {
  Field field;
  std::array<std::string_view, 8> keys;
};
constexpr std::array<Row, 12> rows{{
    {Field::title, {"title"}},
    {Field::published,
     {"pubdate", "date", "published", "publishdate", "published_at", "pubdatetime", "publish_date",
      "created"}},
    {Field::updated,
     {"updated", "updateddate", "lastmod", "modified", "updated_at", "moddatetime",
      "last_modified_at", "last_update"}},
    {Field::expires, {"expirydate", "expires", "unpublishdate"}},
    {Field::summary, {"description", "summary", "excerpt", "subtitle"}},
    {Field::tags, {"tags", "tag", "categories", "category", "keywords"}},
    {Field::authors, {"authors", "author"}},
    {Field::draft, {"draft"}},
    {Field::slug, {"slug"}},
    {Field::permalink, {"permalink", "url", "path"}},
    {Field::lang, {"lang", "language", "locale"}},
    {Field::id, {"id", "guid"}},
}};

bool is_date(Field field) {
  return field == Field::published || field == Field::updated || field == Field::expires;
}

const syntax::Node* member(const syntax::Node& mapping, std::string_view key) {
  for (const syntax::Member& m : mapping.members)
    if (text::lower_ascii(m.key) == key) return &m.value;
  return nullptr;
}

}  // namespace

const syntax::Node* find(const syntax::Node& mapping, Field field) {
  const auto* row =
      std::find_if(rows.begin(), rows.end(), [field](const Row& r) { return r.field == field; });
  for (const std::string_view key : row->keys) {
    if (key.empty()) break;
    const syntax::Node* node = member(mapping, key);
    if (node == nullptr || node->is_null()) continue;
    if (is_date(field) && flag_of(*node) != Flag::none) continue;
    return node;
  }
  return nullptr;
}

Flag flag_of(const syntax::Node& node) {
  if (!node.is_scalar() || node.is_quoted) return Flag::none;
  const std::string word = text::lower_ascii(node.scalar);
  if (word == "true" || word == "yes" || word == "on") return Flag::yes;
  return word == "false" || word == "no" || word == "off" ? Flag::no : Flag::none;
}

}  // namespace blogsearch::frontmatter
