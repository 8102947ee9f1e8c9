// SPDX-License-Identifier: GPL-2.0-or-later
#include "model/permalink.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <utility>
#include <vector>

#include "core/suggest.hpp"
#include "model/source_path.hpp"
#include "text/slug.hpp"
#include "text/uri.hpp"
#include "text/words.hpp"
#include "time/write.hpp"

namespace blogsearch::model {
namespace {

/// The path with the author's slug for its last element.
std::string path_with(std::string path, std::string slug) {
  if (slug.empty()) return path;
  if (slug[0] == '/') return slug;
  const std::size_t slash = path.rfind('/');
  return path.substr(0, slash == std::string::npos ? 0 : slash + 1) + slug;
}

using Parts = PermalinkParts;

std::string slug_of(const Parts& parts) {
  std::string slug = text::without_steps(parts.slug);
  return slug == "/" ? "" : slug;
}

/// `2024/blog/hello` → `2024/blog`
std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return path.substr(0, slash == std::string::npos ? 0 : slash);
}

/// Docusaurus' rule: a date that begins the file's name becomes folders, the first ones:
/// `2021-08-26-hello` → `2021/08/26/hello`.
std::string dated_path(const Parts& parts) {
  const SourcePath source = read_source_path(parts.path);
  const std::string folder = folder_of(source.path);
  std::string name = source.path.substr(source.path.rfind('/') + 1);
  if (name.size() <= source.name.size()) return source.path;
  std::string date = name.substr(0, name.size() - source.name.size() - 1);
  std::replace(date.begin(), date.end(), '-', '/');
  return date + "/" + folder + (folder.empty() ? "" : "/") + source.name;
}

std::string day_part(const Parts& parts, std::size_t begin, std::size_t size) {
  return time::calendar_day(parts.published).substr(begin, size);
}

/// `03` → `3`
std::string without_zero(std::string digits) {
  return digits[0] == '0' ? digits.substr(1) : digits;
}

std::string padded(long number, std::size_t width) {
  std::string digits = std::to_string(number);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

std::chrono::sys_days day_of(const Parts& parts) {
  return std::chrono::floor<std::chrono::days>(parts.published.instant + parts.published.offset);
}

std::string day_of_year(const Parts& parts) {
  const std::chrono::sys_days day = day_of(parts);
  const std::chrono::year year = std::chrono::year_month_day(day).year();
  return padded((day - std::chrono::sys_days(year / 1 / 1)).count() + 1, 3);
}

/// ISO 8601: the week is in the year of its Thursday.
std::string week(const Parts& parts) {
  const std::chrono::sys_days day = day_of(parts);
  const unsigned weekday = std::chrono::weekday(day).iso_encoding();
  const std::chrono::sys_days thursday = day + std::chrono::days(4 - static_cast<int>(weekday));
  const std::chrono::year year = std::chrono::year_month_day(thursday).year();
  return padded((thursday - std::chrono::sys_days(year / 1 / 1)).count() / 7 + 1, 2);
}

std::string short_day(const Parts& parts) {
  constexpr std::array<const char*, 7> names{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  return names.at(std::chrono::weekday(day_of(parts)).c_encoding());
}

/// A path is made a slug of folder by folder.
enum class Shape { word, path };

struct Placeholder {
  std::string_view name;
  Shape shape;
  std::string (*value)(const Parts& parts);
};
constexpr std::array<Placeholder, 19> placeholders{{
    {"slug", Shape::path, slug_of},
    {"path", Shape::path,
     [](const Parts& p) { return path_with(read_source_path(p.path).path, slug_of(p)); }},
    {"title", Shape::word, [](const Parts& p) { return std::string(p.title); }},
    {"year", Shape::word, [](const Parts& p) { return day_part(p, 0, 4); }},
    {"month", Shape::word, [](const Parts& p) { return day_part(p, 5, 2); }},
    {"day", Shape::word, [](const Parts& p) { return day_part(p, 8, 2); }},
    {"lang", Shape::word, [](const Parts& p) { return std::string(p.lang); }},
    {"section", Shape::path, [](const Parts& p) { return read_source_path(p.path).section; }},
    {"folder", Shape::path,
     [](const Parts& p) { return folder_of(read_source_path(p.path).path); }},
    {"name", Shape::word,
     [](const Parts& p) {
       const std::string path = read_source_path(p.path).path;
       return path.substr(path.rfind('/') + 1);
     }},
    {"stem", Shape::word, [](const Parts& p) { return read_source_path(p.path).name; }},
    {"dated_path", Shape::path, dated_path},
    {"categories", Shape::path, [](const Parts& p) { return std::string(p.categories); }},
    {"short_year", Shape::word, [](const Parts& p) { return day_part(p, 2, 2); }},
    {"i_month", Shape::word, [](const Parts& p) { return without_zero(day_part(p, 5, 2)); }},
    {"i_day", Shape::word, [](const Parts& p) { return without_zero(day_part(p, 8, 2)); }},
    {"y_day", Shape::word, day_of_year},
    {"week", Shape::word, week},
    {"short_day", Shape::word, short_day},
}};

const Placeholder* find_placeholder(std::string_view name) {
  const auto* row = std::find_if(placeholders.begin(), placeholders.end(),
                                 [name](const Placeholder& p) { return p.name == name; });
  return row == placeholders.end() ? nullptr : row;
}

/// `slug|title:pelican` → `slug`, `title`, and the style.
struct Choice {
  std::vector<std::string_view> names;
  std::optional<std::string_view> style;
};

Choice parse_choice(std::string_view inside) {
  Choice choice;
  const std::size_t colon = inside.find(':');
  if (colon != std::string_view::npos) choice.style = inside.substr(colon + 1);
  inside = inside.substr(0, colon);
  for (std::size_t begin = 0; begin <= inside.size();) {
    const std::size_t end = std::min(inside.find('|', begin), inside.size());
    choice.names.push_back(inside.substr(begin, end - begin));
    begin = end + 1;
  }
  return choice;
}

std::string styled(const std::string& value, const Placeholder& placeholder,
                   const std::optional<text::SlugStyle>& style) {
  if (!style) return placeholder.name == "title" ? text::slug(value) : value;
  const bool is_authors = placeholder.name == "slug";
  if (is_authors && style->authors == text::SlugStyle::Authors::as_written) return value;
  if (placeholder.shape == Shape::word) return text::slug(value, *style);
  std::string out;
  for (std::size_t begin = 0; begin <= value.size();) {
    const std::size_t end = std::min(value.find('/', begin), value.size());
    if (begin > 0) out.push_back('/');
    out.append(text::slug(std::string_view(value).substr(begin, end - begin), *style));
    begin = end + 1;
  }
  return out;
}

std::string value_of(std::string_view inside, const Parts& parts) {
  Choice choice = parse_choice(inside);
  if (choice.names == std::vector<std::string_view>{"slug"}) choice.names.emplace_back("stem");
  const auto style = choice.style ? text::find_slug_style(*choice.style) : std::nullopt;
  for (const std::string_view name : choice.names) {
    const Placeholder* placeholder = find_placeholder(name);
    std::string value = styled(placeholder->value(parts), *placeholder, style);
    if (!value.empty()) return value;
  }
  return {};
}

Diagnostic bad_pattern(std::string message, std::string hint, Span span) {
  Diagnostic finding;
  finding.code = Code::model_bad_pattern;
  finding.message = std::move(message);
  finding.hint = std::move(hint);
  finding.span = span;
  return finding;
}

Result<void> check_choice(const Choice& choice, Span span) {
  for (const std::string_view name : choice.names) {
    if (find_placeholder(name) != nullptr) continue;
    std::vector<std::string_view> known;
    known.reserve(placeholders.size());
    for (const Placeholder& placeholder : placeholders) known.push_back(placeholder.name);
    std::string hint = did_you_mean(name, known);
    if (hint.empty()) {
      hint = "known:";
      for (const std::string_view one : known) hint.append(" {").append(one).append("}");
    }
    return bad_pattern("unknown placeholder \"" + std::string(name) + "\"", hint, span);
  }
  if (!choice.style || text::find_slug_style(*choice.style)) return {};
  const std::vector<std::string_view> styles = text::slug_styles();
  std::string hint = did_you_mean(*choice.style, styles);
  if (hint.empty()) {
    hint = "known:";
    for (const std::string_view one : styles) hint.append(" ").append(one);
  }
  return bad_pattern("unknown style of slugs \"" + std::string(*choice.style) + "\"", hint, span);
}

}  // namespace

Result<void> check_pattern(std::string_view pattern) {
  for (std::size_t i = 0; i < pattern.size();) {
    const std::size_t brace = pattern.find_first_of("{}", i);
    if (brace == std::string_view::npos) break;
    const std::size_t close = pattern.find('}', brace);
    if (pattern[brace] == '}' || close == std::string_view::npos)
      return bad_pattern("a brace without its partner", "write `{slug}`, `{path}` …",
                         {brace, brace + 1});
    Result<void> choice = check_choice(parse_choice(pattern.substr(brace + 1, close - brace - 1)),
                                       {brace, close + 1});
    if (!choice) return choice;
    i = close + 1;
  }
  return {};
}

std::string expand(std::string_view pattern, const PermalinkParts& parts) {
  std::string out;
  for (std::size_t i = 0; i < pattern.size();) {
    const std::size_t open = std::min(pattern.find('{', i), pattern.size());
    out.append(pattern.substr(i, open - i));
    if (open == pattern.size()) break;
    const std::size_t close = pattern.find('}', open);
    out.append(value_of(pattern.substr(open + 1, close - open - 1), parts));
    i = close + 1;
  }
  return out;
}

std::string permalink(std::string_view site_url, std::string_view pattern,
                      const PermalinkParts& parts) {
  return permalink(site_url, expand(pattern, parts));
}

std::string permalink(std::string_view site_url, std::string_view path) {
  std::string inside = text::without_steps(path);
  if (inside.starts_with('/')) inside.erase(0, 1);
  return std::string(site_url) + text::encode_path(inside);
}

}  // namespace blogsearch::model
