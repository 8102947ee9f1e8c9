// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/facet_values.hpp"

#include <algorithm>

#include "io/pack.hpp"
#include "time/write.hpp"

namespace blogsearch::index {

void FacetValues::append(std::string& numbers, FacetKind kind, const std::string& text) {
  if (text.empty()) return;
  const std::size_t next = numbers_.size();
  io::pack_number(numbers, numbers_.try_emplace({kind, text}, next).first->second);
}

std::string FacetValues::numbers_of(const Record& record) {
  std::string numbers;
  const std::string day = time::calendar_day(record.published);
  for (const std::string& tag : record.tags) append(numbers, FacetKind::tag, tag);
  for (const std::string& author : record.authors) append(numbers, FacetKind::author, author);
  append(numbers, FacetKind::year, day.substr(0, day.find('-', 1)));
  append(numbers, FacetKind::lang, record.lang);
  append(numbers, FacetKind::section, record.section);
  return numbers;
}

std::string FacetValues::encode() const {
  std::vector<const FacetValue*> by_number(numbers_.size());
  for (const auto& [value, number] : numbers_) by_number[number] = &value;
  std::string out;
  for (const FacetValue* value : by_number) {
    io::pack_number(out, static_cast<std::uint64_t>(value->kind));
    io::pack_text(out, value->text);
  }
  return out;
}

std::vector<FacetValue> decode_facet_values(std::string_view bytes) {
  std::vector<FacetValue> values;
  for (io::Unpacker from(bytes); !from.at_end();) {
    const std::uint64_t kind = from.number();
    const std::string_view text = from.text();
    if (!from.is_good() || kind > static_cast<std::uint64_t>(FacetKind::section)) break;
    values.push_back({static_cast<FacetKind>(kind), std::string(text)});
  }
  return values;
}

}  // namespace blogsearch::index
