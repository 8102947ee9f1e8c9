// SPDX-License-Identifier: GPL-2.0-or-later
//
// JSON Feed 1.1.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "feed/formats.hpp"
#include "syntax/json.hpp"
#include "text/utf8.hpp"
#include "time/write.hpp"

namespace blogsearch::feed {
namespace {

using syntax::Json;

/// The one way a string enters a feed: with the same characters as in the XML formats.
void set(Json::Object& object, std::string_view key, std::string_view value) {
  object.emplace_back(key, text::make_legal(value));
}

void set_if_any(Json::Object& object, std::string_view key, std::string_view value) {
  if (!value.empty()) set(object, key, value);
}

Json authors_of(const std::vector<model::Person>& people) {
  Json::Array authors;
  for (const model::Person& person : people) {
    Json::Object author;
    set(author, "name", person.name);
    set_if_any(author, "url", uri_of(person));
    authors.emplace_back(std::move(author));
  }
  return authors;
}

Json hubs_of(const Channel& channel) {
  Json::Array hubs;
  for (const std::string& url : channel.hubs) {
    Json::Object hub;
    set(hub, "type", "WebSub");
    set(hub, "url", url);
    hubs.emplace_back(std::move(hub));
  }
  return hubs;
}

Json attachments_of(const std::vector<model::Enclosure>& enclosures) {
  Json::Array attachments;
  for (const model::Enclosure& enclosure : enclosures) {
    Json::Object attachment;
    set(attachment, "url", enclosure.url);
    set(attachment, "mime_type", enclosure.type);
    set_if_any(attachment, "title", enclosure.title);
    if (enclosure.length > 0)
      attachment.emplace_back("size_in_bytes", static_cast<std::int64_t>(enclosure.length));
    if (enclosure.seconds > 0)
      attachment.emplace_back("duration_in_seconds", static_cast<std::int64_t>(enclosure.seconds));
    attachments.emplace_back(std::move(attachment));
  }
  return attachments;
}

Json::Object head_of(const Channel& channel) {
  Json::Object head;
  set(head, "version", "https://jsonfeed.org/version/1.1");
  set(head, "title", channel.title);
  set(head, "home_page_url", channel.home_url);
  set(head, "feed_url", channel.self_url);
  set_if_any(head, "next_url", channel.previous_url);
  set_if_any(head, "description", channel.subtitle);
  set(head, "language", channel.language);
  set_if_any(head, "icon", channel.logo.empty() ? channel.icon : channel.logo);
  set_if_any(head, "favicon", channel.icon);
  head.emplace_back("authors", authors_of({channel.author}));
  if (!channel.hubs.empty()) head.emplace_back("hubs", hubs_of(channel));
  return head;
}

/// An item must have a body: without HTML it is the summary, or at least the title.
void set_body(Json::Object& item, const model::Post& post, const EntryContent& content) {
  if (!content.html.empty())
    set(item, "content_html", content.html);
  else
    set(item, "content_text", content.summary.empty() ? post.title : content.summary);
  set_if_any(item, "summary", content.summary);
}

Json::Object item_of(const model::Post& post, const EntryContent& content) {
  Json::Object item;
  set(item, "id", post.id);
  set(item, "url", post.url);
  set_if_any(item, "external_url", post.external);
  set(item, "title", post.title);
  set_body(item, post, content);
  set_if_any(item, "image", post.image.src);
  set(item, "date_published", time::rfc3339(post.published));
  set(item, "date_modified", time::rfc3339(post.updated));
  item.emplace_back("authors", authors_of(post.authors));
  if (const auto terms = model::terms_of(post); !terms.empty()) {
    Json::Array tags;
    for (const std::string& term : terms) tags.emplace_back(text::make_legal(term));
    item.emplace_back("tags", std::move(tags));
  }
  if (!post.enclosures.empty()) item.emplace_back("attachments", attachments_of(post.enclosures));
  return item;
}

std::string written(Json::Object object) {
  return syntax::write_json(std::move(object), syntax::Layout::indented);
}

/// Each line of `text` four columns further right. JSON has no line ends inside strings.
std::string indented(std::string_view text) {
  std::string out = "    ";
  std::size_t begin = 0;
  for (std::size_t end = 0; (end = text.find('\n', begin)) != text.npos; begin = end + 1)
    out.append(text.substr(begin, end - begin)).append("\n    ");
  return out.append(text.substr(begin));
}

}  // namespace

Frame json_frame(const Channel& channel) {
  std::string head = written(head_of(channel));
  head.resize(head.size() - std::string_view("\n}").size());
  return {head.append(",\n  \"items\": [\n"), ",\n", "\n  ]\n}\n"};
}

std::string json_item(const model::Post& post, const EntryContent& content, const Home& home) {
  Json::Object item = item_of(post, content);
  if (post.lang != home.language) set(item, "language", post.lang);
  return indented(written(std::move(item)));
}

}  // namespace blogsearch::feed
