// SPDX-License-Identifier: GPL-2.0-or-later
//
// A published post as the catalogue knows it: everything but its body.
#pragma once

#include <cstdint>
#include <filesystem>
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

/// All strings are UTF-8 that XML can carry; title, summary, names and tags are plain text.
struct Post {
  std::string id;                 ///< permanent; an absolute IRI, unless an old feed's was none
  std::string url;                ///< absolute
  std::string path;               ///< the source file as the user would type it
  std::filesystem::path source;   ///< the same file, to be opened
  std::string title;              ///< never empty
  std::string summary;            ///< the author's; may be empty
  std::string excerpt_separator;  ///< a text in the body that ends its summary; may be empty
  time::Timestamp published;
  time::Timestamp updated;      ///< never before `published`
  std::vector<Person> authors;  ///< never empty
  std::vector<std::string> tags;
  std::vector<std::string> aliases;  ///< absolute URLs it had before
  std::string canonical;             ///< absolute URL of the original elsewhere; may be empty
  Image image;
  std::string lang;  ///< BCP 47
  bool in_feeds = true;
  bool in_search = true;          ///< one of the two at least
  Span body;                      ///< of the source text behind its front matter
  std::uint64_t body_digest = 0;  ///< of the text there; 0: too short to know the post by
  std::uint64_t digest = 0;       ///< of the source file's bytes: tells whether it changed since
};

}  // namespace blogsearch::model
