// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the database holds and under which names: the one place that knows.
//
// A post is a Xapian document:
//   terms   the stems of all its words ("Z…") with positions, title first, and natural words as
//           they are written without; stems once more under the prefixes of title, headings, code,
//           tags, URL and path; tags, names, language and what else is compared whole as boolean
//           terms
//   values  what answers are sorted, counted and collapsed by
//   data    a Record: what an answer shows
#pragma once

#include <xapian.h>

#include <array>
#include <cstddef>
#include <string_view>

#include "index/query_tree.hpp"

namespace blogsearch::index {

/// To be raised with every change of this file, record.cpp, document.cpp or text/tokens.cpp: an
/// index of another version is not read but built again.
inline constexpr std::string_view schema_version = "4";

/// Keys of the database's metadata.
inline constexpr const char* schema_key = "blogsearch.schema";
inline constexpr const char* language_key = "blogsearch.language";
inline constexpr const char* languages_key = "blogsearch.languages";          // of posts, packed
inline constexpr const char* dictionary_key = "blogsearch.dictionary";        // dictionary.hpp
inline constexpr const char* facets_key = "blogsearch.facets";                // facet_values.hpp
inline constexpr const char* settings_key = "blogsearch.settings";            // settings.hpp
inline constexpr const char* compact_bytes_key = "blogsearch.compact-bytes";  // base.hpp
inline constexpr const char* xapian_key = "blogsearch.xapian";  // stems differ between versions

/// In front of all stems: the words of any field.
inline constexpr char stem_prefix = 'Z';

namespace prefix {
// Behind the 'Z' of a stem, or in front of a natural word of the title.
inline constexpr const char* title = "S";
inline constexpr const char* heading = "XH";
inline constexpr const char* code = "XC";
inline constexpr const char* tag_words = "XW";
inline constexpr const char* url = "U";
inline constexpr const char* path = "P";
/// A stem that is in the title and not in the body.
inline constexpr const char* only_title = "XO";
// Whole values.
inline constexpr const char* whole_title = "XT";  ///< its words with spaces between
inline constexpr const char* tag = "K";
inline constexpr const char* author = "A";  ///< whole names and their words
inline constexpr const char* lang = "L";    ///< "en-gb" and "en"
inline constexpr const char* section = "XS";
inline constexpr const char* series = "XR";
inline constexpr const char* whole_url = "XU";
inline constexpr const char* whole_path = "XP";
inline constexpr const char* id = "Q";  ///< atom:id; exactly one document has it
}  // namespace prefix

namespace slot {
inline constexpr Xapian::valueno month = 0;        ///< `2024-05`, on the author's calendar
inline constexpr Xapian::valueno day = 1;          ///< `2024-05-17`, the same
inline constexpr Xapian::valueno lang = 2;         ///< as written
inline constexpr Xapian::valueno facets = 3;       ///< numbers of FacetValues
inline constexpr Xapian::valueno translation = 4;  ///< the same for all translations of a post
/// One of the words of the title as a share of it, by sortable_serialise.
inline constexpr Xapian::valueno title_share = 5;
/// Decides between posts of one rank, whatever order they were indexed in: newest first, then by
/// URL. Big-endian seconds, turned round, and the URL.
inline constexpr Xapian::valueno order = 6;
/// Eight bytes of a digest of all that the document was made of, and its id: tells the next build
/// whether the post has to be indexed again.
inline constexpr Xapian::valueno made_of = 7;
}  // namespace slot

/// Xapian refuses terms of more than 245 bytes.
inline constexpr std::size_t max_term_bytes = 245;

}  // namespace blogsearch::index
