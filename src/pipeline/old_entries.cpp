// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/old_entries.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

#include "text/uri.hpp"
#include "text/words.hpp"

namespace blogsearch::pipeline {
namespace {

std::string host_of(const text::Uri& uri) {
  std::string host = text::lower_ascii(uri.authority.value_or(""));
  host.erase(0, host.rfind('@') + 1);
  const std::size_t port = host.rfind(':');
  if (port != std::string::npos && host.find_first_not_of("0123456789", port + 1) == host.npos)
    host.resize(port);
  if (host.starts_with("www.")) host.erase(0, 4);
  return host;
}

void drop_end(std::string& text, std::string_view end) {
  if (text.ends_with(end)) text.resize(text.size() - end.size());
}

std::string path_of(const text::Uri& uri) {
  std::string path = text::decode_path(uri.path);
  for (const std::string_view index : {"/index.html", "/index.htm", "/index.php"})
    drop_end(path, index);
  while (path.ends_with('/')) path.pop_back();
  for (const std::string_view extension : {".html", ".htm"}) drop_end(path, extension);
  return path;
}

/// `?p=42` names a page; `?utm_source=rss` tells only where a reader came from.
std::string query_of(const text::Uri& uri) {
  std::string out;
  std::string_view rest = uri.query ? std::string_view(*uri.query) : std::string_view();
  while (!rest.empty()) {
    const std::string_view part = rest.substr(0, rest.find('&'));
    rest.remove_prefix(std::min(part.size() + 1, rest.size()));
    const bool is_campaign = part.starts_with("utm_") || part.starts_with("source=");
    if (!is_campaign && !part.empty()) out.append(out.empty() ? "?" : "&").append(part);
  }
  return out;
}

void claim(std::map<std::string, std::optional<std::size_t>>& places, const std::string& key,
           std::size_t page) {
  const auto [place, is_new] = places.try_emplace(key, page);
  if (!is_new && place->second != page) place->second.reset();
}

}  // namespace

PageKey page_key(std::string_view url) {
  const text::Uri uri = text::parse_uri(url);
  return {host_of(uri), path_of(uri) + query_of(uri)};
}

std::string title_key(std::string_view title) {
  const std::string folded = text::fold(title);
  std::string words = text::slug(folded);
  return words.empty() ? text::squeeze(folded) : words;
}

Pages::Pages(std::span<const Page> pages) : pages_(pages) {
  // First what the pages are called now: an alias takes nothing away from the page that is there.
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const PageKey key = page_key(pages[i].urls.front());
    claim(wholes_, key.whole(), i);
    claim(paths_, key.path, i);
    hosts_[key.host] = true;
    if (const std::string title = title_key(pages[i].title); !title.empty())
      titles_.emplace(title, i);
  }
  Places aliases, alias_paths;
  for (std::size_t i = 0; i < pages.size(); ++i)
    for (const std::string& url : pages[i].urls) {
      const PageKey key = page_key(url);
      claim(aliases, key.whole(), i);
      claim(alias_paths, key.path, i);
    }
  wholes_.merge(aliases);
  paths_.merge(alias_paths);
}

std::optional<std::size_t> Pages::find(std::string_view url) const {
  const PageKey key = page_key(url);
  if (const auto place = wholes_.find(key.whole()); place != wholes_.end()) return place->second;
  // A host of today's that has no such page had none then either.
  if (hosts_.count(key.host) != 0) return std::nullopt;
  const auto place = paths_.find(key.path);
  return key.path.empty() || place == paths_.end() ? std::nullopt : place->second;
}

std::optional<std::size_t> Pages::by_url(const feed::OldEntry& entry) const {
  for (const std::string* url : {&entry.url, &entry.id})
    if (text::is_web_url(*url))
      if (const auto place = find(*url)) return place;
  return std::nullopt;
}

std::optional<std::size_t> Pages::by_title(const feed::OldEntry& entry) const {
  std::optional<std::size_t> found;
  const auto [begin, end] = titles_.equal_range(title_key(entry.title));
  for (auto place = begin; place != end && entry.published; ++place) {
    const Page& page = pages_[place->second];
    if (!page.published) continue;
    const auto distance = page.published->instant - entry.published->instant;
    if (std::chrono::abs(distance) > std::chrono::hours(24)) continue;
    if (found) return std::nullopt;
    found = place->second;
  }
  return found;
}

}  // namespace blogsearch::pipeline
