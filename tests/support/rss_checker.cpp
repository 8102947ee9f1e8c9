// SPDX-License-Identifier: GPL-2.0-or-later
//
// RSS 2.0 and the RSS Advisory Board's Best Practices Profile.
#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>

#include "support/feed_checker.hpp"
#include "support/feed_rules.hpp"
#include "support/feed_xml.hpp"

namespace blogsearch::support {
namespace {

constexpr std::array<ChildRule, 20> channel_children{{{"title", 1, 1},
                                                      {"link", 1, 1},
                                                      {"description", 1, 1},
                                                      {"language"},
                                                      {"copyright"},
                                                      {"managingEditor"},
                                                      {"webMaster"},
                                                      {"pubDate"},
                                                      {"lastBuildDate"},
                                                      {"category", 0, any_number},
                                                      {"generator"},
                                                      {"docs"},
                                                      {"cloud"},
                                                      {"ttl"},
                                                      {"image"},
                                                      {"rating"},
                                                      {"textInput"},
                                                      {"skipHours"},
                                                      {"skipDays"},
                                                      {"item", 0, any_number}}};

/// The profile allows one enclosure.
constexpr std::array<ChildRule, 13> item_children{{{"title"},
                                                   {"link"},
                                                   {"description"},
                                                   {"author"},
                                                   {"category", 0, any_number},
                                                   {"comments"},
                                                   {"enclosure"},
                                                   {"guid", 1, 1},
                                                   {"pubDate"},
                                                   {"source"},
                                                   {"content:encoded"},
                                                   {"atom:updated"},
                                                   {"dc:language"}}};

/// Elements whose text is plain, not HTML.
constexpr std::array<const char*, 9> plain_elements{
    {"title", "link", "category", "author", "copyright", "generator", "comments", "guid", "docs"}};

class RssChecker {
 public:
  RssChecker(std::string_view bytes, Complaints& complaints)
      : bytes_(bytes), complaints_(complaints) {}

  void check_channel(pugi::xml_node channel) {
    expect_children(channel, "channel", "", channel_children, complaints_);
    for (const char* name : {"title", "link", "description"})
      if (const pugi::xml_node node = child(channel, name))
        complaints_.expect(!is_blank(text_of(node)), "channel", std::string(name) + " is empty");
    check_urls(channel, "channel", {"link", "docs"});
    check_dates(channel, "channel", {"pubDate", "lastBuildDate"});
    check_plain(channel, "channel");
    for (const char* name : {"managingEditor", "webMaster"})
      for (const pugi::xml_node person : children(channel, name))
        check_mailbox(text_of(person), "channel", name);
    if (const pugi::xml_node language = child(channel, "language"))
      complaints_.expect(is_language_tag(text_of(language)), "channel",
                         "language is no language tag");
    check_image(channel);
    expect_links(channel, "channel", complaints_);
    check_self_link(channel);
    check_items(channel);
  }

 private:
  void check_items(pugi::xml_node channel) {
    std::size_t number = 0;
    for (const pugi::xml_node node : channel) {
      if (node.type() != pugi::node_element) continue;
      if (name_of(node) == "item")
        check_item(node, "item " + std::to_string(++number));
      else
        complaints_.expect(number == 0, "channel", name_of(node) + " comes after an item");
    }
  }

  void check_item(pugi::xml_node item, const std::string& place) {
    expect_children(item, place, "", item_children, complaints_);
    complaints_.expect(child(item, "title") || child(item, "description"), place,
                       "has neither title nor description");
    check_urls(item, place, {"link", "comments"});
    check_dates(item, place, {"pubDate"});
    check_updated(item, place);
    check_plain(item, place);
    check_guid(item, place);
    check_author(item, place);
    check_enclosure(item, place);
    check_body(item, place);
    expect_media(item, place, complaints_);
    expect_links(item, place, complaints_);
    for (const pugi::xml_node category : children(item, "category"))
      if (const pugi::xml_attribute domain = category.attribute("domain"))
        complaints_.expect(is_web_iri(domain.value()), place,
                           "the domain of a category is no absolute URL");
    if (const pugi::xml_node language = child(item, "dc:language"))
      complaints_.expect(is_language_tag(text_of(language)), place,
                         "dc:language is no language tag");
  }

  /// "image": title and link are the channel's.
  void check_image(pugi::xml_node channel) {
    const pugi::xml_node image = child(channel, "image");
    if (!image) return;
    complaints_.expect(is_web_iri(text_of(child(image, "url"))), "channel",
                       "the url of its image is no absolute URL");
    for (const char* name : {"title", "link"})
      complaints_.expect(text_of(child(image, name)) == text_of(child(channel, name)), "channel",
                         std::string("its image has another ") + name);
    check_plain(image, "channel");
  }

  template <std::size_t N>
  void check_urls(pugi::xml_node parent, std::string_view place, const char* const (&names)[N]) {
    for (const char* name : names)
      for (const pugi::xml_node node : children(parent, name))
        complaints_.expect(is_web_iri(text_of(node)), place,
                           std::string(name) + " is no absolute URL");
  }

  template <std::size_t N>
  void check_dates(pugi::xml_node parent, std::string_view place, const char* const (&names)[N]) {
    for (const char* name : names)
      for (const pugi::xml_node node : children(parent, name))
        complaints_.expect(read_rfc822(text_of(node)).has_value(), place,
                           std::string(name) + " is no RFC 822 date with a year of four digits");
  }

  /// "Character Data": no markup, and '&' and '<' as hexadecimal references.
  void check_plain(pugi::xml_node parent, std::string_view place) {
    for (const pugi::xml_node node : parent) {
      const std::string name = name_of(node);
      const bool is_plain =
          std::find(plain_elements.begin(), plain_elements.end(), name) != plain_elements.end() ||
          (name == "description" && name_of(parent) == "channel") || name == "dc:creator";
      if (!is_plain) continue;
      complaints_.expect(!has_child_elements(node), place, name + " has elements in it");
      const std::string raw = raw_text_of(node);
      for (const char* wrong : {"&amp;", "&lt;", "<![CDATA["})
        complaints_.expect(raw.find(wrong) == raw.npos, place,
                           name + " has " + wrong + " in place of hexadecimal references");
    }
  }

  /// As it stands in the document.
  std::string raw_text_of(pugi::xml_node node) const {
    const std::string_view from_here = bytes_.substr(static_cast<std::size_t>(node.offset_debug()));
    const std::size_t begin = from_here.find('>');
    const std::string end = std::string("</") + node.name();
    return std::string(from_here.substr(0, from_here.find(end, begin)));
  }

  void check_guid(pugi::xml_node item, std::string_view place) {
    const pugi::xml_node guid = child(item, "guid");
    if (!guid) return;
    const std::string id = text_of(guid);
    const std::string permalink = guid.attribute("isPermaLink").as_string("true");
    complaints_.expect(!is_blank(id), place, "guid is empty");
    complaints_.expect(guids_.insert(id).second, place, "has the guid of another item");
    complaints_.expect(permalink == "true" || permalink == "false", place,
                       "isPermaLink is neither true nor false");
    complaints_.expect(permalink != "true" || is_web_iri(id), place,
                       "guid is a permalink but no absolute URL");
  }

  void check_updated(pugi::xml_node item, std::string_view place) {
    const pugi::xml_node updated = child(item, "atom:updated");
    if (!updated) return;
    const Instant when = read_rfc3339(text_of(updated));
    complaints_.expect(when.has_value(), place, "atom:updated is no RFC 3339 date");
    const Instant published = read_rfc822(text_of(child(item, "pubDate")));
    if (when && published)
      complaints_.expect(*when >= *published, place, "is updated before it is published");
  }

  void check_author(pugi::xml_node item, std::string_view place) {
    if (const pugi::xml_node author = child(item, "author")) {
      check_mailbox(text_of(author), place, "author");
      complaints_.expect(!child(item, "dc:creator"), place, "has both author and dc:creator");
    }
    for (const pugi::xml_node creator : children(item, "dc:creator"))
      complaints_.expect(!is_blank(text_of(creator)), place, "dc:creator is empty");
  }

  /// `address (name)` or the address alone.
  void check_mailbox(const std::string& mailbox, std::string_view place, const std::string& name) {
    complaints_.expect(is_email(mailbox.substr(0, mailbox.find(" ("))), place,
                       name + " is no e-mail address");
  }

  void check_enclosure(pugi::xml_node item, std::string_view place) {
    const pugi::xml_node enclosure = child(item, "enclosure");
    if (!enclosure) return;
    const std::string length = enclosure.attribute("length").value();
    complaints_.expect(is_web_iri(enclosure.attribute("url").value()), place,
                       "the enclosure's url is no absolute URL");
    complaints_.expect(is_media_type(enclosure.attribute("type").value()), place,
                       "the enclosure's type is no media type");
    complaints_.expect(!length.empty() && length.find_first_not_of("0123456789") == length.npos,
                       place, "the enclosure's length is no number of bytes");
  }

  void check_body(pugi::xml_node item, std::string_view place) {
    bool is_described = false;
    for (const pugi::xml_node node : item) {
      const std::string name = name_of(node);
      if (name == "description") is_described = true;
      if (name != "description" && name != "content:encoded") continue;
      complaints_.expect(!has_child_elements(node), place, name + " has elements in it");
      complaints_.expect(is_described, place, "content:encoded comes before a description");
    }
  }

  void check_self_link(pugi::xml_node channel) {
    std::size_t count = 0;
    for (const pugi::xml_node link : children(channel, "atom:link")) {
      if (link.attribute("rel").value() != std::string_view("self")) continue;
      ++count;
      complaints_.expect(link.attribute("type").as_string("application/rss+xml") ==
                             std::string_view("application/rss+xml"),
                         "channel", "the self link has another type than application/rss+xml");
    }
    complaints_.expect(count == 1, "channel", "has not one atom:link to itself");
  }

  std::string_view bytes_;
  Complaints& complaints_;
  std::set<std::string> guids_;
};

}  // namespace

std::vector<std::string> check_rss(std::string_view bytes) {
  Complaints complaints;
  pugi::xml_document document;
  if (!parse_xml(bytes, document, complaints)) return std::move(complaints).take();
  const pugi::xml_node root = document.document_element();
  const std::vector<pugi::xml_node> channels = children(root, "channel");
  if (name_of(root) != "rss")
    complaints.add("document", "is no RSS feed but '" + name_of(root) + "'");
  else if (root.attribute("version").value() != std::string_view("2.0"))
    complaints.add("document", "is not of version 2.0");
  else if (channels.size() != 1)
    complaints.add("document", "has not one channel");
  else
    RssChecker(bytes, complaints).check_channel(channels.front());
  return std::move(complaints).take();
}

}  // namespace blogsearch::support
