// SPDX-License-Identifier: GPL-2.0-or-later
#include "feed/formats.hpp"

#include <array>
#include <cstddef>
#include <utility>

#include "text/uri.hpp"

namespace blogsearch::feed {
namespace {

struct FormatRow {
  std::string_view file_name;
  std::unique_ptr<Writer> (*open)(const Channel&, Sink);
};

/// In the order of model::Format.
constexpr std::array<FormatRow, 3> formats{{
    {"atom.xml", open_atom},
    {"rss.xml", open_rss},
    {"feed.json", open_json},
}};

const FormatRow& row_of(model::Format format) { return formats[static_cast<std::size_t>(format)]; }

}  // namespace

std::unique_ptr<Writer> open(model::Format format, const Channel& channel, Sink sink) {
  return row_of(format).open(channel, std::move(sink));
}

std::string_view file_name(model::Format format) { return row_of(format).file_name; }

std::string_view email_of(const model::Person& person) {
  return text::is_mail_address(person.email) ? std::string_view(person.email) : std::string_view{};
}

std::string_view uri_of(const model::Person& person) {
  return text::parse_uri(person.uri).scheme ? std::string_view(person.uri) : std::string_view{};
}

}  // namespace blogsearch::feed
