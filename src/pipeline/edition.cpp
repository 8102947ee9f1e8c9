// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/edition.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "io/read.hpp"

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
  edition.selection_ = model::newest(site, config.feeds.limit);
  if (auto opened = edition.open_feeds(scratch); !opened) return std::move(opened).error();
  return edition;
}

Result<void> Edition::open_feeds(const std::optional<std::filesystem::path>& scratch) {
  const model::SiteConfig& config = site_.config();
  for (const model::Format format : config.feeds.formats) {
    const std::filesystem::path path = config.feeds.out / feed::file_name(format);
    Result<io::Replacement> file =
        scratch ? io::Replacement::rehearse(path, *scratch) : io::Replacement::begin(path);
    if (!file) return std::move(file).error();
    auto feed = std::make_unique<Feed>(Feed{std::move(*file), nullptr, path});
    io::Replacement& target = feed->file;
    feed->writer = feed::open(format, channel_of(site_, selection_, format),
                              [&target](std::string_view bytes) { target.write(bytes); });
    feeds_.push_back(std::move(feed));
  }
  return {};
}

Result<void> Edition::add(std::size_t i, const markup::Document& body) {
  const model::Post& post = site_.posts()[i];
  if (post.in_search)
    if (auto added = index_.add(post, body.text()); !added) return added;
  if (next_ == selection_.size() || selection_[next_] != i) return {};
  ++next_;
  const model::Content wanted = site_.config().feeds.content;
  const std::string html = wanted == model::Content::full ? body.html() : "";
  std::string summary;
  if (wanted != model::Content::none)
    summary = post.summary.empty() ? body.summary() : post.summary;
  for (const auto& feed : feeds_) feed->writer->add(post, {html, summary});
  return {};
}

Result<void> Edition::publish(Report& report) {
  if (auto published = index_.publish(); !published) return published;
  for (const auto& feed : feeds_) {
    feed->writer->finish();
    const Result<io::Change> change = feed->file.commit();
    if (!change) return change.error();
    report.files.push_back(io::shown(feed->path));
    if (*change == io::Change::written) report.files_changed.push_back(report.files.back());
  }
  return {};
}

}  // namespace blogsearch::pipeline
