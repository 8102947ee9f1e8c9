// SPDX-License-Identifier: GPL-2.0-or-later
#include "model/source_path.hpp"

#include <algorithm>
#include <vector>

#include "text/language_tag.hpp"

namespace blogsearch::model {
namespace {

constexpr std::size_t npos = std::string_view::npos;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view last_element(std::string_view path) { return path.substr(path.rfind('/') + 1); }

/// `2024/hello.md` → `2024/hello`
std::string_view without_extension(std::string_view path) {
  const std::size_t dot = last_element(path).rfind('.');
  return dot == npos || dot == 0 ? path
                                 : path.substr(0, path.size() - last_element(path).size() + dot);
}

/// The language behind the last dot of `path`, or empty.
std::string language_of(std::string_view path) {
  const std::string_view name = last_element(path);
  const std::size_t dot = name.rfind('.');
  if (dot == npos || dot == 0) return {};
  const auto tag = text::language_tag(name.substr(dot + 1));
  if (tag == "io" || tag == "ts") return {};  // socket.io and server.ts; not Ido or Tsonga
  const bool is_language = tag && text::is_language_code(tag->substr(0, tag->find('-')));
  return is_language ? *tag : std::string();
}

// --- days ---------------------------------------------------------------------------------------

/// Reads a number of the front of `text` and cuts it off; empty unless it has `least` to `most`
/// digits.
std::string_view take_number(std::string_view& text, std::size_t least, std::size_t most) {
  const auto* const end = std::find_if_not(text.begin(), text.end(), is_digit);
  const std::string_view digits = text.substr(0, static_cast<std::size_t>(end - text.begin()));
  if (digits.size() < least || digits.size() > most) return {};
  text.remove_prefix(digits.size());
  return digits;
}

bool take_dash(std::string_view& text) {
  if (!text.starts_with('-')) return false;
  text.remove_prefix(1);
  return true;
}

/// Whether `rest`, what stands behind a date in the last element, is a title.
bool is_title(std::string_view rest) {
  return rest.size() > 1 && std::string_view("-_ ").find(rest[0]) != npos;
}

struct Element {
  std::string_view text;
  std::size_t begin;
  bool is_last;
};

std::vector<Element> elements_of(std::string_view path) {
  std::vector<Element> elements;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    elements.push_back({path.substr(begin, end - begin), begin, end == path.size()});
    begin = end + 1;
  }
  return elements;
}

/// `2013-05-05`, in the last element perhaps with a title behind it.
std::optional<WrittenDay> dashed_day(const Element& element) {
  std::string_view rest = element.text;
  if (take_number(rest, 4, 4).empty() || !take_dash(rest)) return std::nullopt;
  if (take_number(rest, 1, 2).empty() || !take_dash(rest)) return std::nullopt;
  if (take_number(rest, 1, 2).empty()) return std::nullopt;
  if (!rest.empty() && !(element.is_last && is_title(rest))) return std::nullopt;
  const std::size_t size = element.text.size() - rest.size();
  return WrittenDay{std::string(element.text.substr(0, size)),
                    {element.begin, element.begin + size}};
}

/// `2013`, `05`, `05`, the last of them perhaps with a title behind it.
std::optional<WrittenDay> folded_day(const Element& year, const Element& month,
                                     const Element& day) {
  const auto is_number = [](std::string_view text, std::size_t least, std::size_t most) {
    return !take_number(text, least, most).empty() && text.empty();
  };
  if (!is_number(year.text, 4, 4) || !is_number(month.text, 1, 2)) return std::nullopt;
  std::string_view rest = day.text;
  const std::string_view digits = take_number(rest, 1, 2);
  if (digits.empty() || (!rest.empty() && !(day.is_last && is_title(rest)))) return std::nullopt;
  return WrittenDay{
      std::string(year.text).append("-").append(month.text).append("-").append(digits),
      {year.begin, day.begin + digits.size()}};
}

}  // namespace

SourcePath read_source_path(std::string_view path) {
  SourcePath read;
  std::string_view rest = without_extension(path);
  read.lang = language_of(rest);
  if (!read.lang.empty()) rest = without_extension(rest);
  if (rest == "index") rest = {};
  if (rest.ends_with("/index")) rest.remove_suffix(6);
  read.path = std::string(rest);
  read.section = std::string(path.substr(0, path.find('/') == npos ? 0 : path.find('/')));

  const auto day = find_day(rest);
  const std::string_view title = day ? rest.substr(day->span.end) : std::string_view();
  const bool has_title = is_title(title) && title.find('/') == npos;
  read.name = std::string(has_title ? title.substr(1) : last_element(rest));
  return read;
}

bool is_section_page(std::string_view path) {
  const std::string_view name = last_element(path);
  return name.starts_with("_index.");
}

bool is_in_drafts(std::string_view path) {
  return path.starts_with("_drafts/") || path.find("/_drafts/") != npos;
}

std::optional<WrittenDay> find_day(std::string_view path) {
  const std::vector<Element> elements = elements_of(path);
  for (std::size_t i = elements.size(); i-- > 0;) {
    if (auto day = dashed_day(elements[i])) return day;
    if (i < 2) continue;
    if (auto day = folded_day(elements[i - 2], elements[i - 1], elements[i])) return day;
  }
  return std::nullopt;
}

}  // namespace blogsearch::model
