// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/feed_body.hpp"

#include <utility>

#include "markup/clean.hpp"
#include "pipeline/built_page.hpp"

namespace blogsearch::pipeline {
namespace {

/// The body as readers may see it; its words alone where the HTML is not fit for a parser.
std::string html_of(const model::Post& post, const markup::Document& body, model::Content content,
                    const model::FeedsConfig& config, const BuiltArticles& articles,
                    Diagnostics& findings) {
  if (content == model::Content::built)
    if (auto article = articles.find(post, findings)) return *std::move(article);
  auto html = markup::clean(body.html(), {post.url, config.fragments}, config.embeds);
  if (html) return *std::move(html);
  Diagnostic finding;
  finding.code = Code::markup_too_nested;
  finding.message = "too many HTML elements are open at once; feeds carry the words alone";
  finding.hint = "close the elements that are left open";
  finding.file = model::shown(post);
  findings.add(std::move(finding));
  return markup::paragraphs(body.text());
}

}  // namespace

FeedBody feed_body_of(const model::Post& post, const markup::Document& body, model::Content content,
                      const model::FeedsConfig& config, const BuiltArticles& articles,
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
