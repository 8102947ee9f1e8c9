// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/render.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "blogsearch/feed/writer.hpp"
#include "pipeline/channel.hpp"
#include "pipeline/feed_body.hpp"
#include "pipeline/source.hpp"

namespace blogsearch::pipeline {

Result<markup::Document> fetch_body(const model::Post& post, const model::Limits& limits) {
  Result<Source> source = read_source(post.source, limits);
  const bool is_gone = !source && source.error().code == Code::io_not_found;
  if (!source && !is_gone) return std::move(source).error();
  if (is_gone || source->digest != post.digest) {
    Diagnostic finding;
    finding.code = Code::pipeline_post_changed;
    finding.message = std::string("the file ") + (is_gone ? "vanished" : "changed") +
                      " while the site was being built";
    finding.hint = "build again";
    finding.file = model::shown(post);
    return finding;
  }
  return markup::Document(source->text.at(post.body), post.url, markup::flavour_of(post.source),
                          post.excerpt_separator, limits.markup);
}

std::vector<std::pair<Form, std::string>> entries_of(
    const model::Post& post, const markup::Document& body, const std::vector<Form>& forms,
    const model::SiteConfig& config, const BuiltArticles& articles, Diagnostics& findings) {
  std::vector<std::pair<Form, std::string>> entries;
  std::map<model::Content, FeedBody> bodies;
  for (const Form& form : forms) {
    const auto [format, content] = form;
    auto known = bodies.find(content);
    if (known == bodies.end())
      known = bodies.emplace(content, feed_body_of(post, body, content, config, articles, findings))
                  .first;
    const FeedBody& made = known->second;
    entries.emplace_back(form,
                         feed::entry(format, post, {made.html, made.summary}, home_of(config)));
  }
  return entries;
}

std::vector<state::Witness> built_pages(const model::Post& post, const std::vector<Form>& forms,
                                        const model::BuiltPages& built) {
  std::vector<state::Witness> pages;
  const bool is_wanted = std::any_of(forms.begin(), forms.end(), [](const Form& form) {
    return form.second == model::Content::built;
  });
  if (!is_wanted) return pages;
  for (const std::string& place : BuiltSite(built.root, built.url).places(post.url))
    pages.push_back(state::look_at(built.root / place));
  return pages;
}

Diagnostic too_much_markup(const model::Post& post) {
  return {Code::markup_too_much,
          "more markup than any post needs; it is published as it is written",
          "split the post, or raise limits.markup",
          {},
          model::shown(post),
          {}};
}

}  // namespace blogsearch::pipeline
