// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/facet_values.hpp"

#include <algorithm>

#include "io/pack.hpp"
#include "time/write.hpp"

namespace blogsearch::index {

namespace {

std::vector<FacetValue> values_of(const Record& record) {
  std::vector<FacetValue> values;
  const std::string day = time::calendar_day(record.published);
  for (const std::string& tag : record.tags) values.push_back({FacetKind::tag, tag});
  for (const std::string& author : record.authors) values.push_back({FacetKind::author, author});
  values.push_back({FacetKind::year, day.substr(0, day.find('-', 1))});
  values.push_back({FacetKind::lang, record.lang});
  values.push_back({FacetKind::section, record.section});
  values.erase(std::remove_if(values.begin(), values.end(),
                              [](const FacetValue& value) { return value.text.empty(); }),
               values.end());
  return values;
}

}  // namespace

void FacetValues::note(const Record& record) {
  for (FacetValue& value : values_of(record))
    numbers_.try_emplace(std::move(value), numbers_.size());
}

std::string FacetValues::numbers_of(const Record& record) const {
  std::string numbers;
  for (const FacetValue& value : values_of(record))
    if (const auto known = numbers_.find(value); known != numbers_.end())
      io::pack_number(numbers, known->second);
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
