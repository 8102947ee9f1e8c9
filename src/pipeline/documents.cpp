// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/documents.hpp"

#include <algorithm>
#include <utility>

#include "pipeline/channel.hpp"
#include "pipeline/cut.hpp"
#include "text/uri.hpp"

namespace blogsearch::pipeline {
namespace {

using model::Format;

/// Room for what stands around the entries.
constexpr std::size_t frame_bytes = 4096;

/// `tags/rust/atom.xml` → `tags/rust/archive/2024/atom.xml`
std::string archive_path(const std::string& path, const std::string& period) {
  const std::size_t name = path.rfind('/') + 1;
  return path.substr(0, name) + "archive/" + period + "/" + path.substr(name);
}

class Maker {
 public:
  Maker(const Site& site, const Feed& feed, const std::vector<Feed>& alternates,
        const Entries& entries)
      : site_(site), feed_(feed), alternates_(alternates), entries_(entries) {
    const std::size_t most = site.config().feeds.choice.max_bytes;
    const std::size_t bytes = most == 0 ? 0 : most - std::min(most - 1, frame_bytes);
    cut_ = cut(site, feed.posts, {feed.limit, bytes},
               [this](std::size_t post) { return size_of(post); });
    is_complete_ = cut_.current.size() == feed.posts.size();
    if (!has_archives(site.config().feeds.choice, feed)) cut_.archives.clear();
  }

  std::vector<Document> make() {
    for (const Format format : feed_.formats) add_current(format);
    for (std::size_t i = 0; i < cut_.archives.size(); ++i)
      for (const Format format : feed_.formats) add_archive(format, i);
    return std::move(documents_);
  }

 private:
  /// In its largest format: all formats of a feed have the same entries.
  [[nodiscard]] std::size_t size_of(std::size_t post) const {
    std::size_t size = 0;
    for (const Format format : feed_.formats)
      size = std::max(size, entries_.size(post, {format, feed_.content}));
    return size + std::string_view(",\n").size();
  }

  void add_current(Format format) {
    feed::Channel channel = channel_of(site_, feed_, format, cut_.current);
    for (const Feed& other : alternates_) {
      const std::string& path = other.paths[static_cast<std::size_t>(format)];
      if (!path.empty()) channel.alternates.push_back({url_of(path), other.lang});
    }
    channel.is_complete = is_complete_;
    channel.previous_url = archive_url(format, 0);
    add(format, path_of(format), channel, cut_.current);
  }

  void add_archive(Format format, std::size_t i) {
    const Period& period = cut_.archives[i];
    feed::Channel channel = channel_of(site_, feed_, format, period.posts);
    channel.current_url = channel.self_url;
    channel.self_url = archive_url(format, i);
    channel.previous_url = archive_url(format, i + 1);
    add(format, archive_path(path_of(format), period.name), channel, period.posts);
  }

  void add(Format format, std::string path, const feed::Channel& channel, const Selection& posts) {
    documents_.push_back(
        {std::move(path), format, feed_.content, feed::frame(format, channel), posts});
  }

  [[nodiscard]] const std::string& path_of(Format format) const {
    return feed_.paths[static_cast<std::size_t>(format)];
  }
  [[nodiscard]] std::string archive_url(Format format, std::size_t i) const {
    if (i >= cut_.archives.size()) return {};
    return url_of(archive_path(path_of(format), cut_.archives[i].name));
  }
  [[nodiscard]] std::string url_of(const std::string& path) const {
    return site_.config().feeds.url + text::encode_path(path);
  }

  const Site& site_;
  const Feed& feed_;
  const std::vector<Feed>& alternates_;
  const Entries& entries_;
  Cut cut_;
  bool is_complete_ = false;
  std::vector<Document> documents_;
};

}  // namespace

std::vector<Document> documents_of(const Site& site, const Feed& feed,
                                   const std::vector<Feed>& alternates, const Entries& entries) {
  return Maker(site, feed, alternates, entries).make();
}

std::vector<std::pair<std::size_t, std::uint64_t>> beginnings_of(const Document& document,
                                                                 const Entries& entries) {
  std::vector<std::pair<std::size_t, std::uint64_t>> beginnings;
  std::uint64_t begin = document.frame.head.size();
  for (const std::size_t post : document.posts) {
    const std::size_t size = entries.size(post, {document.format, document.content});
    if (size == 0) continue;
    beginnings.emplace_back(post, begin);
    begin += size + document.frame.separator.size();
  }
  return beginnings;
}

io::Content bytes_of(const Document& document, const Entries& entries) {
  return [&document, &entries](const io::Sink& sink) -> Result<void> {
    sink(document.frame.head);
    bool is_first = true;
    for (const std::size_t post : document.posts) {
      Result<std::string> entry = entries.read(post, {document.format, document.content});
      if (!entry) return std::move(entry).error();
      if (entry->empty()) continue;
      if (!std::exchange(is_first, false)) sink(document.frame.separator);
      sink(*entry);
    }
    sink(document.frame.tail);
    return {};
  };
}

}  // namespace blogsearch::pipeline
