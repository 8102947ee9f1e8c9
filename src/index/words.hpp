// SPDX-License-Identifier: GPL-2.0-or-later
//
// The words of one post on their way into its document.
#pragma once

#include <xapian.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "index/terms.hpp"

namespace blogsearch::index {

/// Words are gathered first, so that each is looked up and stemmed once, not once an occurrence;
/// `finish` gives them to the document. Texts have positions in the order in which they are added.
class Words {
 public:
  Words(Xapian::Document& document, Stems& stems) : document_(document), stems_(stems) {
    stems.forget_some();
  }

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
  void give(Stems::Entry& entry);

  Xapian::Document& document_;
  Stems& stems_;
  std::vector<Stems::Entry*> words_;  ///< each once
  std::set<std::string> title_;       ///< its stems
  std::set<std::string> elsewhere_;   ///< those of `title_` that the body has, too
  Xapian::termpos begin_ = 1;
  Xapian::termpos body_ = 1;
};

}  // namespace blogsearch::index
