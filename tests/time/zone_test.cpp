// SPDX-License-Identifier: GPL-2.0-or-later
#include "time/zone.hpp"

#include "support/catch.hpp"
#include "time/reading.hpp"

using namespace blogsearch;
using namespace blogsearch::time_test;

namespace {

time::Conventions in(std::string_view zone) {
  time::Conventions conventions;
  conventions.zone = *time::find_zone(zone);
  return conventions;
}

}  // namespace

TEST_CASE("time: zones are found by their names, links too", "[time]") {
  for (const std::string_view name :
       {"UTC", "Europe/Berlin", "Asia/Calcutta", "Asia/Kolkata", "GMT", "America/Argentina/Ushuaia",
        "EST5EDT", "Etc/GMT-14"}) {
    CAPTURE(name);
    const auto zone = time::find_zone(name);
    REQUIRE(zone);
    CHECK(zone->name() == name);
  }
  CHECK(time::Zone::utc().name() == "UTC");
}

TEST_CASE("time: an unknown zone gets the nearest known one as hint", "[time]") {
  struct Case {
    std::string_view name, expected;
  };
  const Case cases[] = {
      {"Europe/Berln",
       "time.unknown-zone: unknown time zone \"Europe/Berln\" | did you mean \"Europe/Berlin\"? "
       "[Europe/Berln]"},
      {"europe/berlin",
       "time.unknown-zone: unknown time zone \"europe/berlin\" | did you mean \"Europe/Berlin\"? "
       "[europe/berlin]"},
      {"New_York",
       "time.unknown-zone: unknown time zone \"New_York\" | did you mean \"America/New_York\"? "
       "[New_York]"},
      {"",
       "time.unknown-zone: unknown time zone \"\" | use a name of the tz database, such as "
       "Europe/Berlin []"},
      {"localtime",
       "time.unknown-zone: unknown time zone \"localtime\" | use a name of the tz database, such "
       "as Europe/Berlin [localtime]"},
      {"Mars/Olympus_Mons",
       "time.unknown-zone: unknown time zone \"Mars/Olympus_Mons\" | use a name of the tz "
       "database, such as Europe/Berlin [Mars/Olympus_Mons]"},
  };
  for (const Case& c : cases) {
    const auto zone = time::find_zone(c.name);
    REQUIRE_FALSE(zone);
    CHECK(in_full(zone.error(), c.name) == c.expected);
  }
}

TEST_CASE("time: a value without an offset is wall time in the site's zone", "[time]") {
  check({{"Dec 14 2022", "2022-12-14T00:00:00+01:00"},
         {"Jul 14 2022", "2022-07-14T00:00:00+02:00"},
         {"2022-12-14 10:00", "2022-12-14T10:00:00+01:00"},
         {"2022-07-14T10:00:00", "2022-07-14T10:00:00+02:00"},
         {"2022-12-14T10:00:00Z", "2022-12-14T10:00:00Z"},
         {"2022-12-14T10:00:00-05:00", "2022-12-14T10:00:00-05:00"},
         {"1979-07-14", "1979-07-14T00:00:00+01:00"},
         {"1980-07-14", "1980-07-14T00:00:00+02:00"}},
        in("Europe/Berlin"));
  check(
      {{"Dec 14 2022", "2022-12-14T00:00:00-05:00"}, {"Jul 14 2022", "2022-07-14T00:00:00-04:00"}},
      in("America/New_York"));
  check({{"Dec 14 2022", "2022-12-14T00:00:00+05:30"}}, in("Asia/Calcutta"));
  check({{"Dec 14 2022", "2022-12-14T00:00:00+05:45"}}, in("Asia/Kathmandu"));
  check({{"Dec 14 2022", "2022-12-14T00:00:00+10:30"}, {"Dec 14 2022 Z", "2022-12-14T00:00:00Z"}},
        in("Australia/Adelaide"));
}

TEST_CASE("time: a wall time that a clock change skips is the first instant after it", "[time]") {
  check_findings({{"2024-03-31 02:30",
                   "time.skipped: the clocks of Europe/Berlin skip 02:30 on 2024-03-31 | "
                   "write 2024-03-31T03:00:00+02:00, which it is taken for [02:30]"},
                  {"Mar 31 2024, 2:00 am",
                   "time.skipped: the clocks of Europe/Berlin skip 02:00 on 2024-03-31 "
                   "| write 2024-03-31T03:00:00+02:00, which it is taken for "
                   "[2:00 am]"},
                  {"2024-03-10 02:59:59 America/New_York",
                   "time.skipped: the clocks of America/New_York skip 02:59 on 2024-03-10 | write "
                   "2024-03-10T03:00:00-04:00, which it is taken for [02:59:59]"}},
                 in("Europe/Berlin"));
  check_findings({{"2018-11-04",
                   "time.skipped: the clocks of America/Sao_Paulo skip 00:00 on "
                   "2018-11-04 | write 2018-11-04T01:00:00-02:00, which it is taken "
                   "for [2018-11-04]"}},
                 in("America/Sao_Paulo"));
  check({{"2024-03-31 01:59:59", "2024-03-31T01:59:59+01:00"},
         {"2024-03-31 02:00:00", "!2024-03-31T03:00:00+02:00"},
         {"2024-03-31 02:59:59", "!2024-03-31T03:00:00+02:00"},
         {"2024-03-31 03:00:00", "2024-03-31T03:00:00+02:00"},
         {"2024-03-31 02:30 +0100", "2024-03-31T02:30:00+01:00"}},
        in("Europe/Berlin"));
  check({{"2011-12-30", "!2011-12-31T00:00:00+14:00"}}, in("Pacific/Apia"));  // a whole day
}

TEST_CASE("time: a wall time that happens twice is the first", "[time]") {
  check({{"2024-10-27 01:59:59", "2024-10-27T01:59:59+02:00"},
         {"2024-10-27 02:00:00", "2024-10-27T02:00:00+02:00"},
         {"2024-10-27 02:30:00", "2024-10-27T02:30:00+02:00"},
         {"2024-10-27 02:59:59", "2024-10-27T02:59:59+02:00"},
         {"2024-10-27 03:00:00", "2024-10-27T03:00:00+01:00"},
         {"2024-10-27 02:30 CET", "2024-10-27T02:30:00+01:00"}},
        in("Europe/Berlin"));
  check({{"2024-11-03 01:30", "2024-11-03T01:30:00-04:00"}}, in("America/New_York"));
  check({{"2024-04-07 01:45", "2024-04-07T01:45:00+11:00"}}, in("Australia/Lord_Howe"));
}

TEST_CASE("time: clocks go on changing after the last year of the tz database's files", "[time]") {
  check({{"2037-07-01", "2037-07-01T00:00:00+02:00"},
         {"2038-01-01", "2038-01-01T00:00:00+01:00"},
         {"2038-07-01", "2038-07-01T00:00:00+02:00"},
         {"2050-03-27 01:59", "2050-03-27T01:59:00+01:00"},
         {"2050-03-27 02:30", "!2050-03-27T03:00:00+02:00"},
         {"2050-10-30 02:30", "2050-10-30T02:30:00+02:00"},
         {"2050-10-30 03:00", "2050-10-30T03:00:00+01:00"},
         {"2072-02-29", "2072-02-29T00:00:00+01:00"},
         {"2100-12-31", "2100-12-31T00:00:00+01:00"}},
        in("Europe/Berlin"));
  check({{"2060-01-15", "2060-01-15T00:00:00+11:00"}, {"2060-07-15", "2060-07-15T00:00:00+10:00"}},
        in("Australia/Sydney"));
  check({{"2060-07-15", "2060-07-15T00:00:00+09:00"}}, in("Asia/Tokyo"));
  check({{"2060-07-15", "2060-07-15T00:00:00+01:00"}}, in("Africa/Casablanca"));
}

TEST_CASE("time: a weekday that contradicts its date is a warning", "[time]") {
  check_findings({
      {"Tue, 14 Dec 2022 10:00:00 GMT",
       "time.wrong-weekday: 2022-12-14 is a Wednesday | write "
       "Wednesday, or correct the date [Tue]"},
      {"Montag, 14. Dezember 2022",
       "time.wrong-weekday: 2022-12-14 is a Wednesday | write "
       "Wednesday, or correct the date [Montag]"},
      {"2022-12-14 Thu",
       "time.wrong-weekday: 2022-12-14 is a Wednesday | write Wednesday, or "
       "correct the date [Thu]"},
  });
  CHECK(reading("Tue, 14 Dec 2022 10:00:00 GMT") == "!2022-12-14T10:00:00Z");
  // its own offset decides what day it is
  CHECK(reading("Wed, 14 Dec 2022 23:00:00 -0500") == "2022-12-14T23:00:00-05:00");
}

TEST_CASE("time: a site may give abbreviations its own meaning and widen the years", "[time]") {
  time::Conventions conventions;
  conventions.abbreviations = {{"CST", std::chrono::hours{8}},
                               {"ist", std::chrono::minutes{330}},
                               {"BST", *time::find_zone("Europe/London")}};
  check({{"2022-12-14 10:00 CST", "2022-12-14T10:00:00+08:00"},
         {"2022-12-14 10:00 cst", "2022-12-14T10:00:00+08:00"},
         {"2022-12-14 10:00 IST", "2022-12-14T10:00:00+05:30"},
         {"2022-12-14 10:00 BST", "2022-12-14T10:00:00Z"},
         {"2022-07-14 10:00 BST", "2022-07-14T10:00:00+01:00"},
         {"2022-12-14 10:00 EST", "2022-12-14T10:00:00-05:00"}},
        conventions);
  conventions.first_year = 1900;
  conventions.last_year = 2200;
  check({{"1900-01-01", "1900-01-01T00:00:00Z"},
         {"1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z"},
         {"2200-12-31", "2200-12-31T00:00:00Z"},
         {"1899-12-31", "time.out-of-range"},
         {"2201-01-01", "time.out-of-range"}},
        conventions);
}

TEST_CASE("time: a zone alone is an offset or a place", "[time]") {
  const auto offset = time::read_zone("+08:00");
  REQUIRE(offset);
  CHECK(std::get<std::chrono::minutes>(*offset).count() == 480);
  CHECK(std::get<std::chrono::minutes>(*time::read_zone("Z")).count() == 0);
  const auto place = time::read_zone("Asia/Kolkata");
  REQUIRE(place);
  CHECK(std::get<time::Zone>(*place).name() == "Asia/Kolkata");
  for (const std::string_view value : {"", "8", "Asia/Kolkatta", "+25:00", "CST", "Z+1"}) {
    CAPTURE(value);
    CHECK_FALSE(time::read_zone(value));
  }
}

TEST_CASE("time: an abbreviation is free unless it is UTC or no word", "[time]") {
  for (const char* word : {"CST", "ist", "ET", "AEDT"}) CHECK(time::is_free_abbreviation(word));
  for (const char* word : {"", "Z", "z", "UTC", "gmt", "UT", "C", "C3", "A/B", "Ü1", "ABCDEFG"})
    CHECK_FALSE(time::is_free_abbreviation(word));
}

TEST_CASE("time: an offset alone", "[time]") {
  struct Case {
    std::string_view value;
    int minutes;
  };
  for (const Case& c : {Case{"Z", 0}, Case{"+08:00", 480}, Case{"+0800", 480}, Case{"+08", 480},
                        Case{"-4", -240}, Case{"-03:30", -210}, Case{"+14:00", 840}}) {
    CAPTURE(c.value);
    const auto offset = time::read_offset(c.value);
    REQUIRE(offset);
    CHECK(offset->count() == c.minutes);
  }
  for (const std::string_view value :
       {"", "8", "+", "08:00", "+15:00", "+08:00x", "CST", "Zulu", " Z"}) {
    CAPTURE(value);
    CHECK_FALSE(time::read_offset(value));
  }
}
