// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/feed_settings.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "core/suggest.hpp"
#include "model/feed_path.hpp"
#include "text/language_tag.hpp"
#include "text/uri.hpp"

namespace blogsearch::pipeline {
namespace {

using model::Content;
using model::ExtraFeed;
using model::FeedKind;
using model::Format;
using syntax::Member;
using syntax::Node;

template <class Value, std::size_t Size>
using Words = std::array<std::pair<std::string_view, Value>, Size>;

constexpr Words<FeedKind, 5> kind_words{{{"tag", FeedKind::tag},
                                         {"category", FeedKind::category},
                                         {"author", FeedKind::author},
                                         {"section", FeedKind::section},
                                         {"lang", FeedKind::lang}}};
constexpr Words<FeedKind, 6> path_words{{{"main", FeedKind::main},
                                         {"tag", FeedKind::tag},
                                         {"category", FeedKind::category},
                                         {"author", FeedKind::author},
                                         {"section", FeedKind::section},
                                         {"lang", FeedKind::lang}}};
constexpr Words<Format, 3> format_words{
    {{"atom", Format::atom}, {"rss", Format::rss}, {"json", Format::json}}};
constexpr Words<Content, 4> content_words{{{"full", Content::full},
                                           {"summary", Content::summary},
                                           {"none", Content::none},
                                           {"built", Content::built}}};

Diagnostic mistake(Span span, std::string message, std::string hint) {
  return {Code::pipeline_bad_config, std::move(message), std::move(hint), span, "", {}};
}

template <class Value, std::size_t Size>
std::vector<std::string_view> names_of(const Words<Value, Size>& words) {
  std::vector<std::string_view> names;
  for (const auto& word : words) names.push_back(word.first);
  return names;
}

std::string joined(const std::vector<std::string_view>& names, std::string_view between) {
  std::string out;
  for (const std::string_view name : names)
    out.append(out.empty() ? std::string_view() : between).append(name);
  return out;
}

/// `limit` of `feeds.limit`
std::string last_word(const std::string& key) { return key.substr(key.rfind('.') + 1); }

Diagnostic unknown(const std::string& word, Span span, const std::vector<std::string_view>& names) {
  std::string hint = did_you_mean(word, names);
  if (hint.empty()) hint = "known here: " + joined(names, " ");
  return {Code::pipeline_unknown_key, "unknown key \"" + word + '"', std::move(hint), span, "", {}};
}

template <class Value, std::size_t Size>
std::optional<Value> choose(const std::string& key, const Node& node,
                            const Words<Value, Size>& words, Diagnostics& findings) {
  const auto* row = std::find_if(words.begin(), words.end(), [&node](const auto& word) {
    return node.is_scalar() && word.first == node.scalar;
  });
  if (row != words.end()) return row->second;
  const std::vector<std::string_view> names = names_of(words);
  std::string hint = did_you_mean(node.scalar, names);
  if (hint.empty()) hint = "write `" + last_word(key) + ": " + std::string(names.front()) + "`";
  findings.add(mistake(node.span, "`" + key + "` should be one of: " + joined(names, ", "), hint));
  return std::nullopt;
}

/// A list of texts, or one text as a list of one.
std::vector<Node> items_of(const std::string& key, const Node& node, Diagnostics& findings) {
  if (node.is_scalar()) return {node};
  const bool is_fit =
      node.is_sequence() && std::all_of(node.items.begin(), node.items.end(),
                                        [](const Node& n) { return n.is_scalar(); });
  if (is_fit) return node.items;
  findings.add(mistake(node.span, "`" + key + "` should be a list of texts", "write `[one, two]`"));
  return {};
}

std::optional<std::string> text_of(const std::string& key, const Node& node,
                                   Diagnostics& findings) {
  if (node.is_scalar() && !node.scalar.empty()) return node.scalar;
  findings.add(mistake(node.span, "`" + key + "` should be one text", "write it on one line"));
  return std::nullopt;
}

std::optional<std::size_t> number_of(const std::string& key, const Node& node,
                                     Diagnostics& findings) {
  std::size_t number = 0;
  const char* const end = node.scalar.data() + node.scalar.size();
  const auto [stop, error] = std::from_chars(node.scalar.data(), end, number);
  if (node.is_scalar() && !node.scalar.empty() && stop == end && error == std::errc{})
    return number;
  findings.add(mistake(node.span, "`" + key + "` should be a whole number, 0 or more",
                       "write `" + last_word(key) + ": 20`"));
  return std::nullopt;
}

std::optional<std::string> path_of(const std::string& key, const Node& node,
                                   Diagnostics& findings) {
  std::optional<std::string> path = text_of(key, node, findings);
  if (!path) return path;
  Result<void> checked = model::check_feed_path(*path);
  if (checked) return path;
  Diagnostic reason = std::move(checked).error();
  reason.message = "`" + key + "`: " + reason.message;
  reason.span = reason.span.shifted(node.span.begin);
  findings.add(std::move(reason));
  return std::nullopt;
}

void read_paths_of(const std::string& key, const Node& node, model::FeedPaths& paths,
                   Diagnostics& findings) {
  if (node.is_scalar()) {
    if (const auto path = path_of(key, node, findings)) paths.fill(*path);
    return;
  }
  for (const Member& member : node.members) {
    const auto* row = std::find_if(format_words.begin(), format_words.end(),
                                   [&member](const auto& w) { return w.first == member.key; });
    if (row == format_words.end())
      findings.add(unknown(member.key, member.key_span, names_of(format_words)));
    else if (const auto path = path_of(key + "." + member.key, member.value, findings))
      paths[static_cast<std::size_t>(row->second)] = *path;
  }
}

/// Each kind of a mapping by `read`.
template <class Value, class Read>
void read_by_kind(const std::string& key, const Node& node, std::map<FeedKind, Value>& values,
                  const Read& read, Diagnostics& findings) {
  for (const Member& member : node.members) {
    const auto* row = std::find_if(path_words.begin(), path_words.end(),
                                   [&member](const auto& w) { return w.first == member.key; });
    if (row == path_words.end())
      findings.add(unknown(member.key, member.key_span, names_of(path_words)));
    else if (const auto value = read(key + "." + member.key, member.value))
      values[row->second] = *value;
  }
}

struct ExtraKey {
  std::string_view name;
  void (*set)(const std::string& key, const Node& node, ExtraFeed& feed, Diagnostics& findings);
};

template <std::vector<std::string> ExtraFeed::*Field>
void set_list(const std::string& key, const Node& node, ExtraFeed& feed, Diagnostics& findings) {
  for (const Node& item : items_of(key, node, findings)) (feed.*Field).push_back(item.scalar);
}

template <std::string ExtraFeed::*Field>
void set_text(const std::string& key, const Node& node, ExtraFeed& feed, Diagnostics& findings) {
  if (const auto text = text_of(key, node, findings)) feed.*Field = *text;
}

void set_lang(const std::string& key, const Node& node, ExtraFeed& feed, Diagnostics& findings) {
  const auto tag = node.is_scalar() ? text::language_tag(node.scalar) : std::nullopt;
  if (tag)
    feed.lang = *tag;
  else
    findings.add(mistake(node.span,
                         "`" + key + "` should be a language tag of BCP 47 such as en or pt-BR",
                         "write `lang: en`"));
}

void set_limit(const std::string& key, const Node& node, ExtraFeed& feed, Diagnostics& findings) {
  feed.limit = number_of(key, node, findings);
}

constexpr auto extra_keys = std::to_array<ExtraKey>({
    {"path",
     [](const std::string& key, const Node& node, ExtraFeed& feed, Diagnostics& findings) {
       if (const auto path = path_of(key, node, findings)) feed.path = *path;
     }},
    {"title", set_text<&ExtraFeed::title>},
    {"tags", set_list<&ExtraFeed::tags>},
    {"categories", set_list<&ExtraFeed::categories>},
    {"authors", set_list<&ExtraFeed::authors>},
    {"sections", set_list<&ExtraFeed::sections>},
    {"not", set_list<&ExtraFeed::excluded>},
    {"lang", set_lang},
    {"query", set_text<&ExtraFeed::query>},
    {"formats",
     [](const std::string& key, const Node& node, ExtraFeed& feed, Diagnostics& findings) {
       for (const Node& item : items_of(key, node, findings))
         if (const auto format = choose(key, item, format_words, findings))
           feed.formats.push_back(*format);
     }},
    {"content",
     [](const std::string& key, const Node& node, ExtraFeed& feed, Diagnostics& findings) {
       feed.content = choose(key, node, content_words, findings);
     }},
    {"limit", set_limit},
});

void read_extra_feed(const Node& node, std::vector<ExtraFeed>& feeds, Diagnostics& findings) {
  constexpr const char* example = "write `- {path: rust.xml, tags: [rust]}`";
  if (!node.is_mapping())
    return findings.add(mistake(node.span, "`feeds.extra` should be a list of mappings", example));
  ExtraFeed feed;
  for (const Member& member : node.members) {
    const auto* row = std::find_if(extra_keys.begin(), extra_keys.end(),
                                   [&member](const auto& r) { return r.name == member.key; });
    if (row == extra_keys.end()) {
      std::vector<std::string_view> names;
      names.reserve(extra_keys.size());
      for (const ExtraKey& each : extra_keys) names.push_back(each.name);
      findings.add(unknown(member.key, member.key_span, names));
    } else if (!member.value.is_null()) {
      row->set("feeds.extra." + member.key, member.value, feed, findings);
    }
  }
  if (node.find("path") == nullptr)
    findings.add(mistake(node.span, "a feed of `feeds.extra` has no path", example));
  feeds.push_back(std::move(feed));
}

}  // namespace

void read_kinds(const Node& node, std::vector<FeedKind>& kinds, Diagnostics& findings) {
  kinds.clear();
  for (const Node& item : items_of("feeds.by", node, findings)) {
    const auto kind = choose("feeds.by", item, kind_words, findings);
    if (kind && std::find(kinds.begin(), kinds.end(), *kind) == kinds.end()) kinds.push_back(*kind);
  }
}

void read_paths(const Node& node, std::map<FeedKind, model::FeedPaths>& paths,
                Diagnostics& findings) {
  if (!node.is_mapping())
    return findings.add(mistake(node.span, "`feeds.paths` should be kinds of feeds and their paths",
                                "write `paths: {main: {rss: index.xml}}`"));
  const auto read = [&findings](const std::string& key, const Node& value) {
    model::FeedPaths own;
    read_paths_of(key, value, own, findings);
    return std::optional(std::move(own));
  };
  read_by_kind("feeds.paths", node, paths, read, findings);
}

void read_slugs(const Node& node, std::map<std::string, std::string>& slugs,
                Diagnostics& findings) {
  if (!node.is_mapping())
    return findings.add(mistake(node.span, "`feeds.slugs` should be terms and their slugs",
                                "write `slugs: {C++: cpp}`"));
  for (const Member& member : node.members) {
    const auto slug = text_of("feeds.slugs." + member.key, member.value, findings);
    if (!slug) continue;
    if (slug->find('/') != std::string::npos)
      findings.add(mistake(member.value.span,
                           "`feeds.slugs." + member.key + "` should be the name of one folder",
                           "write it without '/'"));
    else
      slugs[member.key] = *slug;
  }
}

void read_extra_feeds(const Node& node, std::vector<ExtraFeed>& feeds, Diagnostics& findings) {
  feeds.clear();
  if (!node.is_sequence())
    return findings.add(mistake(node.span, "`feeds.extra` should be a list of mappings",
                                "write `- {path: rust.xml, tags: [rust]}`"));
  for (const Node& item : node.items) read_extra_feed(item, feeds, findings);
}

void read_contents(const Node& node, Content& content, std::map<FeedKind, Content>& contents,
                   Diagnostics& findings) {
  const auto read = [&findings](const std::string& key, const Node& value) {
    return choose(key, value, content_words, findings);
  };
  if (node.is_mapping())
    read_by_kind("feeds.content", node, contents, read, findings);
  else if (const auto chosen = read("feeds.content", node))
    content = *chosen;
}

void read_limits(const Node& node, std::size_t& limit, std::map<FeedKind, std::size_t>& limits,
                 Diagnostics& findings) {
  const auto read = [&findings](const std::string& key, const Node& value) {
    return number_of(key, value, findings);
  };
  if (node.is_mapping())
    read_by_kind("feeds.limit", node, limits, read, findings);
  else if (const auto number = read("feeds.limit", node))
    limit = *number;
}

void read_file_name(const Node& node, std::string& name, Diagnostics& findings) {
  const std::string inside = node.is_scalar() ? text::without_steps(node.scalar) : "";
  if (!inside.empty() && inside == node.scalar && inside.front() != '/' && inside.back() != '/') {
    name = inside;
    return;
  }
  findings.add(mistake(node.span, "this should be the name of a file below feeds.out",
                       "write one such as sitemap.xml"));
}

}  // namespace blogsearch::pipeline
