// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/query_names.hpp"

#include <algorithm>

#include "core/suggest.hpp"
#include "text/words.hpp"

namespace blogsearch::index {

const Name* find_name(std::string_view word) {
  const std::string lower = text::lower_ascii(word);
  const auto name = std::find_if(names.begin(), names.end(),
                                 [&](const Name& known) { return known.word == lower; });
  return name == names.end() ? nullptr : &*name;
}

std::optional<std::string_view> nearest_name(std::string_view word) {
  std::array<std::string_view, names.size()> words;
  std::transform(names.begin(), names.end(), words.begin(),
                 [](const Name& name) { return name.word; });
  return nearest(word, words);
}

std::string_view name_of(Field field) {
  if (field == Field::any) return {};
  return std::find_if(names.begin(), names.end(),
                      [field](const Name& name) { return name.field == field; })
      ->word;
}

}  // namespace blogsearch::index
