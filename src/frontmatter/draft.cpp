// SPDX-License-Identifier: GPL-2.0-or-later
#include "frontmatter/draft.hpp"

#include <utility>

#include "frontmatter/fence.hpp"
#include "frontmatter/headers.hpp"
#include "frontmatter/line.hpp"
#include "frontmatter/reader.hpp"
#include "syntax/json_tree.hpp"
#include "syntax/toml.hpp"
#include "syntax/yaml.hpp"
#include "text/words.hpp"

namespace blogsearch::frontmatter {
namespace {

using syntax::Node;

Draft draft_of(Reader& reader, const model::Limits& limits) {
  Draft draft;
  draft.title = reader.word(Field::title);
  draft.published = reader.date(Field::published);
  draft.updated = reader.date(Field::updated);
  draft.expires = reader.date(Field::expires);
  draft.summary = reader.word(Field::summary);
  draft.excerpt_separator = reader.word(Field::excerpt_separator);
  draft.tags = reader.terms(Field::tags);
  draft.categories = reader.terms(Field::categories);
  if (draft.tags.empty() && draft.categories.empty()) draft.tags = reader.terms(Field::keywords);
  draft.path_categories = reader.path_categories();
  draft.series = reader.names(Field::series);
  draft.authors = reader.people();
  draft.slug = reader.word(Field::slug);
  draft.permalink = reader.word(Field::permalink);
  draft.aliases = reader.paths(Field::aliases);
  draft.canonical = reader.word(Field::canonical);
  draft.external = reader.external();
  draft.via = reader.links(Field::via);
  draft.related = reader.links(Field::related);
  draft.lang = reader.language();
  draft.image = reader.image();
  draft.enclosures = reader.enclosures();
  reader.read_rights(draft.rights, draft.license);
  draft.id = reader.word(Field::id);
  draft.is_draft = reader.is_draft();
  draft.in_feeds = !reader.is_shut_out(Field::feed);
  draft.in_search = !reader.is_shut_out(Field::search);
  reader.check_count(draft.tags.size(), {Field::tags, Field::keywords}, limits.tags);
  reader.check_count(draft.categories.size(), {Field::categories}, limits.tags);
  reader.check_count(draft.series.size(), {Field::series}, limits.tags);
  reader.check_count(draft.authors.size(), {Field::authors}, limits.tags);
  reader.check_twins();
  if (!draft.published) reader.check_misspelt_date();
  return draft;
}

void not_a_mapping(const SourceText& source, const Node& node, Diagnostics& findings) {
  Diagnostic finding;
  finding.code = Code::frontmatter_not_a_mapping;
  finding.message = std::string("front matter should be `key: value` lines, not ")
                        .append(syntax::kind_name(node));
  finding.hint = "if the first line is a rule and no front matter, write it as `***`";
  finding.span = node.span;
  findings.add(source.place(std::move(finding)));
}

/// `tags: #rust`: in YAML that is a key without a value and a comment.
void report_comments(const SourceText& source, Span header, const Keys& keys,
                     Diagnostics& findings) {
  for (std::size_t at = header.begin; at < header.end;) {
    const Line line = line_at(source.bytes(), at);
    at = line.span.end;
    const std::size_t hash = line.text.find(" #") + 1;
    if (hash == 0 || hash + 1 >= line.text.size() || line.text[hash + 1] == ' ') continue;
    const std::string_view before = text::trim(line.text.substr(0, hash));
    const bool is_item = before == "-";
    const bool is_key =
        !before.empty() && before.back() == ':' && keys.knows(before.substr(0, before.size() - 1));
    if (!is_item && !is_key) continue;
    Diagnostic finding;
    finding.code = Code::frontmatter_comment;
    finding.message = "`#` begins a comment here, and what follows is not read";
    finding.hint = "put the value in quotes, or leave the `#` out";
    finding.span = {line.span.begin + hash, line.span.begin + line.text.size()};
    findings.add(source.place(std::move(finding)));
  }
}

std::optional<Node> read_tree(const SourceText& source, const Parts& parts, std::size_t most,
                              Diagnostics& findings) {
  switch (parts.syntax) {
    case Syntax::yaml:
      return syntax::read_yaml(source, *parts.header, findings, most);
    case Syntax::toml:
      return syntax::read_toml(source, *parts.header, findings, most);
    case Syntax::json:
      return syntax::read_json(source, *parts.header, findings, syntax::Shape::value, most);
    case Syntax::json_members:
      return syntax::read_json(source, *parts.header, findings, syntax::Shape::members, most);
    case Syntax::lines:
      return read_headers(source, *parts.header, findings, most);
  }
  return std::nullopt;
}

/// What stopped the reader for having too many values says which key allows more of them.
std::optional<Node> tree_of(const SourceText& source, const Parts& parts,
                            const model::Limits& limits, Diagnostics& findings) {
  Diagnostics found;
  auto tree = read_tree(source, parts, limits.front_matter_values, found);
  for (Diagnostic finding : found) {
    if (finding.code == Code::syntax_too_large && finding.span.empty())
      finding.hint += ", or raise limits.front_matter_values";
    findings.add(std::move(finding));
  }
  return tree;
}

}  // namespace

std::optional<Draft> read(const SourceText& source, const Dates& dates, const Keys& keys,
                          const model::Limits& limits, Diagnostics& findings) {
  Result<Parts> parts = split(source, limits);
  if (!parts) {
    findings.add(std::move(parts).error());
    return std::nullopt;
  }
  Draft draft;
  if (parts->header) {
    const std::optional<Node> tree = tree_of(source, *parts, limits, findings);
    if (!tree) return std::nullopt;
    if (!tree->is_null() && !tree->is_mapping()) {
      not_a_mapping(source, *tree, findings);
      return std::nullopt;
    }
    if (parts->syntax == Syntax::yaml) report_comments(source, *parts->header, keys, findings);
    Reader reader(source, *tree, dates, keys, findings);
    draft = draft_of(reader, limits);
    if (reader.has_failed()) return std::nullopt;
  }
  draft.body = parts->body;
  return draft;
}

}  // namespace blogsearch::frontmatter
