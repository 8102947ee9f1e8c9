// SPDX-License-Identifier: GPL-2.0-or-later
//
// JSON Feed 1.1.
#include <algorithm>
#include <array>
#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <utility>

#include "support/feed_checker.hpp"
#include "support/feed_rules.hpp"
#include "syntax/json.hpp"
#include "text/utf8.hpp"

namespace blogsearch::support {
namespace {

using syntax::Json;

enum class Kind { text, url, web_url, date, language, list, flag, number };

/// An optional member must be right as well when it is there.
struct Member {
  std::string_view key;
  Kind kind = Kind::text;
  bool required = false;
};

constexpr std::array<Member, 14> feed_members{{{"version", Kind::text, true},
                                               {"title", Kind::text, true},
                                               {"items", Kind::list, true},
                                               {"home_page_url", Kind::web_url},
                                               {"feed_url", Kind::web_url},
                                               {"next_url", Kind::web_url},
                                               {"icon", Kind::web_url},
                                               {"favicon", Kind::web_url},
                                               {"description"},
                                               {"user_comment"},
                                               {"language", Kind::language},
                                               {"authors", Kind::list},
                                               {"hubs", Kind::list},
                                               {"expired", Kind::flag}}};

constexpr std::array<Member, 15> item_members{{{"id", Kind::text, true},
                                               {"url", Kind::web_url},
                                               {"external_url", Kind::web_url},
                                               {"image", Kind::web_url},
                                               {"banner_image", Kind::web_url},
                                               {"title"},
                                               {"content_html"},
                                               {"content_text"},
                                               {"summary"},
                                               {"date_published", Kind::date},
                                               {"date_modified", Kind::date},
                                               {"language", Kind::language},
                                               {"authors", Kind::list},
                                               {"tags", Kind::list},
                                               {"attachments", Kind::list}}};

constexpr std::array<Member, 3> author_members{
    {{"name"}, {"url", Kind::url}, {"avatar", Kind::web_url}}};

constexpr std::array<Member, 2> hub_members{
    {{"type", Kind::text, true}, {"url", Kind::web_url, true}}};

constexpr std::array<Member, 5> attachment_members{{{"url", Kind::web_url, true},
                                                    {"mime_type", Kind::text, true},
                                                    {"title"},
                                                    {"size_in_bytes", Kind::number},
                                                    {"duration_in_seconds", Kind::number}}};

const std::string* text_of(const Json* json) {
  return json == nullptr ? nullptr : std::get_if<std::string>(&json->value());
}

const Json::Array& list_of(const Json& object, std::string_view key) {
  static const Json::Array none;
  const Json* member = object.find(key);
  const auto* list = member == nullptr ? nullptr : std::get_if<Json::Array>(&member->value());
  return list == nullptr ? none : *list;
}

/// What is wrong with a value of that kind; empty when nothing is.
std::string_view fault_of(const Json& json, Kind kind) {
  if (kind == Kind::list) return std::get_if<Json::Array>(&json.value()) ? "" : "is no list";
  if (kind == Kind::flag)
    return std::get_if<bool>(&json.value()) ? "" : "is neither true nor false";
  if (kind == Kind::number) {
    const bool is_number =
        std::get_if<std::int64_t>(&json.value()) || std::get_if<double>(&json.value());
    return is_number ? "" : "is no number";
  }
  const std::string* text = text_of(&json);
  if (text == nullptr) return "is no string";
  if (is_blank(*text)) return "is empty";
  if (text::find_flaw(*text)) return "has a character that XML forbids";
  if (kind == Kind::url) return is_absolute_iri(*text) ? "" : "is no absolute URL";
  if (kind == Kind::web_url) return is_web_iri(*text) ? "" : "is no absolute URL";
  if (kind == Kind::date) return read_rfc3339(*text) ? "" : "is no RFC 3339 date";
  if (kind == Kind::language) return is_language_tag(*text) ? "" : "is no language tag";
  return "";
}

class JsonFeedChecker {
 public:
  explicit JsonFeedChecker(Complaints& complaints) : complaints_(complaints) {}

  void check_feed(const Json& feed) {
    if (!check_members(feed, "feed", feed_members)) return;
    const std::string* version = text_of(feed.find("version"));
    complaints_.expect(version != nullptr && *version == "https://jsonfeed.org/version/1.1", "feed",
                       "version is not https://jsonfeed.org/version/1.1");
    check_authors(feed, "feed");
    for (const Json& hub : list_of(feed, "hubs")) check_members(hub, "feed, hub", hub_members);
    std::size_t number = 0;
    for (const Json& item : list_of(feed, "items"))
      check_item(item, "item " + std::to_string(++number));
  }

 private:
  /// False when `json` is no object. Keys that begin with '_' are extensions.
  bool check_members(const Json& json, const std::string& place, std::span<const Member> members) {
    const auto* object = std::get_if<Json::Object>(&json.value());
    complaints_.expect(object != nullptr, place, "is no object");
    if (object == nullptr) return false;
    for (const Member& member : members)
      complaints_.expect(!member.required || json.find(member.key), place,
                         "has no " + std::string(member.key));
    for (const auto& [key, value] : *object) {
      const std::string& name = key;
      const auto known = std::find_if(members.begin(), members.end(),
                                      [&name](const Member& member) { return member.key == name; });
      const bool is_known = known != members.end();
      complaints_.expect(is_known || name.front() == '_', place, "must not have a " + name);
      const std::string_view fault = is_known ? fault_of(value, known->kind) : "";
      complaints_.expect(fault.empty(), place, name + " " + std::string(fault));
    }
    return true;
  }

  void check_authors(const Json& parent, const std::string& place) {
    for (const Json& author : list_of(parent, "authors")) {
      if (!check_members(author, place + ", author", author_members)) continue;
      complaints_.expect(!std::get<Json::Object>(author.value()).empty(), place + ", author",
                         "has no member");
    }
  }

  void check_item(const Json& item, const std::string& place) {
    if (!check_members(item, place, item_members)) return;
    if (const std::string* id = text_of(item.find("id")))
      complaints_.expect(ids_.insert(*id).second, place, "has the id of another item");
    complaints_.expect(item.find("content_html") || item.find("content_text"), place,
                       "has neither content_html nor content_text");
    check_authors(item, place);
    check_order(item, place);
    for (const Json& tag : list_of(item, "tags")) {
      const std::string_view fault = fault_of(tag, Kind::text);
      complaints_.expect(fault.empty(), place, "a tag " + std::string(fault));
    }
    for (const Json& attachment : list_of(item, "attachments"))
      check_members(attachment, place + ", attachment", attachment_members);
  }

  void check_order(const Json& item, const std::string& place) {
    const std::string* published = text_of(item.find("date_published"));
    const std::string* modified = text_of(item.find("date_modified"));
    if (published == nullptr || modified == nullptr) return;
    const Instant from = read_rfc3339(*published);
    const Instant to = read_rfc3339(*modified);
    if (from && to) complaints_.expect(*to >= *from, place, "is modified before it is published");
  }

  Complaints& complaints_;
  std::set<std::string> ids_;
};

}  // namespace

std::vector<std::string> check_json(std::string_view bytes) {
  Complaints complaints;
  if (const auto json = syntax::read_json(bytes))
    JsonFeedChecker(complaints).check_feed(*json);
  else
    complaints.add("document", "is no JSON");
  complaints.expect(!text::find_flaw(bytes), "document", "has a character that XML forbids");
  return std::move(complaints).take();
}

}  // namespace blogsearch::support
