// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the database holds and under which names: the one place that knows.
//
// A post is a Xapian document:
//   terms   the words of title and body: as written with positions, and as stems ("Z…")
//           without; the words of the title once more under the title's prefix; tags, names of
//           authors, language and id as boolean terms
//   values  what answers are sorted and counted by
//   data    a Record: what an answer shows
#pragma once

#include <xapian.h>

#include <array>
#include <cstddef>
#include <string_view>

namespace blogsearch::index {

/// To be raised with every change of this file, record.cpp or document.cpp: an index of another
/// version is not read but built again.
inline constexpr std::string_view schema_version = "2";

/// Keys of the database's metadata.
inline constexpr const char* schema_key = "blogsearch.schema";
inline constexpr const char* language_key = "blogsearch.language";
inline constexpr const char* xapian_key = "blogsearch.xapian";  // stems differ between versions

enum class Matching {
  words,  ///< running text: stems and phrases
  value,  ///< the whole value, its case ignored
};

struct Field {
  const char* name;    ///< in a query, before the colon
  const char* prefix;  ///< of its terms
  Matching matching;
};

inline constexpr Field title_field{"title", "S", Matching::words};
inline constexpr Field tag_field{"tag", "K", Matching::value};
inline constexpr Field author_field{"author", "A", Matching::value};  // whole names and their words
inline constexpr Field lang_field{"lang", "L", Matching::value};      // "en-gb" and "en"
inline constexpr std::array fields{title_field, tag_field, author_field, lang_field};

/// `date:2024-05`, `date:2023..2024-06`: on the author's calendar.
inline constexpr const char* date_field = "date";

/// The post's atom:id; exactly one document has it.
inline constexpr const char* id_prefix = "Q";

namespace slot {
inline constexpr Xapian::valueno published = 0;  ///< seconds, by sortable_serialise
inline constexpr Xapian::valueno updated = 1;    ///< the same
inline constexpr Xapian::valueno year = 2;       ///< of `published` on the author's calendar
inline constexpr Xapian::valueno lang = 3;       ///< as written
inline constexpr Xapian::valueno tags = 4;       ///< as written, packed one after the other
inline constexpr Xapian::valueno authors = 5;    ///< the same
inline constexpr Xapian::valueno day = 6;        ///< `2024-05-17`, as `year`
}  // namespace slot

/// Chinese, Japanese and Korean runs have no spaces: they are indexed, asked for and marked by
/// pairs of characters. All three have to agree.
inline constexpr auto generator_flags = Xapian::TermGenerator::FLAG_CJK_NGRAM;
inline constexpr unsigned parser_flags = Xapian::QueryParser::FLAG_CJK_NGRAM;
inline constexpr unsigned snippet_flags = Xapian::MSet::SNIPPET_CJK_NGRAM;

/// Xapian refuses terms of more than 245 bytes.
inline constexpr std::size_t max_term_bytes = 245;

}  // namespace blogsearch::index
