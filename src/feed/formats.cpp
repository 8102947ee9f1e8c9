// SPDX-License-Identifier: GPL-2.0-or-later
#include "feed/formats.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "text/uri.hpp"

namespace blogsearch::feed {
namespace {

struct FormatRow {
  Frame (*frame)(const Channel&);
  std::string (*entry)(const model::Post&, const EntryContent&, const Home&);
};

/// In the order of model::Format.
constexpr std::array<FormatRow, 3> formats{{
    {atom_frame, atom_entry},
    {rss_frame, rss_item},
    {json_frame, json_item},
}};

const FormatRow& row_of(model::Format format) { return formats[static_cast<std::size_t>(format)]; }

}  // namespace

Frame frame(model::Format format, const Channel& channel) { return row_of(format).frame(channel); }

std::string entry(model::Format format, const model::Post& post, const EntryContent& content,
                  const Home& home) {
  return row_of(format).entry(post, content, home);
}

std::string scheme_of_tags(const Home& home) { return std::string(home.url) + "tags/"; }

std::string scheme_of_categories(const Home& home) { return std::string(home.url) + "categories/"; }

std::vector<Relation> relations_of(const model::Post& post) {
  std::vector<Relation> relations;
  const auto add = [&relations](std::string_view name, const model::Link& link) {
    const bool is_new = std::none_of(
        relations.begin(), relations.end(),
        [&](const Relation& other) { return other.name == name && other.url == link.url; });
    if (is_new && !link.url.empty()) relations.push_back({name, link.url, link.title});
  };
  if (!post.external.empty()) relations.push_back({"related", post.external, {}});
  for (const model::Link& link : post.related) add("related", link);
  for (const model::Link& link : post.via) add("via", link);
  if (!post.license.empty()) relations.push_back({"license", post.license, {}});
  return relations;
}

std::string_view email_of(const model::Person& person) {
  return text::is_mail_address(person.email) ? std::string_view(person.email) : std::string_view{};
}

std::string_view uri_of(const model::Person& person) {
  return text::parse_uri(person.uri).scheme ? std::string_view(person.uri) : std::string_view{};
}

}  // namespace blogsearch::feed
