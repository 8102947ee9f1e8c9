// SPDX-License-Identifier: GPL-2.0-or-later
//
// A published post as the catalogue knows it: everything but its body.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "blogsearch/core/span.hpp"
#include "blogsearch/model/config.hpp"
#include "blogsearch/time/timestamp.hpp"

namespace blogsearch::model {

struct Image {
  std::string src;  ///< in a Post an absolute URL; empty when there is none
  std::string alt;  ///< plain text

  bool operator==(const Image&) const = default;
};

/// A file that comes with a post: an episode, a PDF.
struct Enclosure {
  std::string url;            ///< absolute
  std::string type;           ///< media type; never empty
  std::uint64_t length = 0;   ///< bytes; 0 = not known
  std::string title;          ///< plain text; may be empty
  std::uint64_t seconds = 0;  ///< it plays; 0 = not known

  bool operator==(const Enclosure&) const = default;
};

/// Something elsewhere that a post has to do with.
struct Link {
  std::string url;    ///< in a Post absolute
  std::string title;  ///< plain text; may be empty

  bool operator==(const Link&) const = default;
};

/// All strings are UTF-8 that XML can carry; title, summary, names, rights, terms
/// and series are plain text.
struct Post {
  std::string id;                 ///< permanent; an absolute IRI, unless an old feed's was none
  std::string url;                ///< absolute
  std::string path;               ///< the source file, from the folder of the site
  std::string source;             ///< the same file, to be opened
  std::string title;              ///< never empty
  std::string summary;            ///< the author's; may be empty
  std::string excerpt_separator;  ///< a text in the body that ends its summary; may be empty
  time::Timestamp published;
  time::Timestamp updated;      ///< never before `published`
  std::vector<Person> authors;  ///< never empty
  std::vector<std::string> tags;
  std::vector<std::string> categories;
  std::vector<std::string> series;
  std::vector<std::string> aliases;  ///< absolute URLs it had before
  std::string canonical;             ///< absolute URL of the original elsewhere; may be empty
  std::string external;              ///< absolute URL of what the post is about; may be empty
  std::vector<Link> via;             ///< where its author found it
  std::vector<Link> related;
  std::string rights;
  std::string license;  ///< absolute URL; may be empty
  Image image;
  std::vector<Enclosure> enclosures;
  std::string lang;         ///< BCP 47
  std::string section;      ///< the first folder of its path; may be empty
  std::string translation;  ///< its path without its language: the same for its translations
  bool in_feeds = true;
  bool in_search = true;          ///< one of the two at least
  Span body;                      ///< of the source text behind its front matter
  std::uint64_t body_digest = 0;  ///< of the text there; 0: too short to know the post by
  std::uint64_t digest = 0;       ///< of the source file's bytes: tells whether it changed since
};

/// The source file as the user would type it.
[[nodiscard]] std::string shown(const Post& post);

/// Tags, then categories, each once: what a reader may look a post up by.
[[nodiscard]] std::vector<std::string> terms_of(const Post& post);

}  // namespace blogsearch::model
