// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/edition.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "io/read.hpp"
#include "pipeline/channel.hpp"
#include "pipeline/feed_body.hpp"

namespace blogsearch::pipeline {
namespace {

feed::Channel channel_of(const model::Site& site, const model::Selection& selection,
                         model::Format format) {
  const model::SiteConfig& config = site.config();
  feed::Channel channel;
  channel.id = config.site.url;
  channel.title = config.site.title;
  channel.subtitle = config.site.description;
  channel.home_url = config.site.url;
  channel.self_url = config.feeds.url + std::string(feed::file_name(format));
  channel.language = config.site.language;
  channel.author = config.site.author;
  describe(channel, config);
  for (const std::size_t i : selection)
    channel.updated = std::max(channel.updated, site.posts()[i].updated);
  return channel;
}

}  // namespace

Result<Edition> Edition::begin(const model::Site& site,
                               const std::optional<std::filesystem::path>& scratch) {
  const model::SiteConfig& config = site.config();
  Result<index::Writer> index = index::Writer::create(
      scratch ? *scratch / "index" : config.search.index, config.search.language);
  if (!index) return std::move(index).error();
  Edition edition(site, std::move(*index));
  edition.select();
  if (auto opened = edition.open_feeds(scratch); !opened) return std::move(opened).error();
  return edition;
}

void Edition::select() {
  selections_ = {model::newest(site_, site_.config().feeds.limit)};
  carriers_.resize(site_.posts().size());
  for (std::size_t i = 0; i < selections_.size(); ++i)
    for (const std::size_t post : selections_[i]) carriers_[post].push_back(i);
}

Result<void> Edition::open_feeds(const std::optional<std::filesystem::path>& scratch) {
  const model::SiteConfig& config = site_.config();
  for (const model::Format format : config.feeds.formats) {
    Feeds feeds{format, {}};
    for (const model::Selection& selection : selections_) {
      const std::filesystem::path path = config.feeds.out / feed::file_name(format);
      Result<io::Replacement> file =
          scratch ? io::Replacement::rehearse(path, *scratch) : io::Replacement::begin(path);
      if (!file) return std::move(file).error();
      feed::Frame frame = feed::frame(format, channel_of(site_, selection, format));
      file->write(frame.head);
      feeds.documents.push_back({std::move(*file), std::move(frame), path});
    }
    feeds_.push_back(std::move(feeds));
  }
  return {};
}

void Edition::Document::add(std::string_view entry) {
  if (has_entries) file.write(frame.separator);
  file.write(entry);
  has_entries = true;
}

Result<void> Edition::add(std::size_t i, const markup::Document& body, Diagnostics& findings) {
  const model::Post& post = site_.posts()[i];
  if (post.in_search)
    if (auto added = index_.add(post, body.text()); !added) return added;
  if (!carriers_[i].empty()) add_to_feeds(i, body, findings);
  return {};
}

void Edition::add_to_feeds(std::size_t i, const markup::Document& body, Diagnostics& findings) {
  const model::Post& post = site_.posts()[i];
  const model::SiteConfig& config = site_.config();
  const FeedBody content = feed_body_of(post, body, config.feeds, findings);
  for (Feeds& feeds : feeds_) {
    const std::string entry =
        feed::entry(feeds.format, post, {content.html, content.summary}, home_of(config));
    for (const std::size_t carrier : carriers_[i]) feeds.documents[carrier].add(entry);
  }
}

Result<void> Edition::publish(Report& report) {
  if (auto published = index_.publish(); !published) return published;
  for (Feeds& feeds : feeds_) {
    for (Document& document : feeds.documents) {
      document.file.write(document.frame.tail);
      const Result<io::Change> change = document.file.commit();
      if (!change) return change.error();
      report.files.push_back(io::shown(document.path));
      if (*change == io::Change::written) report.files_changed.push_back(report.files.back());
    }
  }
  return {};
}

}  // namespace blogsearch::pipeline
