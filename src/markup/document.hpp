// SPDX-License-Identifier: GPL-2.0-or-later
//
// A post's body, parsed once: as HTML for feeds, as plain text for the index, in parts for
// titles and summaries. CommonMark, with GitHub's extensions unless built with BLOGSEARCH_GFM=OFF.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct cmark_node;

namespace blogsearch::markup {

class Document {
 public:
  /// Relative links and images of the Markdown are resolved against `url`, where the post is
  /// published; raw HTML stays as it is. Any bytes are taken; wrong ones become U+FFFD.
  Document(std::string_view markdown, std::string_view url);

  [[nodiscard]] std::string html() const;

  /// Every word a reader sees (also code, image descriptions and the text in raw HTML); a line
  /// per block.
  [[nodiscard]] std::string text() const;

  /// The text of the first level-1 heading, or empty.
  [[nodiscard]] std::string first_heading() const;

  /// The text of the first paragraph that has any, cut at a word to 280 characters.
  [[nodiscard]] std::string first_paragraph() const;

 private:
  struct Free {
    void operator()(cmark_node* node) const;
  };
  std::unique_ptr<cmark_node, Free> root_;
};

}  // namespace blogsearch::markup
