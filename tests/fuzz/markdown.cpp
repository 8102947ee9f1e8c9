// SPDX-License-Identifier: GPL-2.0-or-later
//
// A body on its way into the feeds: whatever it is, each format keeps its rules, and all texts are
// UTF-8 without what XML forbids.
#include <array>
#include <vector>

#include "blogsearch/feed/writer.hpp"
#include "feed/sample.hpp"
#include "fuzz/fuzz.hpp"
#include "markup/clean.hpp"
#include "markup/document.hpp"
#include "support/feed_checker.hpp"
#include "text/utf8.hpp"

using namespace blogsearch;
using fuzz::require;

namespace {

constexpr std::string_view url = "https://example.org/2022/post/";

struct Check {
  model::Format format;
  std::vector<std::string> (*check)(std::string_view bytes);
};
constexpr std::array<Check, 3> checks{{{model::Format::atom, support::check_atom},
                                       {model::Format::rss, support::check_rss},
                                       {model::Format::json, support::check_json}}};

void check_legal(std::string_view text) {
  require(!text::find_flaw(text), "a text is legal in XML", text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::array flavours{markup::Flavour::markdown, markup::Flavour::mdx,
                                markup::Flavour::html};
  constexpr std::array rules{model::Anchors::github, model::Anchors::hugo, model::Anchors::kramdown,
                             model::Anchors::zola, model::Anchors::python_markdown};
  std::string_view text = fuzz::text_of(data, size);
  const unsigned choice = fuzz::take_choice(text);
  const markup::Document document(text, url, flavours.at(choice % flavours.size()), "[cut]");

  feed::sample::Entry entry = feed::sample::plain();
  const auto html = markup::clean(document, {url});
  require(html == markup::clean_by_tree(document.html(), {url}), "a tree makes no difference");
  entry.html = html.value_or(markup::paragraphs(document.text()));
  entry.summary = document.summary();
  check_legal(entry.html);
  check_legal(entry.summary);
  if (const std::string title = document.first_heading(); !title.empty()) entry.post.title = title;
  for (const model::Part& part : document.parts(rules.at(choice / 3 % rules.size()))) {
    check_legal(part.text);
    check_legal(part.anchor);
    check_legal(part.language);
  }
  for (const Check& row : checks) {
    const std::string bytes = feed::sample::write(row.format, feed::sample::channel(), {entry});
    for (const std::string& complaint : row.check(bytes)) require(false, complaint, bytes);
  }
  return 0;
}
