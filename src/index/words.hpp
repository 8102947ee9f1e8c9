// SPDX-License-Identifier: GPL-2.0-or-later
//
// The words of one post on their way into its document.
#pragma once

#include <xapian.h>

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "index/terms.hpp"

namespace blogsearch::index {

/// Words are gathered first, so that each is looked up and stemmed once, not once an occurrence;
/// `finish` gives them to the document. Texts have positions in the order in which they are added.
class Words {
 public:
  Words(Xapian::Document& document, Stems& stems) : document_(document), stems_(stems) {}

  /// Words of any field, and those of `field` unless it is empty. `field` is of schema.hpp.
  void add(std::string_view text, std::string_view field);

  /// Words of `field` alone, with positions.
  void add_apart(std::string_view text, std::string_view field);

  /// Comes first.
  void add_title(const std::string& title);

  /// What is added from here on is the body.
  void begin_body() { body_ = begin_; }

  void finish();

 private:
  struct Spot {
    Xapian::termpos position;
    Xapian::termcount wdf;
  };
  struct Word {
    std::vector<Spot> spots;
    std::vector<std::pair<std::string_view, Xapian::termcount>> fields;  ///< how often in each
  };

  void give(const std::string& word, const Word& gathered);

  Xapian::Document& document_;
  Stems& stems_;
  ByText<Word> words_;
  std::set<std::string> title_;      ///< its stems
  std::set<std::string> elsewhere_;  ///< those of `title_` that the body has, too
  Xapian::termpos begin_ = 1;
  Xapian::termpos body_ = 1;
};

}  // namespace blogsearch::index
