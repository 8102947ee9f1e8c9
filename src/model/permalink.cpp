// SPDX-License-Identifier: GPL-2.0-or-later
#include "model/permalink.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/suggest.hpp"
#include "model/source_path.hpp"
#include "text/uri.hpp"
#include "text/words.hpp"
#include "time/write.hpp"

namespace blogsearch::model {
namespace {

constexpr std::array<std::string_view, 8> placeholders{"slug",  "path", "title", "year",
                                                       "month", "day",  "lang",  "section"};

/// Also as `%2e`: browsers take both for steps between folders (WHATWG URL, section 4.1).
bool is_step(std::string_view segment) {
  std::string plain = text::lower_ascii(segment);
  for (std::size_t at = plain.find("%2e"); at != std::string::npos; at = plain.find("%2e"))
    plain.replace(at, 3, ".");
  return plain.empty() || plain == "." || plain == "..";
}

/// Without segments that are empty or steps; the slashes at both ends stay.
std::string without_steps(std::string_view path) {
  std::string out(path.starts_with('/') ? "/" : "");
  for (std::size_t begin = 0; begin < path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view segment = path.substr(begin, end - begin);
    if (!is_step(segment)) out.append(segment).append(end < path.size() ? "/" : "");
    begin = end + 1;
  }
  return out;
}

/// The path with the author's slug for its last element.
std::string path_with(std::string path, std::string slug) {
  if (slug.empty()) return path;
  if (slug[0] == '/') return slug;
  const std::size_t slash = path.rfind('/');
  return path.substr(0, slash == std::string::npos ? 0 : slash + 1) + slug;
}

std::string value_of(std::string_view placeholder, const PermalinkParts& parts) {
  const SourcePath source = read_source_path(parts.path);
  std::string slug = without_steps(parts.slug);
  if (slug == "/") slug.clear();
  if (placeholder == "path") return path_with(source.path, std::move(slug));
  if (placeholder == "slug") return slug.empty() ? source.name : slug;
  if (placeholder == "title") return text::slug(parts.title);
  if (placeholder == "lang") return std::string(parts.lang);
  if (placeholder == "section") return source.section;
  const std::string day = time::calendar_day(parts.published);
  if (placeholder == "year") return day.substr(0, 4);
  return placeholder == "month" ? day.substr(5, 2) : day.substr(8, 2);
}

Diagnostic bad_pattern(std::string message, std::string hint, Span span) {
  Diagnostic finding;
  finding.code = Code::model_bad_pattern;
  finding.message = std::move(message);
  finding.hint = std::move(hint);
  finding.span = span;
  return finding;
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
    const std::string_view name = pattern.substr(brace + 1, close - brace - 1);
    if (std::find(placeholders.begin(), placeholders.end(), name) == placeholders.end()) {
      std::string hint = did_you_mean(name, placeholders);
      if (hint.empty()) hint = "known: {slug} {path} {title} {year} {month} {day} {lang} {section}";
      return bad_pattern("unknown placeholder \"" + std::string(name) + "\"", hint,
                         {brace, close + 1});
    }
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
  std::string inside = without_steps(path);
  if (inside.starts_with('/')) inside.erase(0, 1);
  return std::string(site_url) + text::encode_path(inside);
}

}  // namespace blogsearch::model
