// SPDX-License-Identifier: GPL-2.0-or-later
//
// A query as it was understood: what lies between the text that was typed and Xapian's form of it.
// docs/query.md is the language.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "blogsearch/core/diagnostic.hpp"
#include "blogsearch/index/searcher.hpp"

namespace blogsearch::index {

enum class Field { any, title, body, heading, code, tag, author, lang, section, series, url, path };

struct Node {
  enum class Kind {
    group,    ///< words side by side: those without a sign may be relaxed
    all,      ///< AND
    any,      ///< OR
    nothing,  ///< matches no post, such as a date that is none
    word,
    phrase,
    near,
    dates
  };
  enum class Sign { none, must, must_not };

  Kind kind = Kind::group;
  /// Of a member of a group; of `all` (`a AND NOT b`), where it is never `must`.
  Sign sign = Sign::none;
  Field field = Field::any;  ///< of word, phrase, near
  /// XML-legal, without quotes, never empty. Of a word: as typed, case kept. Of a phrase: its
  /// words, one space between them. Of nothing: what was typed.
  std::string text;
  bool is_prefix = false;  ///< of a word: `memor*`
  /// Of a word that stands for longer ones, too (mend.hpp).
  std::vector<std::string> completions;
  /// Of any: a plain word, or several, and their synonyms (synonyms.hpp).
  bool is_synonym = false;
  std::size_t distance = 0;   ///< of near, from 1
  std::string begin, end;     ///< of dates: days `2023-05-01`, both within; empty: open
  std::vector<Node> members;  ///< of group, all, any, near (plain words of one field)
  Span span;                  ///< of the text of the query

  bool operator==(const Node&) const = default;
};

struct ParsedQuery {
  Node root;                   ///< a group without a sign; without members when there is no word
  std::optional<Sort> sort;    ///< `sort:newest`
  Diagnostics hints;           ///< what looks like an operator and is none, placed in the query
  bool has_operators = false;  ///< anything but plain words was understood
};

/// One line, itself a query of the same meaning: `rust +"memory safety" -async (tag:a OR tag:b)`.
[[nodiscard]] std::string show(const Node& node);

/// The same, with the order of the answer.
[[nodiscard]] std::string show(const ParsedQuery& query);

}  // namespace blogsearch::index
