// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which entry of a feed is which post: an entry knows its URL, title and date, and each of them may
// have changed a little since.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "blogsearch/feed/reader.hpp"

namespace blogsearch::pipeline {

/// A URL as far as it tells one page from another: the host in lower case without `www.`, and the
/// path decoded, without `index.html`, `.html` and a last '/'. Scheme, port, fragment and the
/// query's marks of campaigns (`utm_source=rss`) do not count.
struct PageKey {
  std::string host;
  std::string path;

  [[nodiscard]] std::string whole() const { return host + path; }
};
[[nodiscard]] PageKey page_key(std::string_view url);

/// A page that can be looked for. `urls` begins with the one it has now.
struct Page {
  std::vector<std::string> urls;
  std::string title;
  std::optional<time::Timestamp> published;
};

/// Pages by what is known of them; answers are places in the list given. What two pages share
/// finds neither.
class Pages {
 public:
  explicit Pages(std::span<const Page> pages);

  /// By the entry's URL, or by its id where that is a URL.
  [[nodiscard]] std::optional<std::size_t> by_url(const feed::OldEntry& entry) const;

  /// The same title but for case and punctuation, and a date no more than a day away.
  [[nodiscard]] std::optional<std::size_t> by_title(const feed::OldEntry& entry) const;

 private:
  /// Where several pages claim a key, nothing is said of it.
  using Places = std::map<std::string, std::optional<std::size_t>>;

  [[nodiscard]] std::optional<std::size_t> find(std::string_view url) const;

  std::span<const Page> pages_;
  Places wholes_, paths_;
  std::map<std::string, bool> hosts_;
  std::multimap<std::string, std::size_t> titles_;
};

/// What is left of a title when case, punctuation and typography are taken off.
[[nodiscard]] std::string title_key(std::string_view title);

}  // namespace blogsearch::pipeline
