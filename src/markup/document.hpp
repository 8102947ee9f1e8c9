// SPDX-License-Identifier: GPL-2.0-or-later
//
// A post's body, parsed once: as HTML for feeds, as plain text for the index, in parts for
// titles and summaries. CommonMark, with GitHub's extensions unless built with BLOGSEARCH_GFM=OFF,
// behind what MDX and the generators' shortcodes leave of it; or HTML.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "blogsearch/model/anchors.hpp"
#include "blogsearch/model/body.hpp"
#include "blogsearch/model/limits.hpp"
#include "markup/flavour.hpp"
#include "markup/marks.hpp"

struct cmark_node;

namespace blogsearch::markup {

class Document {
 public:
  /// Relative links and images of the Markdown are resolved against `url`, where the post is
  /// published; raw HTML stays as it is. Any bytes are taken; wrong ones become U+FFFD. The first
  /// `excerpt_separator` outside code ends the summary. Markdown with a burden (burden.hpp) of more
  /// than `most_markup` is not parsed: it is a paragraph a line.
  Document(std::string_view body, std::string_view url, Flavour flavour = Flavour::markdown,
           std::string_view excerpt_separator = {},
           std::size_t most_markup = model::Limits().markup);

  [[nodiscard]] std::string html() const;

  /// Whether it was too much markup to be parsed.
  [[nodiscard]] bool is_unparsed() const { return is_unparsed_; }

  /// Every word a reader sees (also code, image descriptions and the text in raw HTML), parted at
  /// headings and blocks of code; a line per block. Headings have the anchors that `rule` gives
  /// them, in HTML those of their ids.
  [[nodiscard]] model::Body parts(model::Anchors rule) const;

  /// The text of all parts.
  [[nodiscard]] std::string text() const;

  /// The text of the first level-1 heading, or empty.
  [[nodiscard]] std::string first_heading() const;

  /// The words in front of the author's `<!-- more -->`; without one, or with none in front of it,
  /// the first paragraph's, cut at a word to 280 characters. Pictures' descriptions do not count.
  [[nodiscard]] std::string summary() const;

  /// Shortcodes that no table knows, as they are typed (`{{< name >}}`); each once.
  [[nodiscard]] const std::vector<std::string>& unknown_shortcodes() const { return unknown_; }

 private:
  struct Free {
    void operator()(cmark_node* node) const;
  };
  [[nodiscard]] std::string first_paragraph() const;

  std::unique_ptr<cmark_node, Free> root_;  ///< none when the body is HTML
  std::string markdown_;                    ///< that `root_` was made of
  HeadingIds ids_;
  std::string html_;
  std::string lead_;  ///< in front of the mark of an excerpt
  std::vector<std::string> unknown_;
  bool is_unparsed_ = false;
};

}  // namespace blogsearch::markup
