// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/feed_settings.hpp"

#include <utility>

#include "model/feed_path.hpp"
#include "text/uri.hpp"

namespace blogsearch::pipeline {
namespace {

using model::Content;
using model::ExtraFeed;
using model::FeedKind;
using model::FeedsConfig;
using model::Format;

constexpr Setting::Choices<FeedKind, 6> kinds{{{"main", FeedKind::main},
                                               {"tag", FeedKind::tag},
                                               {"category", FeedKind::category},
                                               {"author", FeedKind::author},
                                               {"section", FeedKind::section},
                                               {"lang", FeedKind::lang}}};
/// The main feed is always there.
constexpr Setting::Choices<FeedKind, 5> optional_kinds{{{"tag", FeedKind::tag},
                                                        {"category", FeedKind::category},
                                                        {"author", FeedKind::author},
                                                        {"section", FeedKind::section},
                                                        {"lang", FeedKind::lang}}};
constexpr Setting::Choices<Format, 3> formats{
    {{"atom", Format::atom}, {"rss", Format::rss}, {"json", Format::json}}};
constexpr Setting::Choices<Content, 4> contents{{{"full", Content::full},
                                                 {"summary", Content::summary},
                                                 {"none", Content::none},
                                                 {"built", Content::built}}};

constexpr const char* extra_example = "write `- {path: rust.xml, tags: [rust]}`";

using SetExtra = void (*)(const Setting& s, ExtraFeed& f);
constexpr Setting::Choices<SetExtra, 12> extra_keys{{
    {"path", [](const Setting& s, auto& f) { s.pattern_into(f.path, model::check_feed_path); }},
    {"title", [](const Setting& s, auto& f) { s.into(f.title); }},
    {"tags", [](const Setting& s, auto& f) { s.into(f.tags); }},
    {"categories", [](const Setting& s, auto& f) { s.into(f.categories); }},
    {"authors", [](const Setting& s, auto& f) { s.into(f.authors); }},
    {"sections", [](const Setting& s, auto& f) { s.into(f.sections); }},
    {"not", [](const Setting& s, auto& f) { s.into(f.excluded); }},
    {"lang", [](const Setting& s, auto& f) { s.language_into(f.lang); }},
    {"query", [](const Setting& s, auto& f) { s.into(f.query); }},
    {"formats", [](const Setting& s, auto& f) { s.choices_into(f.formats, formats); }},
    {"content",
     [](const Setting& s, auto& f) { s.choice_into(f.content.emplace(Content::full), contents); }},
    {"limit", [](const Setting& s, auto& f) { s.into(f.limit.emplace(0)); }},
}};

}  // namespace

void read_kinds(const Setting& setting, FeedsConfig& feeds) {
  if (setting.is_empty_list())
    feeds.choice.by.clear();
  else
    setting.choices_into(feeds.choice.by, optional_kinds);
}

void read_paths(const Setting& setting, FeedsConfig& feeds) {
  if (!setting.is_mapping())
    return setting.reject("kinds of feeds and their paths",
                          "write `paths: {main: {rss: index.xml}}`");
  setting.for_each_member(kinds, [&feeds](FeedKind kind, const Setting& paths) {
    model::FeedPaths& own = feeds.choice.paths[kind];
    if (paths.is_mapping()) {
      paths.for_each_member(formats, [&own](Format format, const Setting& path) {
        path.pattern_into(own[static_cast<std::size_t>(format)], model::check_feed_path);
      });
    } else {
      std::string path;
      paths.pattern_into(path, model::check_feed_path);
      own.fill(path);
    }
  });
}

void read_slugs(const Setting& setting, FeedsConfig& feeds) {
  if (!setting.is_mapping())
    return setting.reject("terms and their slugs", "write `slugs: {C++: cpp}`");
  setting.for_each_member([&feeds](const std::string& term, const Setting& value) {
    std::string slug;
    value.into(slug);
    const bool is_name = !slug.empty() && slug.find('/') == std::string::npos &&
                         text::without_steps(slug) == slug && model::can_be_path(slug);
    if (!is_name)
      value.reject("the name of one folder", "write it without '/'");
    else
      feeds.choice.slugs[term] = std::move(slug);
  });
}

void read_extra_feeds(const Setting& setting, FeedsConfig& feeds) {
  feeds.choice.extra.clear();
  if (!setting.is_sequence()) return setting.reject("a list of mappings", extra_example);
  setting.for_each_item([&feeds](const Setting& item) {
    if (!item.has("path")) return item.reject("a list of mappings with a path", extra_example);
    ExtraFeed& feed = feeds.choice.extra.emplace_back();
    item.for_each_member(extra_keys,
                         [&feed](SetExtra set, const Setting& part) { set(part, feed); });
  });
}

void read_content(const Setting& setting, FeedsConfig& feeds) {
  if (!setting.is_mapping()) return setting.choice_into(feeds.content, contents);
  setting.for_each_member(kinds, [&feeds](FeedKind kind, const Setting& value) {
    value.choice_into(feeds.choice.contents[kind], contents);
  });
}

void read_limit(const Setting& setting, FeedsConfig& feeds) {
  if (!setting.is_mapping()) return setting.into(feeds.limit);
  setting.for_each_member(kinds, [&feeds](FeedKind kind, const Setting& value) {
    value.into(feeds.choice.limits[kind]);
  });
}

void read_file_name(const Setting& setting, std::string& name) {
  std::string file;
  setting.into(file);
  const bool is_inside = text::without_steps(file) == file && model::can_be_path(file);
  if (is_inside && !file.empty() && file.front() != '/' && file.back() != '/')
    name = std::move(file);
  else
    setting.reject("the name of a file below feeds.out", "write one such as sitemap.xml");
}

}  // namespace blogsearch::pipeline
