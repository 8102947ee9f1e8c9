// SPDX-License-Identifier: GPL-2.0-or-later
#include "frontmatter/keys.hpp"

#include <algorithm>
#include <array>

#include "text/words.hpp"

namespace blogsearch::frontmatter {
namespace {

using syntax::Member;
using syntax::Node;

/// Under `posts.keys`, in the order of Field.
constexpr std::array<std::string_view, static_cast<std::size_t>(Field::count_)> names{
    "title",
    "published",
    "updated",
    "expires",
    "summary",
    "excerpt_separator",
    "tags",
    "categories",
    "keywords",
    "series",
    "authors",
    "draft",
    "slug",
    "permalink",
    "aliases",
    "canonical",
    "external",
    "via",
    "related",
    "lang",
    "image",
    "enclosures",
    "enclosure_length",
    "enclosure_duration",
    "rights",
    "license",
    "id",
    "feed",
    "search"};

/// `title: true` is a title and `lang: no` is Norwegian, but `published: true` is no date and
/// `permalink: false` no path.
bool can_be_flag_word(Field field) {
  constexpr std::array<Field, 8> fields{Field::title,   Field::slug,  Field::lang, Field::id,
                                        Field::authors, Field::draft, Field::feed, Field::search};
  return std::find(fields.begin(), fields.end(), field) != fields.end();
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_joint(char c) { return c == '-' || c == '_'; }

const Member* member(const Node& mapping, std::string_view key) {
  const auto found = std::find_if(mapping.members.begin(), mapping.members.end(),
                                  [key](const Member& m) { return is_same_key(m.key, key); });
  return found == mapping.members.end() ? nullptr : &*found;
}

/// What is at the end of a path with dots.
const Member* member_at(const Node& mapping, std::string_view path) {
  const Node* node = &mapping;
  for (;;) {
    const std::size_t dot = std::min(path.find('.'), path.size());
    const Member* found = member(*node, path.substr(0, dot));
    if (found == nullptr || dot == path.size()) return found;
    node = &found->value;
    path.remove_prefix(dot + 1);
  }
}

/// `date` of `date.created`: a mapping there is no value of `date` itself.
bool is_container(std::string_view key) {
  return std::any_of(key_table().begin(), key_table().end(), [key](const KeyRow& row) {
    return row.key.size() > key.size() && row.key[key.size()] == '.' &&
           row.key.substr(0, key.size()) == key;
  });
}

bool can_be_meant(const Node& node, Field field, std::string_view key) {
  if (node.is_null() || (node.is_mapping() && is_container(key))) return false;
  if (node.is_scalar() && text::trim(node.scalar).empty()) return false;
  return can_be_flag_word(field) || flag_of(node) == Flag::none;
}

Flag opposite(Flag flag) {
  if (flag == Flag::none) return flag;
  return flag == Flag::yes ? Flag::no : Flag::yes;
}

Flag flag_by(const KeyRow& row, const Node& node) {
  Flag flag = flag_of(node);
  if (!row.word.empty())
    flag = node.is_scalar() && text::lower_ascii(text::trim(node.scalar)) == row.word ? Flag::yes
                                                                                      : Flag::none;
  return row.sense == Sense::plain ? flag : opposite(flag);
}

}  // namespace

std::string_view name_of(Field field) { return names[static_cast<std::size_t>(field)]; }

std::optional<Field> field_named(std::string_view name) {
  const auto* found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Field>(found - names.begin());
}

std::vector<std::string_view> field_names() { return {names.begin(), names.end()}; }

bool is_same_key(std::string_view a, std::string_view b) {
  std::size_t i = 0;
  std::size_t j = 0;
  for (;;) {
    while (i < a.size() && is_joint(a[i])) ++i;
    while (j < b.size() && is_joint(b[j])) ++j;
    if (i == a.size() || j == b.size()) return i == a.size() && j == b.size();
    if (lower(a[i++]) != lower(b[j++])) return false;
  }
}

bool is_known(std::string_view key, Field field) {
  return std::any_of(key_table().begin(), key_table().end(), [&](const KeyRow& row) {
    return row.field == field && is_same_key(row.key, key);
  });
}

bool is_known(std::string_view key) {
  return std::any_of(key_table().begin(), key_table().end(),
                     [key](const KeyRow& row) { return is_same_key(row.key, key); });
}

Flag flag_of(const Node& node) {
  if (!node.is_scalar() || node.is_quoted) return Flag::none;
  const std::string word = text::lower_ascii(node.scalar);
  if (word == "true" || word == "yes" || word == "on") return Flag::yes;
  return word == "false" || word == "no" || word == "off" ? Flag::no : Flag::none;
}

std::vector<const Member*> Keys::find_all(const Node& mapping, Field field) const {
  std::vector<const Member*> found;
  const auto consider = [&](std::string_view key) {
    const Member* member = member_at(mapping, key);
    if (member == nullptr || !can_be_meant(member->value, field, key)) return;
    if (std::find(found.begin(), found.end(), member) == found.end()) found.push_back(member);
  };
  for (const auto& [own_field, key] : own_)
    if (own_field == field) consider(key);
  for (const KeyRow& row : key_table())
    if (row.field == field && row.sense == Sense::plain && row.word.empty()) consider(row.key);
  return found;
}

const Member* Keys::find(const Node& mapping, Field field) const {
  const std::vector<const Member*> found = find_all(mapping, field);
  return found.empty() ? nullptr : found.front();
}

bool Keys::says(const Node& mapping, Field field, Flag wanted) const {
  const auto says_so = [&](const KeyRow& row) {
    const Member* member = row.field == field ? member_at(mapping, row.key) : nullptr;
    return member != nullptr && flag_by(row, member->value) == wanted;
  };
  return std::any_of(own_.begin(), own_.end(),
                     [&](const auto& own) {
                       return says_so({own.first, own.second, ""});
                     }) ||
         std::any_of(key_table().begin(), key_table().end(), says_so);
}

bool Keys::knows(std::string_view key) const {
  return is_known(key) || std::any_of(own_.begin(), own_.end(), [key](const auto& own) {
           return is_same_key(own.second, key);
         });
}

}  // namespace blogsearch::frontmatter
