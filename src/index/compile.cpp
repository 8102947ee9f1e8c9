// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/compile.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "index/fields.hpp"
#include "index/schema.hpp"
#include "index/weights.hpp"
#include "text/tokens.hpp"

namespace blogsearch::index {
namespace {

using Xapian::Query;
using Queries = std::vector<Query>;

Query join(Query::op op, const Queries& queries) {
  if (queries.size() == 1) return queries.front();
  return {op, queries.begin(), queries.end()};
}

Query scaled(const Query& query, double factor) { return {Query::OP_SCALE_WEIGHT, query, factor}; }

Query weightless(const Query& query) { return scaled(query, 0); }

/// Natural words with hyphens between.
bool is_hyphenated(const std::string& text) {
  bool is_hyphenated = true;
  std::size_t end = 0;
  text::for_each_token(text, [&](const text::Token& token) {
    const bool is_next = end == 0 || (token.span.begin == end + 1 && text[end] == '-');
    is_hyphenated = is_hyphenated && is_next && text::is_natural(token.word);
    end = token.span.end;
  });
  return is_hyphenated;
}

class Compiler {
 public:
  Compiler(Joining joining, Forms forms, Lexicon& lexicon)
      : joining_(joining), forms_(forms), lexicon_(lexicon) {}

  [[nodiscard]] Query compile(const Node& node) {
    switch (node.kind) {
      case Node::Kind::group:
      case Node::Kind::all:
        return group(node);
      case Node::Kind::any:
        return any(node);
      case Node::Kind::nothing:
        return Query::MatchNothing;
      case Node::Kind::word:
      case Node::Kind::phrase:
        return words(node);
      case Node::Kind::near:
        return near(node);
      case Node::Kind::dates:
        return dates(node);
    }
    return {};
  }

 private:
  Query any(const Node& node) {
    Queries queries;
    for (const Node& member : node.members) {
      const Query query = compile(member);
      if (query.empty()) continue;
      queries.push_back(member.sign == Node::Sign::must_not
                            ? Query(Query::OP_AND_NOT, Query(std::string()), query)
                            : query);
    }
    // A post that has a word and its synonym is not better for it.
    const auto op = node.is_synonym ? Query::OP_MAX : Query::OP_OR;
    return queries.empty() ? Query() : join(op, queries);
  }

  /// Words that say nothing of what a text is about are not asked for beside others that do.
  [[nodiscard]] bool is_stop_word(const Node& node) const {
    return is_plain_word(node) && node.field == Field::any && !node.is_prefix &&
           node.completions.empty() && lexicon_.is_stop_word(node.text);
  }

  [[nodiscard]] bool has_content(const Node& group) const {
    return std::any_of(group.members.begin(), group.members.end(), [&](const Node& member) {
      return may_be_missing(member) && !is_stop_word(member);
    });
  }

  /// The members of a group by what they do.
  struct Roles {
    Queries plain, required, filters, excluded;
  };

  Roles roles_of(const Node& group) {
    Roles roles;
    const bool drops_stop_words = has_content(group);
    for (const Node& member : group.members) {
      if (drops_stop_words && is_stop_word(member)) continue;
      Query query = compile(member);
      if (query.empty()) continue;
      if (member.sign == Node::Sign::must_not)
        roles.excluded.push_back(std::move(query));
      else if (is_filter(member))
        roles.filters.push_back(std::move(query));
      else if (group.kind == Node::Kind::group && may_be_missing(member))
        roles.plain.push_back(std::move(query));
      else
        roles.required.push_back(std::move(query));
    }
    return roles;
  }

  Query group(const Node& node) {
    const Roles roles = roles_of(node);
    const auto joined = joining_ == Joining::all ? Query::OP_AND : Query::OP_OR;
    Query query = roles.plain.empty() ? Query() : join(joined, roles.plain);
    if (!roles.required.empty()) {
      const Query all = join(Query::OP_AND, roles.required);
      const auto op = joining_ == Joining::any ? Query::OP_AND_MAYBE : Query::OP_AND;
      query = query.empty() ? all : Query(op, all, query);
    }
    if (!roles.filters.empty()) {
      const Query all = join(Query::OP_AND, roles.filters);
      query = query.empty() ? weightless(all) : Query(Query::OP_FILTER, query, all);
    }
    if (roles.excluded.empty()) return query;
    if (query.empty()) query = Query(std::string());  // all posts
    return {Query::OP_AND_NOT, query, join(Query::OP_OR, roles.excluded)};
  }

  Query words(const Node& node) {
    const FieldTerms field = terms_of(node.field);
    if (field.matching == Matching::value)
      return weightless(Query(value_term(field.prefix, node.text)));
    const std::vector<std::string> words = text::words_of(node.text);
    if (words.empty()) return {};
    Query query = words.size() == 1                    ? word(words.front(), node)
                  : node.kind == Node::Kind::phrase    ? phrase(words, node)
                  : field.matching == Matching::places ? phrase(words, node)
                                                       : compound(words, node);
    return field.matching == Matching::places ? weightless(query) : query;
  }

  /// `std::vector` is found as it is written. `well-known` is not: half the world writes its words
  /// apart, and a phrase was measured to find worse.
  Query compound(const std::vector<std::string>& words, const Node& node) {
    Query together = phrase(words, node);
    if (!is_hyphenated(node.text)) return together;
    Queries parts;
    for (const std::string& part : words) parts.push_back(word(part, node));
    return {Query::OP_AND_MAYBE, join(Query::OP_AND, parts), scaled(together, weights::typed)};
  }

  Query word(const std::string& word, const Node& node) {
    const std::string prefix = terms_of(node.field).prefix;
    Queries forms;
    if (forms_ == Forms::typed && text::is_natural(word))
      forms.emplace_back(word);
    else
      for (const std::string& stem : lexicon_.stems(word))
        forms.emplace_back(stem_term(prefix, stem));
    for (const std::string& longer : completions_of(word, node))
      forms.emplace_back(longer_term(longer, node.field));
    const Query found = within(node.field, word, join(Query::OP_SYNONYM, forms));
    return node.field == Field::any ? preferred(word, found) : found;
  }

  /// Only the title and all words together know words as they are typed.
  std::string longer_term(const std::string& longer, Field field) {
    const std::string prefix = terms_of(field).prefix;
    if (prefix.empty() || field == Field::title) return typed_term(prefix, longer);
    return stem_term(prefix, lexicon_.stems(longer).front());
  }

  std::vector<std::string> completions_of(const std::string& word, const Node& node) const {
    if (!node.is_prefix) return node.completions;
    return lexicon_.completions(word, weights::max_completions);
  }

  /// `found`, whose terms are those of any field, where the word is in `field`.
  Query within(Field field, const std::string& word, const Query& found) {
    const std::string stem = lexicon_.stems(word).front();
    if (field == Field::body)
      return {Query::OP_AND_NOT, found, Query(stem_term(prefix::only_title, stem))};
    const bool is_of_any_field = forms_ == Forms::typed && text::is_natural(word);
    if (field == Field::any || !is_of_any_field) return found;
    return {Query::OP_FILTER, found, Query(stem_term(terms_of(field).prefix, stem))};
  }

  /// Ranks higher what has the word in a better place, or just as it was typed.
  Query preferred(const std::string& word, const Query& found) {
    constexpr std::array<std::pair<const char*, double>, 4> places{
        {{prefix::title, weights::title},
         {prefix::heading, weights::heading},
         {prefix::tag_words, weights::tag},
         {prefix::code, weights::code}}};
    Queries likes;
    for (const std::string& stem : lexicon_.stems(word))
      for (const auto& [place, weight] : places)
        likes.push_back(scaled(Query(stem_term(place, stem)), weight));
    if (text::is_natural(word)) likes.push_back(scaled(Query(word), weights::typed));
    return {Query::OP_AND_MAYBE, found, join(Query::OP_OR, likes)};
  }

  /// In each language the row of its stems; in the post all words as they are typed.
  Query phrase(const std::vector<std::string>& words, const Node& node) {
    // Words of headings and code have their positions among those of any field.
    const bool has_positions = node.field != Field::code && node.field != Field::heading;
    const std::string prefix = has_positions ? terms_of(node.field).prefix : "";
    std::vector<std::vector<std::string>> stems;
    std::size_t languages = 1;
    for (const std::string& word : words) {
      stems.push_back(lexicon_.stems(word));
      languages = std::max(languages, stems.back().size());
    }
    Queries rows;
    for (std::size_t i = 0; i < languages; ++i) {
      std::vector<std::string> terms;
      terms.reserve(stems.size());
      for (const auto& forms : stems)
        terms.push_back(stem_term(prefix, forms[std::min(i, forms.size() - 1)]));
      rows.emplace_back(Query::OP_PHRASE, terms.begin(), terms.end(),
                        static_cast<Xapian::termcount>(terms.size()));
    }
    Queries needed;
    const bool is_quoted = node.kind == Node::Kind::phrase || forms_ == Forms::typed;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (is_quoted && text::is_natural(words[i]) && node.field == Field::any)
        needed.emplace_back(words[i]);
      if (!has_positions)
        needed.emplace_back(stem_term(terms_of(node.field).prefix, stems[i].front()));
    }
    const Query found = join(Query::OP_OR, rows);
    return needed.empty() ? found : Query(Query::OP_FILTER, found, join(Query::OP_AND, needed));
  }

  Query near(const Node& node) {
    std::vector<std::string> terms;
    for (const Node& member : node.members)
      for (const std::string& word : text::words_of(member.text))
        terms.push_back(stem_term(terms_of(node.field).prefix, lexicon_.stems(word).front()));
    if (terms.empty()) return {};
    // Xapian's window holds the words themselves, too.
    return {Query::OP_NEAR, terms.begin(), terms.end(),
            static_cast<Xapian::termcount>(node.distance + terms.size())};
  }

  static Query dates(const Node& node) {
    constexpr char behind_all = '\x7F';
    if (node.end.empty()) return {Query::OP_VALUE_GE, slot::day, node.begin};
    return {Query::OP_VALUE_RANGE, slot::day, node.begin, node.end + behind_all};
  }

  Joining joining_;
  Forms forms_;
  Lexicon& lexicon_;
};

bool has_plain_words_only(const Node& group) {
  return std::all_of(group.members.begin(), group.members.end(), [](const Node& member) {
    return (is_plain_word(member) || member.is_synonym) && member.field == Field::any;
  });
}

void set_field(Node& node, Field field) {
  node.field = field;
  for (Node& member : node.members) set_field(member, field);
}

}  // namespace

Xapian::Query compile(const Node& root, Joining joining, Forms forms, Lexicon& lexicon) {
  return Compiler(joining, forms, lexicon).compile(root);
}

Xapian::Query compile_title(const Node& root, Forms forms, Lexicon& lexicon) {
  if (!has_plain_words_only(root)) return {};
  Node titles = root;
  const auto is_stop_word = [&](const Node& node) { return lexicon.is_stop_word(node.text); };
  std::erase_if(titles.members, is_stop_word);
  if (titles.members.empty()) titles = root;
  for (Node& member : titles.members) set_field(member, Field::title);
  return Compiler(Joining::all, forms, lexicon).compile(titles);
}

}  // namespace blogsearch::index
