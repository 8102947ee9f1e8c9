// SPDX-License-Identifier: GPL-2.0-or-later
#include "model/written_permalink.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

#include "model/source_path.hpp"
#include "text/uri.hpp"
#include "text/words.hpp"
#include "time/names.hpp"

namespace blogsearch::model {
namespace {

/// What the words of a permalink are made of.
struct Facts {
  explicit Facts(const PermalinkParts& given)
      : parts(given),
        source(read_source_path(given.path)),
        wall(given.published.instant + given.published.offset),
        midnight(std::chrono::floor<std::chrono::days>(wall)),
        day(midnight),
        clock(wall - midnight) {}

  [[nodiscard]] std::string slug() const { return expand("{slug}", parts); }
  [[nodiscard]] long day_of_year() const {
    return (midnight - std::chrono::sys_days(day.year() / 1 / 1)).count() + 1;
  }

  const PermalinkParts& parts;
  SourcePath source;
  std::chrono::sys_seconds wall;  ///< the author's clock, as if it were UTC's
  std::chrono::sys_days midnight;
  std::chrono::year_month_day day;
  std::chrono::hh_mm_ss<std::chrono::seconds> clock;
};

std::string padded(long number, std::size_t width) {
  std::string digits = std::to_string(number);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

long month_of(const Facts& f) { return static_cast<unsigned>(f.day.month()); }
long day_of(const Facts& f) { return static_cast<unsigned>(f.day.day()); }
std::string month_name(const Facts& f) {
  return std::string(time::month_names()[static_cast<std::size_t>(month_of(f) - 1)]);
}

/// `2024/blog/hello` → `2024/blog`
std::string folders_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return path.substr(0, slash == std::string::npos ? 0 : slash);
}

/// Folder by folder.
std::string slug_path(std::string_view path) {
  std::string out;
  for (std::size_t begin = 0; begin < path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    out.append(out.empty() ? "" : "/").append(text::slug(path.substr(begin, end - begin)));
    begin = end + 1;
  }
  return out;
}

struct Word {
  std::string_view name;
  std::string (*value)(const Facts& facts);
};
/// Sources: the documentation of Jekyll's and of Hugo's permalinks.
constexpr std::array<Word, 25> words{{
    {"year", [](const Facts& f) { return padded(static_cast<int>(f.day.year()), 4); }},
    {"short_year", [](const Facts& f) { return padded(static_cast<int>(f.day.year()) % 100, 2); }},
    {"month", [](const Facts& f) { return padded(month_of(f), 2); }},
    {"i_month", [](const Facts& f) { return padded(month_of(f), 1); }},
    {"short_month", [](const Facts& f) { return month_name(f).substr(0, 3); }},
    {"long_month", month_name},
    {"monthname", [](const Facts& f) { return text::lower_ascii(month_name(f)); }},
    {"day", [](const Facts& f) { return padded(day_of(f), 2); }},
    {"i_day", [](const Facts& f) { return padded(day_of(f), 1); }},
    {"y_day", [](const Facts& f) { return padded(f.day_of_year(), 3); }},
    {"yearday", [](const Facts& f) { return padded(f.day_of_year(), 1); }},
    {"hour", [](const Facts& f) { return padded(f.clock.hours().count(), 2); }},
    {"minute", [](const Facts& f) { return padded(f.clock.minutes().count(), 2); }},
    {"second", [](const Facts& f) { return padded(f.clock.seconds().count(), 2); }},
    {"title", [](const Facts& f) { return f.slug(); }},
    {"slug", [](const Facts& f) { return text::slug(f.slug()); }},
    {"slugorcontentbasename", [](const Facts& f) { return f.slug(); }},
    {"path", [](const Facts& f) { return f.source.path; }},
    {"filename", [](const Facts& f) { return f.source.path.substr(f.source.path.rfind('/') + 1); }},
    {"contentbasename",
     [](const Facts& f) { return f.source.path.substr(f.source.path.rfind('/') + 1); }},
    {"section", [](const Facts& f) { return f.source.section; }},
    {"sections", [](const Facts& f) { return folders_of(f.source.path); }},
    {"categories", [](const Facts& f) { return std::string(f.parts.categories); }},
    {"slugified_categories", [](const Facts& f) { return slug_path(f.parts.categories); }},
    {"output_ext", [](const Facts&) { return std::string(".html"); }},
}};

bool is_word_character(char c) { return (c >= 'a' && c <= 'z') || c == '_'; }
bool is_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// The longest word of the table that `name` is, or is up to one of its underscores:
/// `:year_:month` is two words with a sign between them.
const Word* find_word(std::string_view name) {
  for (;;) {
    const auto* const word =
        std::find_if(words.begin(), words.end(), [name](const Word& w) { return w.name == name; });
    if (word != words.end()) return word;
    const std::size_t underscore = name.rfind('_');
    if (underscore == std::string_view::npos) return nullptr;
    name = name.substr(0, underscore);
  }
}

Diagnostic unused(std::string message, Span span) {
  return {Code::model_unused_permalink,
          std::move(message),
          "write the path itself, such as /2024/hello/",
          span,
          "",
          {}};
}

/// Fills in `:word`. A colon behind a letter or a digit is one: `/re:invent/`.
Result<std::string> fill_in_colons(std::string_view written, const PermalinkParts& parts) {
  const Facts facts(parts);
  std::string out;
  bool is_behind_word = false;
  for (std::size_t i = 0; i < written.size();) {
    const auto* const end =
        std::find_if_not(written.begin() + i + 1, written.end(), is_word_character);
    const auto size = static_cast<std::size_t>(end - (written.begin() + i + 1));
    const bool is_plain = i > 0 && is_alphanumeric(written[i - 1]) && !is_behind_word;
    is_behind_word = written[i] == ':' && size > 0 && !is_plain;
    if (!is_behind_word) {
      out += written[i++];
      continue;
    }
    const std::string_view name = written.substr(i + 1, size);
    const Word* word = find_word(name);
    if (word == nullptr)
      return unused("unknown placeholder \":" + std::string(name) + "\" in the permalink",
                    {i, i + 1 + size});
    out += word->value(facts);
    i += 1 + word->name.size();
  }
  return out;
}

Result<std::string> fill_in(std::string_view written, const PermalinkParts& parts) {
  const bool is_template =
      written.find("{{") != std::string_view::npos || written.find("{%") != std::string_view::npos;
  if (is_template)
    return unused("the permalink is a template that only its generator can fill in",
                  {0, written.size()});
  if (const auto checked = check_pattern(written); !checked)
    return unused(checked.error().message + " in the permalink", checked.error().span);
  const Result<std::string> filled = fill_in_colons(written, parts);
  if (!filled) return filled.error();
  return check_pattern(*filled) ? expand(*filled, parts) : *filled;
}

/// `hello.html`, but not `v1.2` or `1.0-release`.
bool names_file(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return false;
  const std::string_view extension = name.substr(dot + 1);
  return !extension.empty() && extension.size() <= 5 && is_word_character(extension[0]) &&
         std::all_of(extension.begin(), extension.end(), is_alphanumeric);
}

}  // namespace

bool is_permalink(std::string_view written) {
  const std::string word = text::lower_ascii(text::trim(written));
  return !word.empty() && word != "false" && word != "true";
}

Result<std::string> written_permalink(std::string_view site_url, std::string_view written,
                                      const PermalinkParts& parts) {
  if (text::is_web_url(written)) return text::resolve(site_url, written);
  const Result<std::string> filled = fill_in(written, parts);
  if (!filled) return filled.error();
  std::string path = *filled;
  if (path == "index.html" || path.ends_with("/index.html")) path.resize(path.size() - 10);
  const bool is_zolas = !path.empty() && path[0] != '/' && path.back() != '/';
  if (is_zolas && !names_file(path)) path += '/';
  return permalink(site_url, path);
}

}  // namespace blogsearch::model
