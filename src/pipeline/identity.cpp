// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/identity.hpp"

#include <utility>
#include <vector>

#include "model/written_permalink.hpp"
#include "text/uri.hpp"
#include "text/words.hpp"

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
  post.id = text::parse_uri(draft.id).scheme ? draft.id : post.url;
}

}  // namespace blogsearch::pipeline
