// SPDX-License-Identifier: GPL-2.0-or-later
#include "model/feed_path.hpp"

#include <algorithm>
#include <array>

#include "core/characters.hpp"
#include "text/slug.hpp"
#include "text/uri.hpp"

namespace blogsearch::model {
namespace {

/// In the order of Format.
constexpr std::array<std::string_view, format_count> file_names{"atom.xml", "rss.xml", "feed.json"};
constexpr std::array<std::string_view, format_count> ends{".atom.xml", ".rss.xml", ".json"};

/// In the order of FeedKind.
constexpr std::array<std::string_view, 7> default_paths{"{file}",
                                                        "tags/{slug}/{file}",
                                                        "categories/{slug}/{file}",
                                                        "authors/{slug}/{file}",
                                                        "{slug}/{file}",
                                                        "{slug}/{file}",
                                                        "{file}"};

Diagnostic bad_pattern(std::string message, std::string hint, Span span) {
  return {Code::model_bad_pattern, std::move(message), std::move(hint), span, "", {}};
}

/// A file system takes names of 255 bytes, and a name in the making is longer than the one that is
/// made; a tag may be a whole paragraph.
constexpr std::size_t most_bytes_of_name = 220;
constexpr std::size_t most_bytes_of_path = 1000;
constexpr std::size_t most_bytes_of_slug = 120;

std::string shortened(std::string name) {
  if (name.size() <= most_bytes_of_slug) return name;
  std::size_t end = most_bytes_of_slug;
  while (end > 0 && continues_character(name[end])) --end;
  name.resize(end);
  return name;
}

/// `pattern` with `value_of(name)` in place of each `{name}`.
template <typename ValueOf>
std::string filled(std::string_view pattern, ValueOf value_of) {
  std::string out;
  while (!pattern.empty()) {
    const std::size_t open = std::min(pattern.find('{'), pattern.size());
    out.append(pattern.substr(0, open));
    pattern.remove_prefix(open);
    if (pattern.empty()) break;
    const std::size_t close = pattern.find('}');
    out.append(value_of(pattern.substr(1, close - 1)));
    pattern.remove_prefix(close + 1);
  }
  return out;
}

/// With a slug in place of each placeholder that is longer than any.
std::string longest_path(std::string_view pattern) {
  return filled(pattern, [](std::string_view name) {
    return std::string(name == "file" ? file_names.front().size() : most_bytes_of_slug, 'x');
  });
}

/// Of a term whose generator would leave nothing of it, or a step between folders, the slug of
/// ours.
std::string styled_slug(std::string_view term, std::string_view style) {
  std::string slug = text::slug(term, *text::find_slug_style(style));
  return text::without_steps(slug).empty() ? text::term_slug(term) : slug;
}

bool is_json(Format format) { return format == Format::json; }

}  // namespace

std::string_view file_name(Format format) { return file_names[static_cast<std::size_t>(format)]; }

std::string_view default_feed_path(FeedKind kind) {
  return default_paths[static_cast<std::size_t>(kind)];
}

bool can_be_path(std::string_view path) {
  const bool is_plain = std::none_of(path.begin(), path.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
  });
  std::size_t longest = 0;
  for (std::size_t begin = 0; begin < path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    longest = std::max(longest, end - begin);
    begin = end + 1;
  }
  return is_plain && longest <= most_bytes_of_name && path.size() <= most_bytes_of_path;
}

Result<void> check_feed_path(std::string_view pattern) {
  if (pattern.empty()) return bad_pattern("an empty path", "write `{file}`, `feed.xml` …", {});
  for (std::size_t at = pattern.find_first_of("{}"); at != std::string_view::npos;
       at = pattern.find_first_of("{}", at)) {
    const std::size_t close = pattern.find('}', at);
    if (pattern[at] == '}' || close == std::string_view::npos)
      return bad_pattern("a brace without its partner", "write `{file}` or `{slug}`", {at, at + 1});
    const std::string_view inside = pattern.substr(at + 1, close - at - 1);
    const bool is_styled = inside.starts_with("slug:");
    if (is_styled && !text::find_slug_style(inside.substr(5)))
      return bad_pattern("unknown style of slugs \"" + std::string(inside.substr(5)) + '"',
                         "known: astro hugo mkdocs pelican zola", {at, close + 1});
    if (!is_styled && inside != "file" && inside != "slug")
      return bad_pattern("unknown placeholder \"" + std::string(inside) + '"',
                         "known: {file} {slug}", {at, close + 1});
    at = close + 1;
  }
  const std::string path = text::without_steps(longest_path(pattern));
  if (path.empty() || path.ends_with('/'))
    return bad_pattern("the path of a folder", "write `{file}` behind it", {0, pattern.size()});
  if (!can_be_path(path))
    return bad_pattern("a name that no file can have",
                       "write one of fewer than " + std::to_string(most_bytes_of_name) +
                           " bytes, of which a slug may have " + std::to_string(most_bytes_of_slug),
                       {0, pattern.size()});
  return {};
}

std::string feed_path(std::string_view pattern, Format format, std::string_view term,
                      std::string_view slug) {
  const std::string path = filled(pattern, [&](std::string_view name) {
    if (name == "file") return std::string(file_name(format));
    return shortened(name == "slug" ? std::string(slug) : styled_slug(term, name.substr(5)));
  });
  std::string inside = text::without_steps(path);
  return inside.starts_with('/') ? inside.substr(1) : inside;
}

std::string extra_feed_path(std::string_view path, Format format,
                            const std::vector<Format>& formats) {
  if (path.find('{') != std::string_view::npos) return feed_path(path, format, "", "");
  const bool is_json_path = path.ends_with(".json");
  const auto owner = std::find_if(formats.begin(), formats.end(), [is_json_path](Format each) {
    return is_json(each) == is_json_path;
  });
  if (owner != formats.end() && *owner == format) return feed_path(path, format, "", "");
  const std::size_t dot = path.rfind('.');
  const bool has_end =
      dot != std::string_view::npos && path.find('/', dot) == std::string_view::npos;
  const std::string stem(path.substr(0, has_end ? dot : path.size()));
  return feed_path(stem.empty() ? path : stem + std::string(ends[static_cast<std::size_t>(format)]),
                   format, "", "");
}

}  // namespace blogsearch::model
