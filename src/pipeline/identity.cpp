// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/identity.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "io/read.hpp"
#include "model/written_permalink.hpp"
#include "text/uri.hpp"
#include "text/words.hpp"
#include "time/write.hpp"

namespace blogsearch::pipeline {

using frontmatter::Draft;

namespace {

/// Jekyll's: the folders above `_posts`, then front matter's, in lower case.
std::string categories_of(const Draft& draft, std::string_view path) {
  std::vector<std::string> parts;
  const std::size_t posts = ("/" + std::string(path)).find("/_posts/");
  if (posts != std::string::npos && posts > 0) parts.emplace_back(path.substr(0, posts - 1));
  parts.insert(parts.end(), draft.path_categories.begin(), draft.path_categories.end());
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : "/") + text::fold(part);
  return out;
}

}  // namespace

Span place_of(const SourceText& source, const Draft& draft, std::string_view value) {
  const std::size_t begin = source.bytes().substr(0, draft.body.begin).find(value);
  return begin == std::string_view::npos ? Span{} : Span{begin, begin + value.size()};
}

void identify(model::Post& post, const SourceText& source, const Draft& draft,
              const model::SiteConfig& config, std::string_view path, Diagnostics& findings) {
  const std::string categories = categories_of(draft, path);
  const model::PermalinkParts parts{path,      draft.slug,     post.title,
                                    post.lang, post.published, categories};
  post.url = model::permalink(config.site.url, config.posts.url, parts);
  if (model::is_permalink(draft.permalink)) {
    Result<std::string> url = model::written_permalink(config.site.url, draft.permalink, parts);
    if (url) {
      post.url = *std::move(url);
    } else {
      Diagnostic finding = std::move(url).error();
      finding.message += ": " + post.url + " is used instead";
      const Span place = place_of(source, draft, draft.permalink);
      if (place.empty()) finding.span = {};
      findings.add(source.place(std::move(finding), place.begin));
    }
  }
  // An id that is no IRI (`id: intro` names a page in some generators) cannot be an atom:id.
  if (text::is_iri(draft.id)) post.id = draft.id;
}

std::uint64_t digest_of_body(std::string_view body) {
  constexpr std::size_t enough = 64;
  std::string text(text::trim(body));
  text.erase(std::remove(text.begin(), text.end(), '\r'), text.end());
  return text.size() < enough ? 0 : io::digest(text);
}

std::string new_id(const model::Post& post, const model::SiteConfig& config) {
  if (config.feeds.ids == model::Ids::permalink) return post.url;
  const text::Uri url = text::parse_uri(post.url);
  std::string host = text::lower_ascii(url.authority.value_or(""));
  host.erase(0, host.rfind('@') + 1);
  host.resize(std::min(host.find(':'), host.size()));
  const bool is_name =
      host.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-") == std::string::npos &&
      !host.empty();
  return is_name ? "tag:" + host + "," + time::calendar_day(post.published) + ":" + url.path
                 : post.url;
}

}  // namespace blogsearch::pipeline
