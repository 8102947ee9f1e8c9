// SPDX-License-Identifier: GPL-2.0-or-later
//
// Recognises the site generator of a folder and says what its blogsearch.yaml should hold.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "blogsearch/core/diagnostic.hpp"

namespace blogsearch::pipeline {

/// A value of the config, and why it is that; empty when nothing plain was found.
struct Fact {
  std::string value;
  std::string reason;  ///< the comment behind it: `from hugo.toml`

  explicit operator bool() const { return !value.empty(); }
};

/// What goes into a config file. Paths are relative to the folder it will lie in.
struct Proposal {
  std::string generator;  ///< `Hugo`; `Markdown` for a bare folder of posts
  std::string evidence;   ///< the file it was recognised by
  std::vector<std::string>
      others;  ///< generators whose files are there too: `Jekyll (_config.yml)`

  Fact title, url, description, language, timezone;
  Fact author, email, author_uri;
  std::vector<std::string> paths;
  Fact pattern;                               ///< posts.url; without a value the reason says why
  std::vector<std::string> include, exclude;  ///< empty: the default
  Fact out;
  Fact anchors;           ///< search.anchors
  std::size_t posts = 0;  ///< files with a date below `paths`
};

/// Empty when `folder` holds no files of a known generator and no posts with dates. What cannot
/// be read in a generator's config is reported, and the proposal is made of the rest.
[[nodiscard]] std::optional<Proposal> recognise(const std::filesystem::path& folder,
                                                Diagnostics& findings);

/// The names of the generators that recognise() knows, in the order it looks for them.
[[nodiscard]] std::vector<std::string> known_generators();

/// The config file: what was found, with its reason, and what was not as a comment.
[[nodiscard]] std::string config_text(const Proposal& proposal);

}  // namespace blogsearch::pipeline
