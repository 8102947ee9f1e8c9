// SPDX-License-Identifier: GPL-2.0-or-later
//
// The names that generators give to the same things.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "syntax/node.hpp"

namespace blogsearch::frontmatter {

enum class Field {
  title,
  published,
  updated,
  expires,
  summary,
  excerpt_separator,
  tags,
  categories,
  keywords,
  series,
  authors,
  draft,
  slug,
  permalink,
  aliases,
  canonical,
  external,
  via,
  related,
  lang,
  image,
  enclosures,
  enclosure_length,
  enclosure_duration,
  rights,
  license,
  id,
  feed,
  search,
  count_
};

/// What the flag of a row says of its field: the same or its opposite.
enum class Sense { plain, opposite };

struct KeyRow {
  Field field;
  std::string_view key;      ///< as its generator writes it; `a.b` is the member `b` of `a`
  std::string_view used_by;  ///< generators and themes
  Sense sense = Sense::plain;
  std::string_view word = {};  ///< the value that counts as true, where it is not `true`
};

/// Every key, by field; of a field's keys the earlier ones win. docs/front-matter.md shows it.
[[nodiscard]] std::span<const KeyRow> key_table();

/// The field's name under `posts.keys`.
[[nodiscard]] std::string_view name_of(Field field);
[[nodiscard]] std::optional<Field> field_named(std::string_view name);
[[nodiscard]] std::vector<std::string_view> field_names();

/// Whether both are one key: letter case, `-` and `_` do not count.
[[nodiscard]] bool is_same_key(std::string_view a, std::string_view b);

/// Whether `key` is a key of the table, or of `field` in it.
[[nodiscard]] bool is_known(std::string_view key);
[[nodiscard]] bool is_known(std::string_view key, Field field);

/// `true`, `yes`, `on` and their opposites, written plain, in any case.
enum class Flag { none, yes, no };
[[nodiscard]] Flag flag_of(const syntax::Node& node);

/// The table, with a site's own keys before it.
class Keys {
 public:
  void add(Field field, std::string key) { own_.emplace_back(field, std::move(key)); }

  /// The members for `field` that `mapping` has, in the order of its keys. Null and empty values
  /// are passed over; so are truth values, except where they can be a text (`title: true`, `lang:
  /// no`).
  [[nodiscard]] std::vector<const syntax::Member*> find_all(const syntax::Node& mapping,
                                                            Field field) const;
  [[nodiscard]] const syntax::Member* find(const syntax::Node& mapping, Field field) const;

  /// Whether a key of `field` says `wanted`.
  [[nodiscard]] bool says(const syntax::Node& mapping, Field field, Flag wanted) const;

  [[nodiscard]] bool knows(std::string_view key) const;

 private:
  std::vector<std::pair<Field, std::string>> own_;
};

}  // namespace blogsearch::frontmatter
