// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/synonyms.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "index/fields.hpp"
#include "text/tokens.hpp"

namespace blogsearch::index {
namespace {

using Words = std::vector<std::string>;

/// How many members from `first` on are the words, one after the other.
std::optional<std::size_t> match(const std::vector<Node>& members, std::size_t first,
                                 const Words& words) {
  std::size_t matched = 0, member = first;
  for (; matched < words.size() && member < members.size(); ++member) {
    const Node& node = members[member];
    if (!is_plain_word(node) || node.is_prefix || node.field != members[first].field)
      return std::nullopt;
    for (const std::string& word : text::words_of(node.text))
      if (matched == words.size() || words[matched++] != word) return std::nullopt;
  }
  if (words.empty() || matched < words.size()) return std::nullopt;
  return member - first;
}

Node term(const std::string& text, Field field) {
  Node node;
  node.kind = text::words_of(text).size() > 1 ? Node::Kind::phrase : Node::Kind::word;
  node.text = text;
  node.field = field;
  return node;
}

Node both(std::vector<Node> typed, const model::Synonym& synonym) {
  Node any;
  any.kind = Node::Kind::any;
  any.is_synonym = true;
  any.span = {typed.front().span.begin, typed.back().span.end};
  const Field field = typed.front().field;
  Words words;
  for (const Node& node : typed)
    for (std::string& word : text::words_of(node.text)) words.push_back(std::move(word));
  if (typed.size() == 1) {
    any.members = std::move(typed);
  } else {
    Node group;
    group.kind = Node::Kind::all;
    group.members = std::move(typed);
    any.members.push_back(std::move(group));
  }
  for (const std::string& other : synonym.found)
    if (text::words_of(other) != words) any.members.push_back(term(other, field));
  return any;
}

/// The longest match of any synonym at `first`.
struct Best {
  const model::Synonym* synonym = nullptr;
  std::size_t members = 0;
};

Best best_at(const std::vector<Node>& members, std::size_t first,
             const std::vector<model::Synonym>& synonyms) {
  Best best;
  for (const model::Synonym& synonym : synonyms)
    for (const std::string& typed : synonym.typed)
      if (const auto count = match(members, first, text::words_of(typed)); count > best.members)
        best = {&synonym, *count};
  return best;
}

}  // namespace

void add_synonyms(Node& root, const std::vector<model::Synonym>& synonyms) {
  if (synonyms.empty()) return;
  for (Node& member : root.members) add_synonyms(member, synonyms);
  if (root.kind == Node::Kind::near) return;
  for (std::size_t i = 0; i < root.members.size(); ++i) {
    const Best best = best_at(root.members, i, synonyms);
    if (best.synonym == nullptr) continue;
    const auto begin = root.members.begin() + static_cast<std::ptrdiff_t>(i);
    const auto end = begin + static_cast<std::ptrdiff_t>(best.members);
    Node any = both({begin, end}, *best.synonym);
    root.members.erase(begin + 1, end);
    root.members[i] = std::move(any);
  }
}

}  // namespace blogsearch::index
