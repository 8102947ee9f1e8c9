// SPDX-License-Identifier: GPL-2.0-or-later
#include "time/write.hpp"

#include <random>
#include <string>

#include "support/catch.hpp"
#include "time/read.hpp"

using namespace blogsearch;

namespace {

time::Timestamp at(long seconds, int offset_minutes = 0) {
  return {std::chrono::sys_seconds{std::chrono::seconds{seconds}},
          std::chrono::minutes{offset_minutes}};
}

constexpr long begin_of_1970 = 0;
constexpr long begin_of_2101 = 4133980800;

/// Whether `text` means `timestamp`, to the second and in its offset.
bool means(const std::string& text, const time::Timestamp& timestamp, std::chrono::minutes offset) {
  static const time::Zone elsewhere = *time::find_zone("Asia/Tokyo");
  const auto reading = time::read(text, elsewhere);
  return reading && !reading->warning && reading->timestamp == timestamp &&
         reading->timestamp.offset == offset;
}

}  // namespace

TEST_CASE("time: timestamps are written in their author's offset", "[time]") {
  struct Case {
    time::Timestamp timestamp;
    std::string_view rfc3339, rfc3339_utc, rfc5322, day;
  };
  const Case cases[] = {
      {at(1671012000), "2022-12-14T10:00:00Z", "2022-12-14T10:00:00Z",
       "Wed, 14 Dec 2022 10:00:00 +0000", "2022-12-14"},
      {at(1671012000, 60), "2022-12-14T11:00:00+01:00", "2022-12-14T10:00:00Z",
       "Wed, 14 Dec 2022 11:00:00 +0100", "2022-12-14"},
      {at(1671012000, -210), "2022-12-14T06:30:00-03:30", "2022-12-14T10:00:00Z",
       "Wed, 14 Dec 2022 06:30:00 -0330", "2022-12-14"},
      {at(1671012000, -30), "2022-12-14T09:30:00-00:30", "2022-12-14T10:00:00Z",
       "Wed, 14 Dec 2022 09:30:00 -0030", "2022-12-14"},
      {at(1671012000, 840), "2022-12-15T00:00:00+14:00", "2022-12-14T10:00:00Z",
       "Thu, 15 Dec 2022 00:00:00 +1400", "2022-12-15"},
      {at(1671012000, -840), "2022-12-13T20:00:00-14:00", "2022-12-14T10:00:00Z",
       "Tue, 13 Dec 2022 20:00:00 -1400", "2022-12-13"},
      {at(1672531199), "2022-12-31T23:59:59Z", "2022-12-31T23:59:59Z",
       "Sat, 31 Dec 2022 23:59:59 +0000", "2022-12-31"},
      {at(1672531199, 1), "2023-01-01T00:00:59+00:01", "2022-12-31T23:59:59Z",
       "Sun, 01 Jan 2023 00:00:59 +0001", "2023-01-01"},
      {at(1672531200), "2023-01-01T00:00:00Z", "2023-01-01T00:00:00Z",
       "Sun, 01 Jan 2023 00:00:00 +0000", "2023-01-01"},
      {at(1672531200, -300), "2022-12-31T19:00:00-05:00", "2023-01-01T00:00:00Z",
       "Sat, 31 Dec 2022 19:00:00 -0500", "2022-12-31"},
      {at(1709164800), "2024-02-29T00:00:00Z", "2024-02-29T00:00:00Z",
       "Thu, 29 Feb 2024 00:00:00 +0000", "2024-02-29"},
      {at(0), "1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "Thu, 01 Jan 1970 00:00:00 +0000",
       "1970-01-01"},
      {at(0, -60), "1969-12-31T23:00:00-01:00", "1970-01-01T00:00:00Z",
       "Wed, 31 Dec 1969 23:00:00 -0100", "1969-12-31"},
      {at(4107542400), "2100-03-01T00:00:00Z", "2100-03-01T00:00:00Z",
       "Mon, 01 Mar 2100 00:00:00 +0000", "2100-03-01"},
  };
  for (const Case& c : cases) {
    CHECK(time::rfc3339(c.timestamp) == c.rfc3339);
    CHECK(time::rfc3339_utc(c.timestamp) == c.rfc3339_utc);
    CHECK(time::rfc5322(c.timestamp) == c.rfc5322);
    CHECK(time::calendar_day(c.timestamp) == c.day);
  }
}

TEST_CASE("time: every offset is written and read back", "[time]") {
  for (int minutes = -14 * 60; minutes <= 14 * 60; ++minutes) {
    const time::Timestamp timestamp = at(1671012345, minutes);
    CAPTURE(minutes);
    CHECK(means(time::rfc3339(timestamp), timestamp, timestamp.offset));
    CHECK(means(time::rfc5322(timestamp), timestamp, timestamp.offset));
    CHECK(means(time::rfc3339_utc(timestamp), timestamp, std::chrono::minutes{0}));
  }
}

TEST_CASE("time: what the writers write reads back to the same instant and offset", "[time]") {
  std::mt19937_64 random(1671012000);
  constexpr int widest = 14 * 60;
  for (int round = 0; round < 2000; ++round) {
    const int offset = static_cast<int>(random() % (2 * widest + 1)) - widest;
    const long margin = widest * 60;  // so that the year is in reach under any offset
    const long span = begin_of_2101 - begin_of_1970 - 2 * margin;
    const long seconds =
        begin_of_1970 + margin + static_cast<long>(random() % static_cast<unsigned long>(span));
    const time::Timestamp timestamp = at(seconds, offset);
    if (!means(time::rfc3339(timestamp), timestamp, timestamp.offset))
      FAIL(time::rfc3339(timestamp));
    if (!means(time::rfc5322(timestamp), timestamp, timestamp.offset))
      FAIL(time::rfc5322(timestamp));
    if (!means(time::rfc3339_utc(timestamp), timestamp, std::chrono::minutes{0}))
      FAIL(time::rfc3339_utc(timestamp));
  }
}

TEST_CASE("time: a day that is written reads back as its midnight", "[time]") {
  constexpr long five_days = 5 * 24 * 60 * 60;
  for (long midnight = begin_of_1970; midnight < begin_of_2101; midnight += five_days) {
    const std::string text = time::calendar_day(at(midnight));
    const auto reading = time::read(text, time::Zone::utc());
    if (!reading || !(reading->timestamp == at(midnight))) FAIL(text);
  }
}
