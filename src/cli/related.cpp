// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <string>

#include "cli/commands.hpp"
#include "cli/hits.hpp"
#include "cli/lookup.hpp"
#include "cli/report.hpp"
#include "core/suggest.hpp"
#include "text/uri.hpp"
#include "time/write.hpp"

namespace blogsearch::cli {
namespace {

using index::Related;
using index::Searcher;
using syntax::Json;

constexpr std::array<Option, 5> options{{
    config_option,
    index_option,
    {"--all", "", "", "for every post, newest first"},
    {"--limit", "", "N", "at most N posts for each (5)"},
    {"--json", "", "", "one JSON object in place of text"},
}};

constexpr Syntax syntax{
    "related", "finds the posts that are about the same as one", Operands::at_most_one,
    "POST",    "its URL, or its path as `query --json` has it",  options};

struct Neighbours {
  std::string url;
  std::vector<Related> posts;
};

/// The last segment of a URL or path, without the ending of its file.
std::string last_name(const std::string& address) {
  const std::size_t end = address.find_last_not_of('/');
  const std::filesystem::path path(address.substr(0, end + 1));
  return path.stem().string();
}

/// By the whole address; else by its last part, since a path and a URL share little more.
std::string nearest_post(const std::string& post, const std::vector<std::string>& urls) {
  const std::vector<std::string_view> addresses(urls.begin(), urls.end());
  std::string hint = did_you_mean(post, addresses);
  std::vector<std::string> names;
  names.reserve(urls.size());
  for (const std::string& url : urls) names.push_back(last_name(url));
  const std::vector<std::string_view> views(names.begin(), names.end());
  const auto name = nearest(last_name(post), views);
  if (!hint.empty() || !name) return hint;
  for (std::size_t i = 0; i < views.size(); ++i)
    if (views[i].data() == name->data()) return fmt::format("did you mean \"{}\"?", urls[i]);
  return {};
}

Diagnostic unknown_post(const std::string& post, const Searcher& searcher) {
  const Result<std::vector<std::string>> urls = searcher.urls();
  std::string hint = urls ? nearest_post(post, *urls) : "";
  if (hint.empty()) hint = "`blogsearch query` shows the addresses of posts";
  return usage_error(fmt::format("there is no post \"{}\"", post), std::move(hint));
}

Result<Neighbours> related_to(const std::string& post, std::size_t limit,
                              const Searcher& searcher) {
  const bool is_path = !text::is_web_url(post);
  const std::string name =
      is_path ? std::filesystem::path(post).lexically_normal().generic_string() : post;
  auto found = searcher.related(name, limit);
  if (!found) return found.error();
  if (!*found) return unknown_post(post, searcher);
  return Neighbours{post, *std::move(*found)};
}

Result<std::vector<Neighbours>> related_to_all(std::size_t limit, const Searcher& searcher) {
  const Result<std::vector<std::string>> urls = searcher.urls();
  if (!urls) return urls.error();
  std::vector<Neighbours> all;
  for (const std::string& url : *urls) {
    Result<Neighbours> one = related_to(url, limit, searcher);
    if (!one) return std::move(one).error();
    all.push_back(*std::move(one));
  }
  return all;
}

std::string described(const std::vector<Related>& posts, const Look& look) {
  std::string out;
  for (std::size_t i = 0; i < posts.size(); ++i) {
    if (i > 0) out += '\n';
    out += show_headline({i + 1, posts[i].title, posts[i].published, posts[i].url},
                         margin_of(posts.size()), look);
  }
  return out;
}

std::string described(const std::vector<Neighbours>& all, const Look& look) {
  std::string out;
  for (const Neighbours& one : all) {
    const std::string url = printable(one.url);
    out += fmt::format("{}{}\n", out.empty() ? "" : "\n",
                       link(paint(url, Style::address, look.colour), one.url, look.links));
    out += one.posts.empty() ? "none\n" : described(one.posts, look);
  }
  return out;
}

Json json_of(const std::vector<Related>& posts) {
  Json::Array rows;
  for (const Related& post : posts)
    rows.emplace_back(Json::Object{{"url", post.url},
                                   {"path", post.path},
                                   {"title", post.title},
                                   {"published", time::rfc3339_utc(post.published)},
                                   {"score", short_score(post.score)}});
  return rows;
}

Json json_of(const std::vector<Neighbours>& all) {
  Json::Object out;
  for (const Neighbours& one : all) out.emplace_back(one.url, json_of(one.posts));
  return out;
}

int answer(const Arguments& arguments, std::size_t limit, const Searcher& searcher,
           Console& console) {
  const bool is_json = arguments.has("--json");
  const Colour colour = colour_of(console.out_is_terminal, console);
  const Look look{console.text_width(), colour, links_of(console.out_is_terminal, colour, console)};
  if (arguments.has("--all")) {
    const Result<std::vector<Neighbours>> all = related_to_all(limit, searcher);
    if (!all) return fail(all.error(), console);
    return deliver(is_json ? write_json(json_of(*all), syntax::Layout::indented) + '\n'
                           : described(*all, look),
                   all->empty() ? 1 : 0, console);
  }
  const auto one = related_to(arguments.operands().front(), limit, searcher);
  if (!one) return fail(one.error(), console);
  const Json json = Json::Object{{"post", one->url}, {"related", json_of(one->posts)}};
  return deliver(
      is_json ? write_json(json, syntax::Layout::indented) + '\n' : described(one->posts, look),
      one->posts.empty() ? 1 : 0, console);
}

int run_related(const Arguments& arguments, Console& console) {
  constexpr std::size_t default_limit = 5;
  if (arguments.operands().empty() && !arguments.has("--all"))
    return fail(usage_error("related: a post is missing",
                            "name its URL or its path, or give --all for every post"),
                console);
  if (!arguments.operands().empty() && arguments.has("--all"))
    return fail(usage_error("related takes a post or --all, not both", "leave one of them out"),
                console);
  const Result<std::size_t> limit = arguments.number("--limit", default_limit);
  if (!limit) return fail(limit.error(), console);
  Diagnostics findings;
  const std::optional<Searcher> searcher = open_index(arguments, findings);
  show(findings, Verbosity::normal, console);
  if (!searcher) return exit_status(findings);
  return answer(arguments, *limit, *searcher, console);
}

}  // namespace

constinit const Command related_command{syntax, run_related};

}  // namespace blogsearch::cli
