// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/embed.hpp"

#include <algorithm>
#include <array>

#include "text/uri.hpp"
#include "text/words.hpp"

namespace blogsearch::markup {
namespace {

/// Where a video is watched, where its player is, its picture: each before and behind its id.
struct Site {
  std::string_view name, host, path;  ///< of the player's address
  std::string_view page, player, picture, picture_end;
};
constexpr Site youtube{"YouTube",
                       "youtube.com",
                       "/embed/",
                       "https://www.youtube.com/watch?v=",
                       "https://www.youtube-nocookie.com/embed/",
                       "https://i.ytimg.com/vi/",
                       "/hqdefault.jpg"};
constexpr Site vimeo{"Vimeo",
                     "player.vimeo.com",
                     "/video/",
                     "https://vimeo.com/",
                     "https://player.vimeo.com/video/",
                     "",
                     ""};
constexpr Site nocookie{youtube.name,   "youtube-nocookie.com", youtube.path,       youtube.page,
                        youtube.player, youtube.picture,        youtube.picture_end};

struct Video {
  const Site* site = nullptr;
  std::string id;
};

bool is_id(std::string_view id) {
  return !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
           c == '_';
  });
}

Video video_at(const std::string& url) {
  const text::Uri uri = text::parse_uri(url);
  std::string host = text::lower_ascii(uri.authority.value_or(""));
  if (host.compare(0, 4, "www.") == 0) host.erase(0, 4);
  for (const Site* site : {&youtube, &nocookie, &vimeo}) {
    if (host != site->host || uri.path.compare(0, site->path.size(), site->path) != 0) continue;
    std::string id = uri.path.substr(site->path.size());
    id.erase(std::min(id.find('/'), id.size()));
    if (is_id(id) && id != "videoseries") return {site, id};
  }
  return {};
}

Video video_of(const GumboNode& frame, const std::string& url) {
  const std::string name = name_of(frame);
  const auto id = attribute(frame, "videoid");
  if (name == "iframe" || !id || !is_id(*id)) return video_at(url);
  return {name == "lite-vimeo" ? &vimeo : &youtube, std::string(*id)};
}

std::string quoted(std::string_view name, std::string_view value) {
  return std::string(" ").append(name).append("=\"").append(text::escape_html(value)).append("\"");
}

std::string player(const Video& video, const std::string& title) {
  return "<iframe" + quoted("src", std::string(video.site->player) + video.id) +
         quoted("title", title) + quoted("width", "560") + quoted("height", "315") +
         " allowfullscreen=\"\"></iframe>";
}

std::string title_of(const GumboNode& frame) {
  for (const char* name : {"title", "playlabel"})
    if (const auto title = attribute(frame, name); title && !text::trim(*title).empty())
      return text::squeeze(*title);
  return {};
}

}  // namespace

std::string embed(const GumboNode& frame, const Base& base, Embeds embeds) {
  auto src = attribute(frame, "src");
  if (const auto lazy = attribute(frame, "data-src"); lazy && !lazy->empty()) src = lazy;
  const std::string url = src ? source(*src, base).value_or("") : "";
  const Video video = video_of(frame, url);
  std::string title = title_of(frame);
  if (video.site == nullptr) {
    if (!text::is_web_url(url)) return {};
    return "<a" + quoted("href", url) + ">" + text::escape_html(title.empty() ? url : title) +
           "</a>";
  }
  if (title.empty()) title = "Video on " + std::string(video.site->name);
  if (embeds == Embeds::keep) return player(video, title);
  const std::string page = std::string(video.site->page) + video.id;
  std::string shown = text::escape_html(title);
  if (!video.site->picture.empty())
    shown = "<img" +
            quoted("src", std::string(video.site->picture) + video.id +
                              std::string(video.site->picture_end)) +
            quoted("alt", title) + "><br>" + shown;
  return "<a" + quoted("href", page) + ">" + shown + "</a>";
}

}  // namespace blogsearch::markup
