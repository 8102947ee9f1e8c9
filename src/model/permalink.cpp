// SPDX-License-Identifier: GPL-2.0-or-later
#include "model/permalink.hpp"

#include <algorithm>
#include <array>

#include "core/suggest.hpp"
#include "text/uri.hpp"
#include "text/words.hpp"
#include "time/write.hpp"

namespace blogsearch::model {
namespace {

constexpr std::array<std::string_view, 8> placeholders{"slug",  "path", "title", "year",
                                                       "month", "day",  "lang",  "section"};

/// `2024/hello.md` → `2024/hello`; `2024/hello/index.md` → `2024/hello`.
std::string_view without_extension(std::string_view path) {
  const std::size_t name = path.rfind('/') + 1;  // 0 when there is no slash
  const std::size_t dot = path.rfind('.');
  if (dot != std::string_view::npos && dot > name) path = path.substr(0, dot);
  if (path.substr(name) == "index") path = path.substr(0, name == 0 ? 0 : name - 1);
  return path;
}

bool is_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Jekyll's file names: `2013-05-05-hello` → `hello`.
std::string_view without_date(std::string_view name) {
  const bool has_date = name.size() > 11 && is_digits(name.substr(0, 4)) && name[4] == '-' &&
                        is_digits(name.substr(5, 2)) && name[7] == '-' &&
                        is_digits(name.substr(8, 2)) && name[10] == '-';
  return has_date ? name.substr(11) : name;
}

std::string value_of(std::string_view placeholder, const PermalinkParts& parts) {
  const std::string_view path = without_extension(parts.path);
  if (placeholder == "path") return std::string(path);
  if (placeholder == "title") return text::slug(parts.title);
  if (placeholder == "lang") return std::string(parts.lang);
  if (placeholder == "section") {
    const std::size_t slash = parts.path.find('/');
    return std::string(parts.path.substr(0, slash == std::string_view::npos ? 0 : slash));
  }
  if (placeholder == "slug") {
    if (!parts.slug.empty()) return std::string(parts.slug);
    return std::string(without_date(path.substr(path.rfind('/') + 1)));
  }
  const std::string day = time::calendar_day(parts.published);
  if (placeholder == "year") return day.substr(0, 4);
  return placeholder == "month" ? day.substr(5, 2) : day.substr(8, 2);
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

std::string permalink(std::string_view site_url, std::string_view pattern,
                      const PermalinkParts& parts) {
  return permalink(site_url, expand(pattern, parts));
}

std::string permalink(std::string_view site_url, std::string_view path) {
  std::string out;
  for (std::size_t begin = 0; begin < path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view segment = path.substr(begin, end - begin);
    if (!segment.empty() && segment != "." && segment != "..") {
      out.append(text::encode_path(segment));
      if (end < path.size()) out.push_back('/');
    }
    begin = end + 1;
  }
  return std::string(site_url) + out;
}

}  // namespace blogsearch::model
