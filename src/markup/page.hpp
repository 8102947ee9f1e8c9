// SPDX-License-Identifier: GPL-2.0-or-later
//
// A whole page as a site generator has built it: components and shortcodes are in it as the site
// shows them.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "markup/clean.hpp"
#include "markup/selector.hpp"

namespace blogsearch::markup {

/// A `<link>` of a page (HTML, 4.2.4), its character references decoded.
struct PageLink {
  std::string url;   ///< absolute
  std::string type;  ///< in lower case, without parameters
};

class Page {
 public:
  /// Any bytes. `url` is where the page is published; a `<base>` of the page counts. Nothing when
  /// `html` is not worth a tree (canonical.hpp, to which `most_open` goes).
  [[nodiscard]] static std::optional<Page> read(std::string_view html, std::string_view url,
                                                std::size_t most_open = model::Limits().nesting);
  Page(Page&&) noexcept;
  Page& operator=(Page&&) noexcept;
  ~Page();

  struct Wanted {
    const Selector& article;
    const Selector& drop;    ///< elements of the article to be left out
    std::string_view title;  ///< the first heading goes, too, when it says the same
  };

  /// What is inside the article, cleaned. Nothing when the page has none, or nothing in it.
  [[nodiscard]] std::optional<std::string> article(const Wanted& wanted, Fragments fragments,
                                                   Embeds embeds) const;

  /// The links with `rel=alternate` in their order.
  [[nodiscard]] std::vector<PageLink> alternates() const;

 private:
  Page(std::string html, std::string_view url);
  [[nodiscard]] std::string base_url() const;

  std::string url_;
  std::unique_ptr<const std::string> html_;  ///< the tree refers to it
  std::unique_ptr<const Tree> tree_;
};

}  // namespace blogsearch::markup
