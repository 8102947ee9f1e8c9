// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/template.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "cli/arguments.hpp"
#include "cli/style.hpp"
#include "core/source_text.hpp"
#include "core/suggest.hpp"
#include "time/write.hpp"

namespace blogsearch::cli {
namespace {

using index::Hit;

struct Field {
  std::string_view name;
  std::string (*write)(const Hit& hit);
};

std::string snippet_of(const Hit& hit) {
  std::string out;
  for (const index::Fragment& fragment : hit.snippet) out += fragment.text;
  return out;
}

constexpr std::array<Field, 14> fields{{
    {"rank", [](const Hit& hit) { return std::to_string(hit.rank); }},
    {"score", [](const Hit& hit) { return fmt::format("{:.4f}", hit.score); }},
    {"url", [](const Hit& hit) { return hit.url; }},
    {"path", [](const Hit& hit) { return hit.path; }},
    {"title", [](const Hit& hit) { return hit.title; }},
    {"published", [](const Hit& hit) { return time::rfc3339_utc(hit.published); }},
    {"updated", [](const Hit& hit) { return time::rfc3339_utc(hit.updated); }},
    {"day", [](const Hit& hit) { return time::calendar_day(hit.published); }},
    {"year", [](const Hit& hit) { return time::calendar_day(hit.published).substr(0, 4); }},
    {"tags", [](const Hit& hit) { return fmt::format("{}", fmt::join(hit.tags, ", ")); }},
    {"lang", [](const Hit& hit) { return hit.lang; }},
    {"snippet", snippet_of},
    {"section", [](const Hit& hit) { return hit.section ? hit.section->title : ""; }},
    {"section_url", [](const Hit& hit) { return hit.section ? hit.section->url : hit.url; }},
}};

constexpr std::array<std::pair<std::string_view, char>, 5> escapes{
    {{"\\t", '\t'}, {"\\n", '\n'}, {"\\\\", '\\'}, {"{{", '{'}, {"}}", '}'}}};

Diagnostic refusal(std::string_view text, Span place, std::string message, std::string hint) {
  Diagnostic finding = usage_error(std::move(message), std::move(hint));
  finding.span = place;
  return SourceText("--template", std::string(text)).place(std::move(finding));
}

std::optional<char> find_escape(std::string_view two) {
  for (const auto& [typed, meant] : escapes)
    if (two == typed) return meant;
  return std::nullopt;
}

Diagnostic unknown_field(std::string_view text, Span name) {
  std::vector<std::string_view> names;
  names.reserve(fields.size());
  for (const Field& field : fields) names.push_back(field.name);
  const std::string_view typed = text.substr(name.begin, name.size());
  std::string hint = did_you_mean(typed, names);
  if (hint.empty()) hint = fmt::format("the fields are {}", fmt::join(names, ", "));
  const Span place = name.empty() ? Span{name.begin - 1, name.end + 1} : name;
  return refusal(text, place, fmt::format("a hit has no field \"{}\"", typed), std::move(hint));
}

Diagnostic no_escape(std::string_view text, std::size_t at) {
  const Span place{at, std::min(at + (text[at] == '\\' ? 2 : 1), text.size())};
  if (text[at] == '{')
    return refusal(text, place, "this brace is not closed",
                   "write a field, such as {title}, or {{ for the brace itself");
  if (text[at] == '}')
    return refusal(text, place, "this brace closes nothing", "write }} for the brace itself");
  return refusal(text, place, "a backslash begins \\t, \\n or \\\\ only",
                 "write \\\\ for the backslash itself");
}

}  // namespace

Result<Template> read_template(std::string_view text) {
  Template form(1);
  for (std::size_t at = 0; at < text.size();) {
    if (const auto meant = find_escape(text.substr(at, 2))) {
      form.back().text += *meant;
      at += 2;
      continue;
    }
    const bool is_special = text[at] == '{' || text[at] == '}' || text[at] == '\\';
    if (!is_special) {
      form.back().text += text[at++];
      continue;
    }
    const std::size_t close = text.find('}', at);
    if (text[at] != '{' || close == std::string_view::npos) return no_escape(text, at);
    const Span name{at + 1, close};
    const auto* const field = std::find_if(fields.begin(), fields.end(), [&](const Field& known) {
      return known.name == text.substr(name.begin, name.size());
    });
    if (field == fields.end()) return unknown_field(text, name);
    form.back().field = field->write;
    form.emplace_back();
    at = close + 1;
  }
  if (form.back().text.empty() || form.back().text.back() != '\n') form.back().text += '\n';
  return form;
}

std::string fill(const Template& form, const Hit& hit) {
  std::string out;
  for (const TemplatePiece& piece : form) {
    out += piece.text;
    if (piece.field != nullptr) out += printable(piece.field(hit));
  }
  return out;
}

}  // namespace blogsearch::cli
