// SPDX-License-Identifier: GPL-2.0-or-later
//
// Writes man pages: the macros of man(7) that groff and mandoc both know, in ASCII.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace blogsearch::manual {

/// Plain text, in which nothing is a request or an escape.
[[nodiscard]] std::string escaped(std::string_view text);

/// What is to be typed as it stands: bold, with signs that can be copied.
[[nodiscard]] std::string literal(std::string_view text);

/// Text with some Markdown in it: `literal`, **bold**, *italic*, [text](address). Each sentence has
/// its line.
[[nodiscard]] std::string prose(std::string_view text);

class Page {
 public:
  /// `blogsearch-build`, 1, and what it is in a line.
  Page(std::string_view name, char section, std::string_view summary);

  void heading(std::string_view text);
  void paragraph(std::string_view text);
  /// `head` is roff already.
  void term(const std::string& head, std::string_view text);
  /// On a line of its own below a term.
  void more(std::string_view text);
  void item(std::string_view mark, std::string_view text);
  void lines(const std::vector<std::string>& lines);
  /// The first row is the head.
  void table(const std::vector<std::vector<std::string>>& rows);
  /// `blogsearch(1)`, and the like.
  void see_also(const std::vector<std::string>& pages);

  [[nodiscard]] std::string text() const;

 private:
  void space();

  std::string out_;
  bool has_table_ = false;
};

}  // namespace blogsearch::manual
