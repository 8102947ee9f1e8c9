// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/feed_links.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <system_error>
#include <utility>

#include "io/error.hpp"
#include "io/read.hpp"
#include "markup/page.hpp"
#include "pipeline/built_page.hpp"

namespace blogsearch::pipeline {
namespace {

namespace fs = std::filesystem;

bool is_feed_type(const std::string& type) {
  using model::Format;
  return type == "application/json" ||  // of JSON Feed before its version 1.1
         type == feed::media_type(Format::atom) || type == feed::media_type(Format::rss) ||
         type == feed::media_type(Format::json);
}

std::string count_of(std::size_t pages) {
  return std::to_string(pages) + (pages == 1 ? " page" : " pages");
}

/// `a, b, c and 34 more`
std::string some_of(const std::vector<std::string>& names) {
  constexpr std::size_t most_shown = 3;
  std::string out;
  for (std::size_t i = 0; i < std::min(names.size(), most_shown); ++i)
    out += (i == 0 ? "" : ", ") + names[i];
  if (names.size() > most_shown)
    out += " and " + std::to_string(names.size() - most_shown) + " more";
  return out;
}

/// What is before the body, where links belong; most pages are far longer.
std::string head_of(const std::string& page) {
  const std::string_view mark = "</head";
  const auto end =
      std::search(page.begin(), page.end(), mark.begin(), mark.end(),
                  [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
  return {page.begin(), end};
}

std::vector<markup::PageLink> feeds_named_in(const std::string& html, const std::string& url) {
  std::vector<markup::PageLink> links;
  if (const auto page = markup::Page::read(html, url)) links = page->alternates();
  links.erase(std::remove_if(links.begin(), links.end(),
                             [](const markup::PageLink& link) { return !is_feed_type(link.type); }),
              links.end());
  return links;
}

class LinkCheck {
 public:
  LinkCheck(const model::SiteConfig& config, const fs::path& folder,
            const std::vector<FeedLink>& main, const std::vector<FeedLink>& others)
      : folder_(folder),
        feeds_url_(config.feeds.url),
        main_(main),
        others_(others),
        built_(folder, config.site.url) {}

  void read(const std::string& url) {
    const auto file = built_.find(url);
    if (!file) return missing_.push_back(url);
    ++pages_;
    const std::string name = io::shown(*file);
    const Result<std::string> html = read_page(*file);
    // An unusable page names nothing.
    std::vector<markup::PageLink> links;
    if (html) links = feeds_named_in(head_of(*html), url);
    if (html && links.empty()) links = feeds_named_in(*html, url);
    if (std::none_of(links.begin(), links.end(),
                     [this](const auto& link) { return is_in(main_, link.url); }))
      silent_.push_back(name);
    for (const markup::PageLink& link : links) {
      std::vector<std::string>* pages = is_dead(link.url) ? &dead_[link.url] : nullptr;
      if (pages != nullptr && (pages->empty() || pages->back() != name)) pages->push_back(name);
    }
  }

  void report(Diagnostics& findings) const {
    if (!missing_.empty()) findings.add(pages_missing());
    if (!silent_.empty()) findings.add(undiscoverable());
    for (const auto& [url, pages] : dead_) findings.add(dead_link(url, pages));
  }

 private:
  static bool is_in(const std::vector<FeedLink>& feeds, const std::string& url) {
    return std::any_of(feeds.begin(), feeds.end(),
                       [&url](const FeedLink& feed) { return feed.url == url; });
  }

  /// Of another site's feeds, or one that another program writes, nothing is known.
  [[nodiscard]] bool is_dead(const std::string& url) const {
    return url.starts_with(feeds_url_) && !is_in(main_, url) && !is_in(others_, url) &&
           !built_.find(url);
  }

  [[nodiscard]] Diagnostic about_folder(Code code, std::string message, std::string hint) const {
    return {code, std::move(message), std::move(hint), {}, io::shown(folder_), {}};
  }

  [[nodiscard]] Diagnostic pages_missing() const {
    return about_folder(Code::pipeline_page_missing,
                        count_of(missing_.size()) + " of " +
                            std::to_string(pages_ + missing_.size()) +
                            " not found: " + some_of(missing_),
                        "build the site first; if it is, posts.url is not its rule for addresses");
  }

  [[nodiscard]] Diagnostic undiscoverable() const {
    std::string lines;
    for (const FeedLink& feed : main_) lines += (lines.empty() ? "" : " ") + feed::link_line(feed);
    const std::string verb = silent_.size() == 1 ? " names no feed: " : " name no feed: ";
    return about_folder(
        Code::pipeline_feed_undiscoverable,
        std::to_string(silent_.size()) + " of " + count_of(pages_) + verb + some_of(silent_),
        "write into their <head>: " + lines);
  }

  [[nodiscard]] Diagnostic dead_link(const std::string& url,
                                     const std::vector<std::string>& pages) const {
    const bool is_one = pages.size() == 1;
    return about_folder(
        Code::pipeline_dead_feed_link,
        count_of(pages.size()) + (is_one ? " names " : " name ") + url +
            ", where no feed is: " + some_of(pages),
        main_.empty() ? "" : "write " + feed::link_line(main_.front()) + " instead");
  }

  fs::path folder_;
  std::string feeds_url_;
  const std::vector<FeedLink>& main_;
  const std::vector<FeedLink>& others_;
  BuiltSite built_;
  std::size_t pages_ = 0;
  std::vector<std::string> missing_, silent_;
  std::map<std::string, std::vector<std::string>> dead_;  ///< pages by what they name
};

}  // namespace

void check_feed_links(const Site& site, const fs::path& folder, const std::vector<FeedLink>& main,
                      const std::vector<FeedLink>& others, Diagnostics& findings) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) {
    findings.add(io::failure(Code::io_not_found, "cannot read", folder, ENOENT));
    return;
  }
  LinkCheck check(site.config(), folder, main, others);
  check.read(site.config().site.url);
  for (const model::Post& post : site.posts()) check.read(post.url);
  check.report(findings);
}

}  // namespace blogsearch::pipeline
