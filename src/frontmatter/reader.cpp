// SPDX-License-Identifier: GPL-2.0-or-later
#include "frontmatter/reader.hpp"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "core/suggest.hpp"
#include "frontmatter/members.hpp"
#include "frontmatter/words.hpp"
#include "syntax/mapping.hpp"
#include "text/language_tag.hpp"
#include "text/uri.hpp"
#include "text/words.hpp"

namespace blogsearch::frontmatter {
namespace {

using syntax::Member;
using syntax::Node;

constexpr const char* as_text = "put the value in quotes if it is a text";

bool is_written_as(const Member& member, std::initializer_list<std::string_view> keys) {
  return std::any_of(keys.begin(), keys.end(),
                     [&](std::string_view key) { return is_same_key(member.key, key); });
}

}  // namespace

std::string Reader::word(Field field) {
  const Member* member = keys_.find(mapping_, field);
  if (member == nullptr) return {};
  if (member->value.is_scalar()) return plain(member->value.scalar);
  wrong_type(*member, member->value, "a text", as_text);
  return {};
}

std::optional<time::Timestamp> Reader::date(Field field) {
  const Member* member = keys_.find(mapping_, field);
  if (member == nullptr) return std::nullopt;
  const Node& node = member->value;
  if (!node.is_scalar()) {
    wrong_type(*member, node, "a date", "write one such as 2022-12-14");
    return std::nullopt;
  }
  Result<time::Reading> reading = time::read(node.scalar, dates_);
  if (!reading) {
    report(std::move(reading).error(), node);
    return std::nullopt;
  }
  if (reading->warning) report(*std::move(reading->warning), node);
  return reading->timestamp;
}

std::vector<std::string> Reader::paths(Field field) {
  std::vector<std::string> out;
  const Member* member = keys_.find(mapping_, field);
  if (member == nullptr) return out;
  const Node& value = member->value;
  if (value.is_scalar()) out.push_back(plain(value.scalar));
  for (const Node& item : value.items)
    if (item.is_scalar())
      out.push_back(plain(item.scalar));
    else
      wrong_type(*member, item, "a text", as_text);
  if (value.is_mapping()) wrong_type(*member, value, "a list", "write it as [one, two]");
  return out;
}

std::vector<std::string> Reader::terms(Field field) {
  std::vector<std::string> out;
  for (const Member* member : keys_.find_all(mapping_, field))
    add_words(out, *member, member->value);
  return out;
}

std::vector<std::string> Reader::names(Field field) {
  std::vector<std::string> out;
  for (const Member* member : keys_.find_all(mapping_, field))
    if (member->value.is_scalar())
      add_word(out, member->value.scalar);
    else
      add_words(out, *member, member->value);
  return out;
}

std::vector<std::string> Reader::path_categories() {
  std::vector<std::string> out;
  for (const Member* member : keys_.find_all(mapping_, Field::categories)) {
    const Node& value = member->value;
    if (value.is_scalar() && is_written_as(*member, {"categories"}))
      for (const std::string_view part : split_at(value.scalar, " \t\n,")) add_word(out, part);
    else if (!value.is_mapping())  // reported with the others
      add_words(out, *member, value);
  }
  return out;
}

/// Lists may be nested (Hexo's categories), items may be mappings with a label (Docusaurus).
void Reader::add_words(std::vector<std::string>& out, const Member& member, const Node& node) {
  if (node.is_scalar()) {
    if (&node != &member.value)
      add_word(out, node.scalar);
    else
      for (const std::string_view part :
           splits_at_blanks(member) ? split_at(node.scalar, " \t\n") : split_list(node.scalar))
        add_word(out, part);
  }
  for (const Node& item : node.items) add_words(out, member, item);
  if (!node.is_mapping()) return;
  const Node* label = &node == &member.value ? nullptr : text_in(node, {"label", "name", "title"});
  if (label != nullptr)
    add_word(out, label->scalar);
  else
    wrong_type(member, node, "a list", as_text);
}

/// Jekyll takes `categories: jekyll update` for two; its posts can be told by their layout.
bool Reader::splits_at_blanks(const Member& member) const {
  const Node* layout = mapping_.find("layout");
  return is_written_as(member, {"tags", "categories"}) && !member.value.is_quoted &&
         member.value.scalar.find_first_of(",;") == std::string::npos && layout != nullptr &&
         layout->scalar == "post";
}

std::vector<model::Person> Reader::people() {
  std::vector<model::Person> out;
  for (const Member* member : keys_.find_all(mapping_, Field::authors)) {
    const Node& value = member->value;
    if (value.is_sequence())
      for (const Node& item : value.items) add_person(out, *member, item);
    else
      add_person(out, *member, value);
    if (!out.empty()) break;
  }
  return out;
}

void Reader::add_person(std::vector<model::Person>& out, const Member& member, const Node& node) {
  if (node.is_sequence())
    return wrong_type(member, node, "a name", "write one pair of brackets around all names");
  if (node.is_mapping()) {
    model::Person person = person_of(node);
    if (person.name.empty())
      return report(Code::frontmatter_bad_address, node.span,
                    "an author without a name is left out", "write `name: …`");
    return out.push_back(std::move(person));
  }
  // One text may name several: `Ann, Bob`, `Roe, Jane; Doe, John`.
  const bool is_several = &node == &member.value && member.key.size() > 1 &&
                          (member.key.back() == 's' || member.key.back() == 'S' ||
                           node.scalar.find(';') != std::string::npos);
  const std::vector<std::string_view> names =
      is_several ? split_list(node.scalar) : std::vector<std::string_view>{node.scalar};
  for (const std::string_view name : names) {
    model::Person person = person_in(name);
    drop_bad_address(person.email, node);
    const bool is_new = std::find(out.begin(), out.end(), person) == out.end();
    if (!person.name.empty() && is_new) out.push_back(std::move(person));
  }
}

model::Person Reader::person_of(const Node& mapping) {
  model::Person person;
  if (const Node* name = text_in(mapping, {"name", "displayName", "label", "key"}))
    person.name = plain(name->scalar);
  if (const Node* email = text_in(mapping, {"email", "mail"})) {
    person.email = plain(email->scalar);
    drop_bad_address(person.email, *email);
  }
  if (const Node* uri = text_in(mapping, {"url", "uri", "homepage", "website", "link"})) {
    person.uri = plain(uri->scalar);
    drop_bad_uri(person.uri, *uri);
  }
  return person;
}

void Reader::drop_bad_address(std::string& address, const Node& node) {
  if (address.empty() || text::is_mail_address(address)) return;
  report(Code::frontmatter_bad_address, node.span,
         "\"" + address + "\" is no e-mail address and is left out",
         "write one such as ann@example.org");
  address.clear();
}

void Reader::drop_bad_uri(std::string& uri, const Node& node) {
  if (uri.empty() || text::parse_uri(uri).scheme) return;
  const bool has_host = uri.find('.') < uri.find('/');
  report(Code::frontmatter_bad_address, node.span,
         "\"" + uri + "\" is no absolute URL and is left out",
         has_host ? "write https://" + uri : "write one such as https://example.org/about");
  uri.clear();
}

std::string Reader::language() {
  const std::string tag = word(Field::lang);
  if (tag.empty()) return {};
  if (auto written = text::language_tag(tag)) return *std::move(written);
  report(Code::frontmatter_bad_language, keys_.find(mapping_, Field::lang)->value.span,
         "\"" + tag + "\" is no language tag; the site's language is used",
         "write a tag of BCP 47, such as en, pt-BR or zh-Hant");
  return {};
}

bool Reader::is_draft() {
  for (const Member& member : mapping_.members) {
    if (!is_same_key(member.key, "draft") || member.value.is_null()) continue;
    if (flag_of(member.value) == Flag::none)
      wrong_type(member, member.value, "true or false", "write it without quotes");
  }
  return keys_.says(mapping_, Field::draft, Flag::yes);
}

bool Reader::is_shut_out(Field field) const { return keys_.says(mapping_, field, Flag::no); }

void Reader::check_count(std::size_t count, std::initializer_list<Field> fields, std::size_t most) {
  if (count <= most) return;
  for (const Field field : fields) {
    const Member* member = keys_.find(mapping_, field);
    if (member == nullptr) continue;
    return report(Code::frontmatter_too_many_names, member->key_span,
                  "`" + member->key + "` has " + std::to_string(count) + " names, more than " +
                      std::to_string(most),
                  "keep those that readers would follow, or raise limits.tags");
  }
}

void Reader::check_twins() {
  const std::vector<Member>& members = mapping_.members;
  for (auto second = members.begin(); second != members.end(); ++second) {
    const auto first = std::find_if(members.begin(), second, [&](const Member& m) {
      return is_same_key(m.key, second->key) && keys_.knows(m.key);
    });
    if (first == second) continue;
    findings_.add(syntax::duplicate_key(source_, second->key, first->key_span, second->key_span));
    has_failed_ = true;
  }
}

void Reader::check_misspelt_date() {
  std::vector<std::string_view> candidates;
  for (const KeyRow& row : key_table()) {
    const bool is_date =
        row.field == Field::published || row.field == Field::updated || row.field == Field::expires;
    if (is_date && row.key.find('.') == row.key.npos) candidates.push_back(row.key);
  }
  for (const Member& member : mapping_.members) {
    if (!member.value.is_scalar() || keys_.knows(member.key)) continue;
    const auto near = nearest(member.key, candidates);
    if (!near || !is_known(*near, Field::published)) continue;
    if (!time::read(member.value.scalar, dates_)) continue;
    report(Code::frontmatter_key_misspelt, member.key_span,
           "the key \"" + member.key + "\" is not known, and its date is not read",
           did_you_mean(member.key, candidates));
  }
}

void Reader::report(Code code, Span span, std::string message, std::string hint) {
  Diagnostic finding;
  finding.code = code;
  finding.message = std::move(message);
  finding.hint = std::move(hint);
  finding.span = span;
  has_failed_ = has_failed_ || finding.is_error();
  findings_.add(source_.place(std::move(finding)));
}

/// Where the text was escaped or folded its parts are not where they seem to be, and the whole
/// value is pointed at.
void Reader::report(Diagnostic finding, const Node& node) {
  if (source_.at(node.span) != node.scalar) finding.span = {0, node.span.size()};
  has_failed_ = has_failed_ || finding.is_error();
  findings_.add(source_.place(std::move(finding), node.span.begin));
}

void Reader::wrong_type(const Member& member, const Node& node, std::string_view wanted,
                        std::string hint) {
  std::string message = "`" + member.key + "` should be ";
  message.append(wanted).append(", not ").append(syntax::kind_name(node));
  report(Code::frontmatter_wrong_type, node.span, std::move(message), std::move(hint));
}

}  // namespace blogsearch::frontmatter
