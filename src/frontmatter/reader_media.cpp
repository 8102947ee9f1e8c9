// SPDX-License-Identifier: GPL-2.0-or-later
//
// What comes with a post and what it points to: picture, enclosures, links, rights.
#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "frontmatter/members.hpp"
#include "frontmatter/reader.hpp"
#include "frontmatter/words.hpp"
#include "text/uri.hpp"
#include "text/words.hpp"

namespace blogsearch::frontmatter {
namespace {

using syntax::Member;
using syntax::Node;

std::string text_of(const Node* node) {
  return node == nullptr ? std::string() : plain(node->scalar);
}

/// Not larger than any reader of JSON can hold.
std::optional<std::uint64_t> whole_number(std::string_view text) {
  constexpr std::uint64_t largest = std::uint64_t{1} << 53U;
  std::uint64_t value = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  const bool is_whole = !text.empty() && stop == end && error == std::errc{};
  return is_whole && value <= largest ? std::optional(value) : std::nullopt;
}

/// `3600`, `45:10`, `1:08:22`; fractions of a second are cut off.
std::optional<std::uint64_t> seconds_in(std::string_view text) {
  constexpr std::uint64_t longest = 1'000'000'000;
  text = text.substr(0, text.find('.'));
  std::uint64_t seconds = 0;
  for (std::size_t parts = 0; parts < 3; ++parts) {
    const std::size_t colon = std::min(text.find(':'), text.size());
    const auto part = whole_number(text.substr(0, colon));
    if (!part || *part > longest || (parts > 0 && *part > 59)) return std::nullopt;
    seconds = seconds * 60 + *part;
    if (colon == text.size()) return seconds;
    text.remove_prefix(colon + 1);
  }
  return std::nullopt;
}

bool is_media_type(std::string_view text) {
  const std::size_t slash = text.find('/');
  const std::string_view rest = text.substr(std::min(slash + 1, text.size()));
  return slash != 0 && slash != text.npos && !rest.empty() &&
         text.find_first_of(" \t\"<>,") == text.npos && rest.find('/') == rest.npos;
}

/// Octopod's `audio: {mp3: a.mp3, ogg: a.ogg}`.
bool is_format(std::string_view key) {
  constexpr std::array<std::string_view, 10> formats{"mp3",  "m4a", "ogg", "oga",  "opus",
                                                     "flac", "wav", "mp4", "webm", "pdf"};
  return std::find(formats.begin(), formats.end(), text::lower_ascii(key)) != formats.end();
}

bool is_reference(std::string_view text) {
  return text::is_web_url(text) || text.substr(0, 1) == "/" || text.substr(0, 2) == "./" ||
         text.substr(0, 3) == "../";
}

}  // namespace

model::Image Reader::image() {
  const Member* member = keys_.find(mapping_, Field::image);
  if (member == nullptr) return {};
  const Node* node = &member->value;
  if (node->is_sequence()) {
    if (node->items.empty()) return {};
    node = &node->items.front();
  }
  if (node->is_scalar()) return {plain(node->scalar), {}};
  const Node* source = text_in(*node, {"src", "url", "image", "path", "file"});
  const Node* alt = text_in(*node, {"alt", "caption"});
  if (source == nullptr) return {};
  return {plain(source->scalar), alt == nullptr ? std::string() : plain(alt->scalar)};
}

std::vector<Enclosure> Reader::enclosures() {
  std::vector<Enclosure> out;
  for (const Member* member : keys_.find_all(mapping_, Field::enclosures)) {
    if (member->value.is_sequence())
      for (const Node& item : member->value.items) add_enclosure(out, item);
    else
      add_enclosure(out, member->value);
    if (!out.empty()) break;
  }
  if (out.empty()) return out;
  const Member* length = keys_.find(mapping_, Field::enclosure_length);
  const Member* duration = keys_.find(mapping_, Field::enclosure_duration);
  if (length != nullptr && !out[0].length) set_length(out[0], length->value);
  if (duration != nullptr && out[0].seconds == 0) set_duration(out[0], duration->value);
  return out;
}

void Reader::add_enclosure(std::vector<Enclosure>& out, const Node& node) {
  if (node.is_scalar()) return add_file(out, node);
  if (!node.is_mapping()) return;
  const Node* url = text_in(node, {"url", "src", "href", "file", "path", "link"});
  if (url == nullptr) return add_enclosures_by_format(out, node);
  const std::size_t before = out.size();
  add_file(out, *url);
  if (out.size() == before) return;
  Enclosure& enclosure = out.back();
  enclosure.title = text_of(text_in(node, {"title", "name"}));
  if (const Node* type = text_in(node, {"type", "mimeType", "mime"})) set_type(enclosure, *type);
  if (const Node* length = text_in(node, {"length", "size", "sizeInBytes", "bytes"}))
    set_length(enclosure, *length);
  if (const Node* duration = text_in(node, {"duration", "durationInSeconds", "seconds"}))
    set_duration(enclosure, *duration);
}

void Reader::add_enclosures_by_format(std::vector<Enclosure>& out, const Node& mapping) {
  const std::size_t before = out.size();
  for (const Member& member : mapping.members)
    if (is_format(member.key) && member.value.is_scalar()) add_file(out, member.value);
  if (out.size() == before && !mapping.members.empty())
    report(Code::frontmatter_bad_enclosure, mapping.span, "an enclosure without a URL is left out",
           "write `url: …`, a URL or a file's path");
}

void Reader::add_file(std::vector<Enclosure>& out, const Node& url) {
  const std::string written = plain(url.scalar);
  const auto is_it = [&written](const Enclosure& other) { return other.url == written; };
  if (written.empty() || std::any_of(out.begin(), out.end(), is_it)) return;
  Enclosure enclosure;
  enclosure.url = written;
  enclosure.url_span = url.span;
  out.push_back(std::move(enclosure));
}

void Reader::set_type(Enclosure& enclosure, const Node& node) {
  const std::string type = text::lower_ascii(plain(node.scalar));
  if (type.empty()) return;
  if (!is_media_type(type))
    return report(Code::frontmatter_bad_enclosure, node.span,
                  "\"" + type + "\" is no media type and is not used",
                  "write one such as audio/mpeg, or leave it out");
  enclosure.type = type;
  enclosure.type_span = node.span;
}

void Reader::set_length(Enclosure& enclosure, const Node& node) {
  const std::string length = node.is_scalar() ? plain(node.scalar) : "…";
  if (length.empty()) return;
  enclosure.length = whole_number(length);
  enclosure.length_span = node.span;
  if (!enclosure.length)
    report(Code::frontmatter_bad_enclosure, node.span,
           "\"" + length + "\" is no number of bytes and is not used",
           "write one such as 13654375, or leave it out for a file of this site");
}

void Reader::set_duration(Enclosure& enclosure, const Node& node) {
  const std::string duration = node.is_scalar() ? plain(node.scalar) : "…";
  if (duration.empty()) return;
  if (const auto seconds = seconds_in(duration))
    enclosure.seconds = *seconds;
  else
    report(Code::frontmatter_bad_enclosure, node.span,
           "\"" + duration + "\" is no duration and is not used",
           "write seconds, or hours, minutes and seconds such as 1:08:22");
}

std::vector<model::Link> Reader::links(Field field) {
  std::vector<model::Link> out;
  for (const Member* member : keys_.find_all(mapping_, field)) {
    if (!member->value.is_sequence()) add_link(out, member->value);
    for (const Node& item : member->value.items) add_link(out, item);
  }
  return out;
}

void Reader::add_link(std::vector<model::Link>& out, const Node& node) const {
  const Node* url = node.is_scalar() ? &node : text_in(node, {"url", "href", "link", "uri"});
  if (url == nullptr || !is_reference(plain(url->scalar))) return;
  model::Link link{plain(url->scalar), text_of(text_in(node, {"title", "name", "text", "label"}))};
  if (std::none_of(out.begin(), out.end(),
                   [&](const auto& other) { return other.url == link.url; }))
    out.push_back(std::move(link));
}

std::string Reader::external() {
  for (const Member* member : keys_.find_all(mapping_, Field::external)) {
    const Node& value = member->value;
    std::string url = text_of(value.is_scalar() ? &value : text_in(value, {"url", "href"}));
    if (text::is_web_url(url)) return url;
  }
  return {};
}

void Reader::read_rights(std::string& rights, std::string& license) {
  const auto value_of = [this](Field field, std::initializer_list<std::string_view> names) {
    const Member* member = keys_.find(mapping_, field);
    if (member == nullptr) return std::string();
    return text_of(member->value.is_scalar() ? &member->value : text_in(member->value, names));
  };
  rights = value_of(Field::rights, {"statement", "text", "holder"});
  const std::string written =
      value_of(Field::license, {"url", "link", "href", "text", "name", "type"});
  if (is_reference(written))
    license = written;
  else if (!written.empty())
    rights += (rights.empty() ? "" : ", ") + written;
}

}  // namespace blogsearch::frontmatter
