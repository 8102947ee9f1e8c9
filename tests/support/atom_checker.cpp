// SPDX-License-Identifier: GPL-2.0-or-later
//
// RFC 4287; the numbers are its sections.
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

// 4.1.1
constexpr std::array<ChildRule, 13> feed_children{{{"atom:id", 1, 1},
                                                   {"atom:title", 1, 1},
                                                   {"atom:updated", 1, 1},
                                                   {"atom:author", 0, any_number},
                                                   {"atom:category", 0, any_number},
                                                   {"atom:contributor", 0, any_number},
                                                   {"atom:generator"},
                                                   {"atom:icon"},
                                                   {"atom:logo"},
                                                   {"atom:link", 0, any_number},
                                                   {"atom:rights"},
                                                   {"atom:subtitle"},
                                                   {"atom:entry", 0, any_number}}};
// 4.1.2
constexpr std::array<ChildRule, 12> entry_children{{{"atom:id", 1, 1},
                                                    {"atom:title", 1, 1},
                                                    {"atom:updated", 1, 1},
                                                    {"atom:author", 0, any_number},
                                                    {"atom:category", 0, any_number},
                                                    {"atom:contributor", 0, any_number},
                                                    {"atom:content"},
                                                    {"atom:link", 0, any_number},
                                                    {"atom:published"},
                                                    {"atom:rights"},
                                                    {"atom:source"},
                                                    {"atom:summary"}}};
// 3.2
constexpr std::array<ChildRule, 3> person_children{
    {{"atom:name", 1, 1}, {"atom:uri"}, {"atom:email"}}};

class AtomChecker {
 public:
  explicit AtomChecker(Complaints& complaints) : complaints_(complaints) {}

  void check_feed(pugi::xml_node feed) {
    expect_children(feed, "feed", "atom", feed_children, complaints_);
    expect_common_attributes(feed, complaints_);
    check_shared(feed, "feed");
    const Instant updated = check_date(feed, "feed", "atom:updated");
    check_links(feed, "feed");
    check_self_link(feed);
    std::size_t number = 0;
    for (const pugi::xml_node entry : children(feed, "atom:entry")) {
      const std::string place = "entry " + std::to_string(++number);
      check_entry(entry, place, updated);
      const bool has_author = child(entry, "atom:author") || child(feed, "atom:author") ||
                              child(child(entry, "atom:source"), "atom:author");
      complaints_.expect(has_author, place, "has no author, nor has the feed");
    }
    complaints_.expect(number > 0 || child(feed, "atom:author"), "feed", "has no author");
  }

 private:
  void check_entry(pugi::xml_node entry, const std::string& place, Instant feed_updated) {
    expect_children(entry, place, "atom", entry_children, complaints_);
    check_shared(entry, place);
    complaints_.expect(ids_.insert(text_of(child(entry, "atom:id"))).second, place,
                       "has the id of another entry");
    const Instant updated = check_date(entry, place, "atom:updated");
    const Instant published = check_date(entry, place, "atom:published");
    if (updated && published)
      complaints_.expect(*updated >= *published, place, "is updated before it is published");
    if (updated && feed_updated)
      complaints_.expect(*updated <= *feed_updated, place, "is updated after the feed");
    check_links(entry, place);
    check_content(entry, place);
  }

  /// What feeds and entries have in common.
  void check_shared(pugi::xml_node parent, std::string_view place) {
    if (const pugi::xml_node id = child(parent, "atom:id"))
      complaints_.expect(is_absolute_iri(text_of(id)), place, "its id is no absolute IRI");
    for (const char* name : {"atom:title", "atom:subtitle", "atom:summary", "atom:rights"})
      for (const pugi::xml_node text : children(parent, name)) check_text(text, place);
    for (const char* name : {"atom:author", "atom:contributor"})
      for (const pugi::xml_node person : children(parent, name)) check_person(person, place);
    for (const pugi::xml_node category : children(parent, "atom:category"))
      check_category(category, place);
    expect_media(parent, place, complaints_);
    expect_links(parent, place, complaints_);
    for (const char* name : {"atom:icon", "atom:logo"})
      for (const pugi::xml_node image : children(parent, name))
        complaints_.expect(is_absolute_iri(text_of(image)), place,
                           std::string(name) + " is not absolute");
    if (const pugi::xml_node title = child(parent, "atom:title"))
      complaints_.expect(!is_blank(text_of(title)) || has_child_elements(title), place,
                         "its title is empty");
  }

  // 4.2.2
  void check_category(pugi::xml_node category, std::string_view place) {
    const pugi::xml_attribute scheme = category.attribute("scheme");
    const pugi::xml_attribute label = category.attribute("label");
    complaints_.expect(!is_blank(category.attribute("term").value()), place,
                       "a category has no term");
    complaints_.expect(!scheme || is_absolute_iri(scheme.value()), place,
                       "the scheme of a category is not absolute");
    complaints_.expect(!label || !is_blank(label.value()), place,
                       "the label of a category is empty");
  }

  // 3.1
  void check_text(pugi::xml_node text, std::string_view place) {
    const std::string name = name_of(text);
    const std::string type = text.attribute("type").as_string("text");
    complaints_.expect(type == "text" || type == "html" || type == "xhtml", place,
                       name + " has the type '" + type + "'");
    complaints_.expect(type == "xhtml" || !has_child_elements(text), place,
                       name + " has elements in it");
  }

  // 3.2
  void check_person(pugi::xml_node person, std::string_view place) {
    const std::string who = std::string(place) + ", " + name_of(person);
    expect_children(person, who, "atom", person_children, complaints_);
    const pugi::xml_node name = child(person, "atom:name");
    const pugi::xml_node uri = child(person, "atom:uri");
    const pugi::xml_node email = child(person, "atom:email");
    complaints_.expect(!name || !is_blank(text_of(name)), who, "its name is empty");
    complaints_.expect(!uri || is_absolute_iri(text_of(uri)), who, "its uri is not absolute");
    complaints_.expect(!email || is_email(text_of(email)), who, "its email is no address");
  }

  // 3.3
  Instant check_date(pugi::xml_node parent, std::string_view place, const std::string& name) {
    const pugi::xml_node date = child(parent, name);
    if (!date) return std::nullopt;
    const Instant instant = read_rfc3339(text_of(date));
    complaints_.expect(instant.has_value(), place, name + " is no RFC 3339 date");
    return instant;
  }

  // 4.2.7
  void check_links(pugi::xml_node parent, std::string_view place) {
    std::set<std::pair<std::string, std::string>> alternates;
    for (const pugi::xml_node link : children(parent, "atom:link")) {
      const std::string rel = link.attribute("rel").as_string("alternate");
      const std::string type = link.attribute("type").value();
      const std::string hreflang = link.attribute("hreflang").value();
      complaints_.expect(!rel.empty(), place, "the rel of a link is empty");
      complaints_.expect(!link.attribute("type") || is_media_type(type), place,
                         "the type of a link is no media type");
      complaints_.expect(!link.attribute("hreflang") || is_language_tag(hreflang), place,
                         "the hreflang of a link is no language tag");
      complaints_.expect(rel != "alternate" || alternates.emplace(type, hreflang).second, place,
                         "has two alternate links of one type and language");
    }
  }

  void check_self_link(pugi::xml_node feed) {
    const std::vector<pugi::xml_node> links = children(feed, "atom:link");
    const auto count = std::count_if(links.begin(), links.end(), [](const pugi::xml_node& link) {
      return std::string_view(link.attribute("rel").value()) == "self";
    });
    complaints_.expect(count == 1, "feed", "has not one self link");
  }

  // 4.1.2, 4.1.3
  void check_content(pugi::xml_node entry, std::string_view place) {
    const pugi::xml_node content = child(entry, "atom:content");
    if (!content) {
      const std::vector<pugi::xml_node> links = children(entry, "atom:link");
      const bool has_alternate =
          std::any_of(links.begin(), links.end(), [](const pugi::xml_node& link) {
            return link.attribute("rel").as_string("alternate") == std::string_view("alternate");
          });
      complaints_.expect(has_alternate, place, "has neither content nor an alternate link");
      return;
    }
    const std::string type = content.attribute("type").as_string("text");
    const bool is_text = type == "text" || type == "html";
    complaints_.expect(is_text || type == "xhtml" || is_media_type(type), place,
                       "its content has the type '" + type + "'");
    complaints_.expect(!is_text || !has_child_elements(content), place,
                       "its content has elements in it");
    const pugi::xml_attribute src = content.attribute("src");
    if (!src) return;
    complaints_.expect(is_absolute_iri(src.value()), place,
                       "the src of its content is not absolute");
    complaints_.expect(!content.first_child(), place, "its content is both inside and elsewhere");
    complaints_.expect(child(entry, "atom:summary"), place,
                       "its content is elsewhere and it has no summary");
  }

  Complaints& complaints_;
  std::set<std::string> ids_;
};

}  // namespace

std::vector<std::string> check_atom(std::string_view bytes) {
  Complaints complaints;
  pugi::xml_document document;
  if (!parse_xml(bytes, document, complaints)) return std::move(complaints).take();
  const pugi::xml_node root = document.document_element();
  if (name_of(root) == "atom:feed")
    AtomChecker(complaints).check_feed(root);
  else
    complaints.add("document", "is no Atom feed but '" + name_of(root) + "'");
  return std::move(complaints).take();
}

}  // namespace blogsearch::support
