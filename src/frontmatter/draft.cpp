// SPDX-License-Identifier: GPL-2.0-or-later
#include "frontmatter/draft.hpp"

#include <algorithm>
#include <utility>

#include "frontmatter/fence.hpp"
#include "frontmatter/keys.hpp"
#include "syntax/yaml.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

namespace blogsearch::frontmatter {
namespace {

using syntax::Node;

std::string plain(std::string_view value) { return text::squeeze(text::make_legal(value)); }

/// Turns the tree's nodes into a Draft's fields; what has the wrong shape is reported.
class Reader {
 public:
  Reader(const SourceText& source, const Node& mapping, const Dates& dates, Diagnostics& findings)
      : source_(source), mapping_(mapping), dates_(dates), findings_(findings) {}

  [[nodiscard]] bool has_failed() const { return has_failed_; }

  std::string word(Field field, std::string_view name) {
    const Node* node = find(mapping_, field);
    if (node == nullptr) return {};
    if (node->is_scalar()) return plain(node->scalar);
    wrong_type(*node, name, "a text");
    return {};
  }

  std::optional<time::Timestamp> date(Field field, std::string_view name) {
    const Node* node = find(mapping_, field);
    if (node == nullptr) return std::nullopt;
    if (!node->is_scalar()) {
      wrong_type(*node, name, "a date");
      return std::nullopt;
    }
    if (text::trim(node->scalar).empty()) return std::nullopt;
    Result<time::Reading> reading = time::read(node->scalar, dates_.zone, dates_.order);
    if (!reading) {
      findings_.add(source_.place(std::move(reading).error(), node->span.begin));
      has_failed_ = true;
      return std::nullopt;
    }
    if (reading->warning)
      findings_.add(source_.place(*std::move(reading->warning), node->span.begin));
    return reading->timestamp;
  }

  /// A list, or one text with commas.
  std::vector<std::string> words(Field field, std::string_view name) {
    const Node* node = find(mapping_, field);
    std::vector<std::string> out;
    if (node == nullptr) return out;
    if (node->is_scalar()) {
      for (std::string_view rest = node->scalar; !rest.empty();) {
        const std::size_t comma = std::min(rest.find(','), rest.size());
        add_word(out, rest.substr(0, comma));
        rest.remove_prefix(std::min(comma + 1, rest.size()));
      }
    } else if (node->is_sequence()) {
      for (const Node& item : node->items) {
        if (item.is_scalar())
          add_word(out, item.scalar);
        else if (!item.is_null())
          wrong_type(item, name, "a text");
      }
    } else {
      wrong_type(*node, name, "a list");
    }
    return out;
  }

  std::vector<model::Person> people(Field field, std::string_view name) {
    const Node* node = find(mapping_, field);
    std::vector<model::Person> out;
    if (node == nullptr) return out;
    if (!node->is_sequence()) {
      add_person(out, *node, name);
      return out;
    }
    for (const Node& item : node->items) add_person(out, item, name);
    return out;
  }

  /// Jekyll's reading: `categories: a b` are two, `category: a b` is one.
  std::vector<std::string> categories() {
    std::vector<std::string> out;
    for (const std::string_view key : {"category", "categories"}) {
      const Node* node = mapping_.find(key);
      if (node == nullptr) continue;
      for (const Node& item : node->items)
        if (item.is_scalar()) add_word(out, item.scalar);
      if (!node->is_scalar()) continue;
      for (std::string rest = plain(node->scalar); !rest.empty();) {
        const std::size_t blank = key == "category" ? rest.size() : rest.find(' ');
        add_word(out, rest.substr(0, blank));
        rest.erase(0, blank == std::string::npos ? blank : blank + 1);
      }
    }
    return out;
  }

  /// `draft: true`, or Jekyll's and Hexo's `published: false`.
  bool is_draft() {
    for (const syntax::Member& member : mapping_.members)
      if (text::lower_ascii(member.key) == "published" && flag_of(member.value) == Flag::no)
        return true;
    const Node* node = find(mapping_, Field::draft);
    if (node == nullptr) return false;
    const Flag flag = flag_of(*node);
    if (flag == Flag::none) wrong_type(*node, "draft", "true or false");
    return flag == Flag::yes;
  }

 private:
  static void add_word(std::vector<std::string>& out, std::string_view value) {
    std::string word = plain(value);
    if (!word.empty() && std::find(out.begin(), out.end(), word) == out.end())
      out.push_back(std::move(word));
  }

  /// `Ann`, `Ann <ann@example.org>`, or a mapping with `name` and perhaps `email` and `url`.
  void add_person(std::vector<model::Person>& out, const Node& node, std::string_view name) {
    model::Person person;
    if (node.is_scalar()) {
      person.name = plain(node.scalar);
      const std::size_t open = person.name.find('<');
      if (open != std::string::npos && person.name.back() == '>') {
        person.email = person.name.substr(open + 1, person.name.size() - open - 2);
        person.name = plain(std::string_view(person.name).substr(0, open));
      }
    } else if (node.is_mapping()) {
      const auto text_of = [&node](std::string_view key) {
        const Node* value = node.find(key);
        return value != nullptr && value->is_scalar() ? plain(value->scalar) : std::string();
      };
      person = {text_of("name"), text_of("email"), text_of("url")};
      if (person.uri.empty()) person.uri = text_of("uri");
    } else if (!node.is_null()) {
      wrong_type(node, name, "a name");
    }
    if (!person.name.empty()) out.push_back(std::move(person));
  }

  void wrong_type(const Node& node, std::string_view name, std::string_view wanted) {
    Diagnostic finding;
    finding.code = Code::frontmatter_wrong_type;
    finding.message = std::string("`").append(name).append("` should be ").append(wanted);
    finding.message.append(", not ").append(syntax::kind_name(node));
    finding.span = node.span;
    findings_.add(source_.place(std::move(finding)));
    has_failed_ = true;
  }

  const SourceText& source_;
  const Node& mapping_;
  const Dates& dates_;
  Diagnostics& findings_;
  bool has_failed_ = false;
};

Draft draft_of(Reader& reader) {
  Draft draft;
  draft.title = reader.word(Field::title, "title");
  draft.published = reader.date(Field::published, "date");
  draft.updated = reader.date(Field::updated, "updated");
  draft.expires = reader.date(Field::expires, "expires");
  draft.summary = reader.word(Field::summary, "description");
  draft.tags = reader.words(Field::tags, "tags");
  draft.categories = reader.categories();
  draft.authors = reader.people(Field::authors, "author");
  draft.slug = reader.word(Field::slug, "slug");
  draft.permalink = reader.word(Field::permalink, "permalink");
  draft.lang = reader.word(Field::lang, "lang");
  draft.id = reader.word(Field::id, "id");
  draft.is_draft = reader.is_draft();
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

}  // namespace

std::optional<Draft> read(const SourceText& source, const Dates& dates, Diagnostics& findings) {
  Result<Parts> parts = split(source);
  if (!parts) {
    findings.add(std::move(parts).error());
    return std::nullopt;
  }
  Draft draft;
  if (parts->header) {
    const std::optional<Node> tree = syntax::read_yaml(source, *parts->header, findings);
    if (!tree) return std::nullopt;
    if (!tree->is_null() && !tree->is_mapping()) {
      not_a_mapping(source, *tree, findings);
      return std::nullopt;
    }
    Reader reader(source, *tree, dates, findings);
    draft = draft_of(reader);
    if (reader.has_failed()) return std::nullopt;
  }
  draft.body = parts->body;
  return draft;
}

}  // namespace blogsearch::frontmatter
