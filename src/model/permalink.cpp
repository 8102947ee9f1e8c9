// SPDX-License-Identifier: GPL-2.0-or-later
#include "model/permalink.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "core/suggest.hpp"
#include "text/slug.hpp"
#include "text/uri.hpp"
#include "text/words.hpp"
#include "time/write.hpp"

namespace blogsearch::model {
namespace {

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

std::string_view stem_of(std::string_view path) {
  path = without_extension(path);
  return path.substr(path.rfind('/') + 1);
}

/// Docusaurus' rule: a date that begins the path or the file's name becomes folders, the first
/// ones: `2021-08-26-hello` → `2021/08/26/hello`.
std::string dated_path(std::string_view path) {
  path = without_extension(path);
  const std::string_view name = stem_of(path);
  for (const std::string_view dated : {path, name}) {
    const std::string_view rest = without_date(dated);
    if (rest.size() == dated.size()) continue;
    std::string out(dated.substr(0, 10));
    std::replace(out.begin(), out.end(), '-', '/');
    return out.append("/").append(path.substr(0, path.size() - dated.size())).append(rest);
  }
  return std::string(path);
}

std::string_view folder_of(std::string_view path) {
  path = without_extension(path);
  const std::size_t slash = path.rfind('/');
  return path.substr(0, slash == std::string_view::npos ? 0 : slash);
}

using Parts = PermalinkParts;

std::string day_part(const Parts& parts, std::size_t begin, std::size_t size) {
  return time::calendar_day(parts.published).substr(begin, size);
}

std::string categories_of(const Parts& parts) {
  const std::size_t posts = ("/" + std::string(parts.path)).find("/_posts/");
  const bool has_folder = posts != std::string::npos && posts > 0;
  std::string out(parts.path.substr(0, has_folder ? posts - 1 : 0));
  for (const std::string& category : parts.categories)
    out.append(out.empty() ? "" : "/").append(category);
  return text::fold(out);
}

/// A path is made a slug of folder by folder.
enum class Shape { word, path };

struct Placeholder {
  std::string_view name;
  Shape shape;
  std::string (*value)(const Parts& parts);
};
constexpr std::array<Placeholder, 13> placeholders{{
    {"slug", Shape::path, [](const Parts& p) { return std::string(p.slug); }},
    {"path", Shape::path, [](const Parts& p) { return std::string(without_extension(p.path)); }},
    {"title", Shape::word, [](const Parts& p) { return std::string(p.title); }},
    {"year", Shape::word, [](const Parts& p) { return day_part(p, 0, 4); }},
    {"month", Shape::word, [](const Parts& p) { return day_part(p, 5, 2); }},
    {"day", Shape::word, [](const Parts& p) { return day_part(p, 8, 2); }},
    {"lang", Shape::word, [](const Parts& p) { return std::string(p.lang); }},
    {"section", Shape::path,
     [](const Parts& p) {
       const std::size_t slash = p.path.find('/');
       return std::string(p.path.substr(0, slash == std::string_view::npos ? 0 : slash));
     }},
    {"folder", Shape::path, [](const Parts& p) { return std::string(folder_of(p.path)); }},
    {"name", Shape::word, [](const Parts& p) { return std::string(stem_of(p.path)); }},
    {"stem", Shape::word,
     [](const Parts& p) { return std::string(without_date(stem_of(p.path))); }},
    {"dated_path", Shape::path, [](const Parts& p) { return dated_path(p.path); }},
    {"categories", Shape::path, categories_of},
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

Result<void> check_choice(const Choice& choice, Span span) {
  for (const std::string_view name : choice.names) {
    if (find_placeholder(name) != nullptr) continue;
    std::vector<std::string_view> known;
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
