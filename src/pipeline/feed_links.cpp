// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/feed_links.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

#include "blogsearch/feed/directory.hpp"
#include "io/error.hpp"
#include "io/read.hpp"
#include "markup/page.hpp"
#include "pipeline/built_page.hpp"
#include "pipeline/directory.hpp"

namespace blogsearch::pipeline {
namespace {

namespace fs = std::filesystem;

bool is_feed_type(const std::string& type) {
  constexpr std::array formats{model::Format::atom, model::Format::rss, model::Format::json};
  return type == "application/json" ||  // of JSON Feed before its version 1.1
         std::any_of(formats.begin(), formats.end(),
                     [&type](model::Format format) { return type == feed::media_type(format); });
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
  LinkCheck(const model::SiteConfig& config, const fs::path& folder, const std::vector<Feed>& feeds)
      : folder_(folder), feeds_url_(config.feeds.url), built_(folder, config.site.url) {
    for (const Feed& each : feeds)
      for (const feed::FeedLink& link : links_of(config, each)) {
        urls_.insert(link.url);
        if (is_for_every_page(each)) wanted_.insert(link.url);
        if (each.kind == model::FeedKind::main) lines_.push_back(feed::link_line(link));
      }
  }

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
                     [this](const auto& link) { return wanted_.count(link.url) != 0; }))
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
  /// Of another site's feeds, or one that another program writes, nothing is known.
  [[nodiscard]] bool is_dead(const std::string& url) const {
    return url.starts_with(feeds_url_) && urls_.count(url) == 0 && !built_.find(url);
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
    for (const std::string& line : lines_) lines += (lines.empty() ? "" : " ") + line;
    const std::string verb = silent_.size() == 1 ? " names no feed: " : " name no feed: ";
    return about_folder(
        Code::pipeline_feed_undiscoverable,
        std::to_string(silent_.size()) + " of " + count_of(pages_) + verb + some_of(silent_),
        "write into their <head>: " + lines);
  }

  [[nodiscard]] Diagnostic dead_link(const std::string& url,
                                     const std::vector<std::string>& pages) const {
    const bool is_one = pages.size() == 1;
    return about_folder(Code::pipeline_dead_feed_link,
                        count_of(pages.size()) + (is_one ? " names " : " name ") + url +
                            ", where no feed is: " + some_of(pages),
                        lines_.empty() ? "" : "write " + lines_.front() + " instead");
  }

  fs::path folder_;
  std::string feeds_url_;
  std::set<std::string> urls_, wanted_;  ///< of all feeds; of those that are for every page
  std::vector<std::string> lines_;       ///< that name the main feed
  BuiltSite built_;
  std::size_t pages_ = 0;
  std::vector<std::string> missing_, silent_;
  std::map<std::string, std::vector<std::string>> dead_;  ///< pages by what they name
};

}  // namespace

void check_feed_links(const model::Site& site, const fs::path& folder,
                      const std::vector<Feed>& feeds, Diagnostics& findings) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) {
    findings.add(io::failure(Code::io_not_found, "cannot read", folder, ENOENT));
    return;
  }
  LinkCheck check(site.config(), folder, feeds);
  check.read(site.config().site.url);
  for (const model::Post& post : site.posts()) check.read(post.url);
  check.report(findings);
}

}  // namespace blogsearch::pipeline
