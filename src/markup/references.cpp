// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/references.hpp"

#include <algorithm>
#include <array>

#include "text/uri.hpp"
#include "text/words.hpp"

namespace blogsearch::markup {
namespace {

constexpr std::string_view blanks = " \t\n\r\f";

template <std::size_t Size>
bool is_among(const std::array<std::string_view, Size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// What browsers ignore in a URL: C0 controls and spaces at both ends, tabs and line ends within.
std::string as_browsers_read(std::string_view reference) {
  const auto is_edge = [](char c) { return static_cast<unsigned char>(c) <= 0x20; };
  while (!reference.empty() && is_edge(reference.front())) reference.remove_prefix(1);
  while (!reference.empty() && is_edge(reference.back())) reference.remove_suffix(1);
  std::string out;
  std::copy_if(reference.begin(), reference.end(), std::back_inserter(out),
               [](char c) { return c != '\t' && c != '\n' && c != '\r'; });
  return out;
}

std::string scheme_of(const std::string& url) {
  return text::lower_ascii(text::parse_uri(url).scheme.value_or(""));
}

bool is_raster_image(const std::string& url) {
  const std::string start = text::lower_ascii(std::string_view(url).substr(0, 16));
  constexpr std::array<std::string_view, 6> kinds{"data:image/png",  "data:image/gif",
                                                  "data:image/jpeg", "data:image/jpg",
                                                  "data:image/webp", "data:image/avif"};
  return std::any_of(kinds.begin(), kinds.end(), [&start](std::string_view kind) {
    return start.compare(0, kind.size(), kind) == 0;
  });
}

/// One `url [descriptor]` at the start of `list`, which it is removed from.
struct Candidate {
  std::string_view url, descriptor;
};
Candidate take_candidate(std::string_view& list) {
  Candidate candidate;
  const std::size_t end = std::min(list.find_first_of(blanks), list.size());
  candidate.url = list.substr(0, end);
  list.remove_prefix(end);
  if (!candidate.url.empty() && candidate.url.back() == ',') {
    while (!candidate.url.empty() && candidate.url.back() == ',') candidate.url.remove_suffix(1);
    return candidate;
  }
  std::size_t comma = 0;
  for (int depth = 0; comma < list.size() && (depth > 0 || list[comma] != ','); ++comma)
    depth += list[comma] == '(' ? 1 : list[comma] == ')' ? -1 : 0;
  candidate.descriptor = text::trim(list.substr(0, comma));
  list.remove_prefix(comma);
  return candidate;
}

}  // namespace

std::optional<std::string> link(std::string_view reference, const Base& base) {
  constexpr std::array<std::string_view, 20> schemes{
      "http", "https", "mailto", "tel",  "sms", "xmpp", "irc", "ircs",   "magnet", "geo",
      "news", "nntp",  "sip",    "sips", "ftp", "sftp", "ssh", "gemini", "gopher", "matrix"};
  std::string url = text::resolve(base.url, as_browsers_read(reference));
  if (!is_among(schemes, scheme_of(url))) return std::nullopt;
  const bool is_here = url.size() > base.url.size() && url[base.url.size()] == '#' &&
                       url.compare(0, base.url.size(), base.url) == 0;
  if (is_here && base.fragments == Fragments::keep) return url.substr(base.url.size());
  return url;
}

std::optional<std::string> source(std::string_view reference, const Base& base) {
  const std::string read = as_browsers_read(reference);
  if (read.empty()) return std::nullopt;
  if (is_raster_image(read)) return read;
  std::string url = text::resolve(base.url, read);
  if (!text::is_web_url(url)) return std::nullopt;
  return url;
}

std::optional<std::string> sources(std::string_view list, const Base& base) {
  std::string out;
  while (true) {
    const std::size_t begin = list.find_first_not_of(" \t\n\r\f,");
    if (begin == std::string_view::npos) break;
    list.remove_prefix(begin);
    const Candidate candidate = take_candidate(list);
    const auto url = source(candidate.url, base);
    if (!url) continue;
    if (!out.empty()) out += ", ";
    out += *url;
    if (!candidate.descriptor.empty()) out.append(" ").append(candidate.descriptor);
  }
  if (out.empty()) return std::nullopt;
  return out;
}

}  // namespace blogsearch::markup
