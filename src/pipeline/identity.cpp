// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/identity.hpp"

#include <utility>

#include "model/written_permalink.hpp"
#include "text/uri.hpp"

namespace blogsearch::pipeline {

using frontmatter::Draft;

Span place_of(const SourceText& source, const Draft& draft, std::string_view value) {
  const std::size_t begin = source.bytes().substr(0, draft.body.begin).find(value);
  return begin == std::string_view::npos ? Span{} : Span{begin, begin + value.size()};
}

void identify(model::Post& post, const SourceText& source, const Draft& draft,
              const model::SiteConfig& config, std::string_view path, Diagnostics& findings) {
  const model::PermalinkParts parts{path,      draft.slug,     post.title,
                                    post.lang, post.published, draft.categories};
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
