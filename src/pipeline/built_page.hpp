// SPDX-License-Identifier: GPL-2.0-or-later
//
// Where a site's generator left the page of a post.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "blogsearch/core/diagnostic.hpp"
#include "blogsearch/core/result.hpp"
#include "blogsearch/model/config.hpp"
#include "blogsearch/model/post.hpp"
#include "markup/selector.hpp"

namespace blogsearch::pipeline {

/// The folder of the built site. Links inside it that lead out of it are not followed.
class BuiltSite {
 public:
  /// `url` is where `root` is published, ends in '/'.
  BuiltSite(const std::filesystem::path& root, std::string url);

  /// The file that a server would send for `url`.
  [[nodiscard]] std::optional<std::filesystem::path> find(std::string_view url) const;

  /// Where `find` looks, in this order, below the root: `hello/index.html`, `hello.html`, `hello`;
  /// without the path of the site's URL, since generators write below their base path, and with
  /// it. Percent-decoded; none for a URL that would lead out of the folder.
  [[nodiscard]] std::vector<std::string> places(std::string_view url) const;

 private:
  std::filesystem::path root_;  ///< canonical; empty when there is no such folder
  std::string url_;
};

/// The text of a page. A file of more than 4 MiB is no page.
[[nodiscard]] Result<std::string> read_page(const std::filesystem::path& file);

/// The articles of built pages. How they are found is made out once, for all posts.
class BuiltArticles {
 public:
  /// Error: markup.bad-selector. `config` is looked at later, too.
  [[nodiscard]] static Result<BuiltArticles> make(const model::SiteConfig& config);

  /// What is inside the article of the post's built page, for feeds. Nothing, with a warning that
  /// says why, when there is no such page or no article in it.
  [[nodiscard]] std::optional<std::string> find(const model::Post& post,
                                                Diagnostics& findings) const;

 private:
  BuiltArticles(const model::SiteConfig& config, markup::Selector select, markup::Selector drop);
  [[nodiscard]] Result<std::string> read(const model::Post& post,
                                         const std::filesystem::path& file) const;

  const model::SiteConfig& config_;
  BuiltSite site_;
  markup::Selector select_, drop_;
};

/// Findings about many posts as one: of more than ten with the code of a built page the first,
/// which says how many more there are. What is wrong is the folder or the selector then.
[[nodiscard]] Diagnostics summed_up(const Diagnostics& findings);

}  // namespace blogsearch::pipeline
