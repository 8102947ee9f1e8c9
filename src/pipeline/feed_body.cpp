// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/feed_body.hpp"

#include <utility>

#include "markup/clean.hpp"
#include "pipeline/built_page.hpp"

namespace blogsearch::pipeline {
namespace {

/// The body as readers may see it; its words alone where the HTML is not fit for a parser.
std::string html_of(const model::Post& post, const markup::Document& body, model::Content content,
                    const model::SiteConfig& config, const BuiltArticles& articles,
                    Diagnostics& findings) {
  if (content == model::Content::built)
    if (auto article = articles.find(post, findings)) return *std::move(article);
  if (body.is_unparsed()) return body.html();  // words between tags of our own
  auto html = markup::clean(body.html(), {post.url, config.feeds.fragments}, config.feeds.embeds,
                            config.limits.nesting);
  if (html) return *std::move(html);
  findings.add({Code::markup_too_nested,
                "too many HTML elements are open at once; feeds carry the words alone",
                "close the elements that are left open, or raise limits.nesting",
                {},
                model::shown(post),
                {}});
  return markup::paragraphs(body.text());
}

}  // namespace

FeedBody feed_body_of(const model::Post& post, const markup::Document& body, model::Content content,
                      const model::SiteConfig& config, const BuiltArticles& articles,
                      Diagnostics& findings) {
  FeedBody out;
  if (content == model::Content::none) return out;
  if (content != model::Content::summary)
    out.html = html_of(post, body, content, config, articles, findings);
  // The source's first words, also of a built page: the excerpt's mark is only there, and an
  // article may begin with its date and author.
  out.summary = post.summary.empty() ? body.summary() : post.summary;
  return out;
}

}  // namespace blogsearch::pipeline
