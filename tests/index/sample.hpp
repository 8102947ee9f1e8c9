// SPDX-License-Identifier: GPL-2.0-or-later
//
// A dozen posts and the index of them, for the tests of this room.
#pragma once

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "blogsearch/index/searcher.hpp"
#include "blogsearch/index/writer.hpp"
#include "support/catch.hpp"
#include "support/findings.hpp"

namespace blogsearch::sample {

using model::Post;

struct Text {
  Post post;
  model::Body body;
};

/// Lines beginning with '#' are headings with their words for an anchor, those between ``` code.
inline model::Body body(const std::string& markdown) {
  using Kind = model::Part::Kind;
  model::Body parts;
  Kind kind = Kind::text;
  std::istringstream lines(markdown);
  for (std::string line; std::getline(lines, line);) {
    model::Part part;
    if (line.starts_with("```")) {
      kind = kind == Kind::code ? Kind::text : Kind::code;
      part.kind = kind;
      if (kind == Kind::code) part.language = line.substr(3);
      parts.push_back(part);
    } else if (kind == Kind::text && line.starts_with("# ")) {
      part.kind = Kind::heading;
      part.level = 2;
      part.text = part.anchor = line.substr(2);
      std::replace(part.anchor.begin(), part.anchor.end(), ' ', '-');
      parts.push_back(part);
    } else {
      if (parts.empty() || parts.back().kind != kind) parts.emplace_back().kind = kind;
      parts.back().text += line + '\n';
    }
  }
  return parts;
}

inline time::Timestamp day(int year, int month, int day_of_month) {
  using namespace std::chrono;
  return {sys_days(std::chrono::year(year) / month / day_of_month), minutes(60)};
}

/// A post at https://example.org/<name>/.
inline Text text(const std::string& name, const std::string& title, const std::string& markdown,
                 time::Timestamp published = day(2024, 1, 1), std::vector<std::string> tags = {}) {
  Text made;
  made.post.id = made.post.url = "https://example.org/" + name + "/";
  made.post.path = "posts/" + name + ".md";
  made.post.title = title;
  made.post.published = made.post.updated = published;
  made.post.authors = {{"Ada Lovelace", "", ""}};
  made.post.tags = std::move(tags);
  made.post.lang = "en";
  made.post.translation = name;
  made.body = body(markdown);
  return made;
}

inline void build(const std::filesystem::path& folder, std::vector<Text> texts,
                  const model::SearchConfig& config = {}) {
  std::stable_sort(texts.begin(), texts.end(), [](const Text& a, const Text& b) {
    return a.post.published != b.post.published ? a.post.published > b.post.published
                                                : a.post.url < b.post.url;
  });
  auto writer = index::Writer::create(folder, config);
  REQUIRE(writer);
  for (const Text& each : texts) REQUIRE(writer->add(each.post, each.body));
  const auto published = writer->publish();
  INFO((published ? "" : support::line_of(published.error())));
  REQUIRE(published);
}

inline index::Searcher open(const std::filesystem::path& folder) {
  auto searcher = index::Searcher::open(folder);
  INFO((searcher ? "" : support::line_of(searcher.error())));
  REQUIRE(searcher);
  return std::move(*searcher);
}

inline index::Answer answer_to(const index::Searcher& searcher, const index::Request& request) {
  auto answer = searcher.search(request);
  INFO((answer ? "" : support::line_of(answer.error())));
  REQUIRE(answer);
  return std::move(*answer);
}

inline index::Answer ask(const index::Searcher& searcher, const std::string& words) {
  return answer_to(searcher, {.words = words});
}

/// The names of the posts found, in order: `borrow tokio`.
inline std::string names(const index::Answer& answer) {
  const std::size_t prefix = std::string("https://example.org/").size();
  std::string out;
  for (const auto& hit : answer.hits)
    out += (out.empty() ? "" : " ") + hit.url.substr(prefix, hit.url.size() - prefix - 1);
  return out;
}

/// The same in alphabetic order, where rank does not matter.
inline std::string found(index::Answer answer) {
  std::sort(answer.hits.begin(), answer.hits.end(),
            [](const auto& a, const auto& b) { return a.url < b.url; });
  return names(answer);
}

/// The snippet with matches in brackets.
inline std::string shown(const std::vector<index::Fragment>& snippet) {
  std::string out;
  for (const auto& fragment : snippet)
    out += fragment.is_match ? "[" + fragment.text + "]" : fragment.text;
  return out;
}

inline std::string shown(const index::Facet& facet) {
  std::string out;
  for (const auto& [value, count] : facet)
    out += (out.empty() ? "" : ", ") + value + " " + std::to_string(count);
  return out;
}

}  // namespace blogsearch::sample
