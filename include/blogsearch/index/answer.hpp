// SPDX-License-Identifier: GPL-2.0-or-later
//
// What is asked of an index, and what it answers. All texts are plain, UTF-8 that XML can carry.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "blogsearch/core/diagnostic.hpp"
#include "blogsearch/time/timestamp.hpp"

namespace blogsearch::index {

enum class Sort { relevance, newest, oldest };

/// Whether a post that is there in several languages is found once or as often.
enum class Translations { each, one };

struct Request {
  /// Query text (docs/query.md); no input is a syntax error. `sort:` in it wins over `sort`.
  std::string words;
  std::size_t offset = 0;
  std::size_t limit = 10;
  Sort sort = Sort::relevance;
  /// `2024-05-17`: what `date:6m..` is counted from. Without it an age matches nothing.
  std::string today = {};
  bool exact = false;        ///< words as typed: no other forms of them, no other spelling
  bool as_you_type = false;  ///< the last word is the beginning of one
  bool explain = false;      ///< fills Answer::parsed and Hit::explanation
  Translations translations = Translations::each;
};

/// Higher ones come first, whatever words weigh. Sorted by date there are none.
enum class Tier {
  some_words,       ///< where no or few posts have all the words
  all_words,        ///< and all that signs and operators ask for
  title_words,      ///< all of them in the title
  title_beginning,  ///< the title begins with the query
  exact_title       ///< the title is the query
};

/// A run of a snippet's plain text, and whether it matched.
struct Fragment {
  std::string text;
  bool is_match = false;
};

/// The part of a post below one of its headings.
struct Place {
  std::string title;
  std::string url;  ///< absolute; the post's where the heading has no address of its own
};

/// A word of the query and where a post has it, of: title, headings, tags, body, code.
struct Match {
  std::string word;        ///< as it was looked for
  std::string instead_of;  ///< as it was typed, where that is corrected; else empty
  std::vector<std::string> places;
  bool is_typed_form = false;  ///< the post has it just so, not only in other forms
};

struct Explanation {
  Tier tier = Tier::some_words;
  std::vector<Match> matches;  ///< of the words that the post has
  std::vector<std::string> missing;
  double words = 0;    ///< what its words weigh
  double title = 0;    ///< what their share of its title adds
  double recency = 0;  ///< what its age adds
};

struct Hit {
  std::size_t rank = 0;  ///< from 1 at the first hit of the whole answer
  double score = 0;      ///< greater is better within a tier; 0 when sorted by date
  std::string url;
  std::string path;
  std::string title;
  time::Timestamp published;
  time::Timestamp updated;
  std::vector<std::string> tags;
  std::string lang;
  std::vector<Fragment> snippet;
  std::optional<Place> section;  ///< where the snippet is from, behind the first heading
  std::optional<Explanation> explanation;
};

/// Values of a field among all matching posts with the number of posts, most frequent first,
/// equals by value.
using Facet = std::vector<std::pair<std::string, std::size_t>>;

struct Facets {
  Facet tag, year, author, lang, section;
};

struct Answer {
  std::size_t total = 0;                 ///< all matching posts, exactly
  std::optional<std::string> corrected;  ///< the query answered instead, when spelling was mended
  bool relaxed = false;                  ///< few posts or none have all words: more are given
  std::size_t complete = 0;              ///< posts that have all words; `total` unless relaxed
  std::string parsed;                    ///< the query as it was understood, if asked for
  Diagnostics hints;                     ///< what looks like an operator in it and is none
  std::vector<Hit> hits;
  Facets facets;
};

/// Another post that is about the same.
struct Related {
  double score = 0;  ///< greater is nearer
  std::string url;
  std::string path;
  std::string title;
  time::Timestamp published;
};

struct Suggestion {
  enum class Kind { title, tag, word };
  Kind kind = Kind::word;
  std::string text;
  std::size_t posts = 0;  ///< that have it
};

struct Stats {
  std::size_t posts = 0;
  std::size_t terms = 0;                          ///< distinct
  double average_length = 0;                      ///< terms a post
  std::uintmax_t bytes = 0;                       ///< on disk
  std::optional<time::Timestamp> oldest, newest;  ///< `published`
  std::string language;                           ///< of the stemmer
  Facets facets;
};

}  // namespace blogsearch::index
