// SPDX-License-Identifier: GPL-2.0-or-later
//
// Dates: what is read and written is read as the same instant again.
#include <array>

#include "fuzz/fuzz.hpp"
#include "time/read.hpp"
#include "time/write.hpp"

using namespace blogsearch;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::array zones{"UTC", "Europe/Berlin", "America/St_Johns", "Pacific/Apia"};
  constexpr std::array orders{time::Order::strict, time::Order::mdy, time::Order::dmy};
  std::string_view text = fuzz::text_of(data, size);
  const unsigned choice = fuzz::take_choice(text);
  time::Conventions conventions;
  conventions.zone = *time::find_zone(zones.at(choice % zones.size()));
  conventions.order = orders.at(choice / zones.size() % orders.size());

  const auto reading = time::read(text, conventions);
  if (reading) {
    const std::string written = time::rfc3339(reading->timestamp);
    const auto again = time::read(written, conventions);
    require(again.has_value(), "a written date is read", written);
    require(again->timestamp == reading->timestamp &&
                again->timestamp.offset == reading->timestamp.offset,
            "a written date is the same again", written);
  } else {
    require(!reading.error().message.empty(), "a refusal has a reason");
    require(reading.error().span.end <= text.size(), "a refusal has a place in the value");
  }
  static_cast<void>(time::read_offset(text));
  static_cast<void>(time::read_zone(text));
  return 0;
}
