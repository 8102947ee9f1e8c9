// SPDX-License-Identifier: GPL-2.0-or-later
#include <random>
#include <string>
#include <string_view>

#include "support/catch.hpp"
#include "time/reading.hpp"

using namespace blogsearch;
using namespace blogsearch::time_test;

TEST_CASE("time: each refusal names its rule, its place and what to write", "[time]") {
  check_findings({
      // impossible
      {"2022-02-30",
       "time.impossible: February 2022 has no day 30 | its last day is 2022-02-28 [30]"},
      {"Feb 29 2023",
       "time.impossible: February 2023 has no day 29 | its last day is 2023-02-28 [29]"},
      {"29.02.2100",
       "time.impossible: February 2100 has no day 29 | its last day is 2100-02-28 [29]"},
      {"April 31, 2022",
       "time.impossible: April 2022 has no day 31 | its last day is 2022-04-30 [31]"},
      {"20220230",
       "time.impossible: February 2022 has no day 30 | its last day is 2022-02-28 [30]"},
      {"2022-12-00",
       "time.impossible: December 2022 has no day 0 | its last day is 2022-12-31 [00]"},
      {"2022-13-45",
       "time.impossible: there is no month 13 | months go from 1 to 12, as in 2022-12-14 [13]"},
      {"2022-14-12", "time.impossible: there is no month 14 | did you mean 2022-12-14? [14]"},
      {"12.14.2022", "time.impossible: there is no month 14 | did you mean 2022-12-14? [14]"},
      {"2022-366", "time.impossible: 2022 has 365 days | days go from 2022-001 to 2022-365 [366]"},
      {"2022-W53-1",
       "time.impossible: 2022 has 52 weeks | weeks go from 2022-W01 to 2022-W52 [53]"},
      {"2022-W50-8",
       "time.impossible: a week has no day 8 | days go from 1 for Monday to 7 for Sunday [8]"},
      {"2022-12-14T25:00", "time.impossible: there is no hour 25 | hours go from 00 to 23 [25]"},
      {"2022-12-14T24:00:00",
       "time.impossible: there is no hour 24 | write 00:00 of the next day [24]"},
      {"2022-12-14 10:60",
       "time.impossible: there is no minute 60 | minutes go from 00 to 59 [60]"},
      {"2016-12-31T23:59:60Z",
       "time.impossible: there is no second 60 | seconds go from 00 to 59, also before a leap "
       "second [60]"},
      {"2022-12-14 13:00 PM",
       "time.impossible: there is no hour 13 | leave out AM or PM, or write the hour as 1 to 12 "
       "[13]"},
      {"2022-12-14T10:00+02:75",
       "time.impossible: the offset \"+02:75\" has no such minute | minutes go from 00 to 59 "
       "[+02:75]"},
      // ambiguous
      {"03/04/2022",
       "time.ambiguous: \"03/04/2022\" is 3 April or 4 March | write 2022-04-03 or 2022-03-04, or "
       "add `dates: {order: dmy}` (or mdy) to blogsearch.yaml [03/04/2022]"},
      {"12/14/22",
       "time.ambiguous: \"12/14/22\" has a year of two digits | write all four digits of the year, "
       "such as 2022-12-14 [12/14/22]"},
      {"Wed, 14 Dec 22",
       "time.ambiguous: \"14 Dec 22\" has a year of two digits | write all four digits of the "
       "year, such as 2022-12-14 [14 Dec 22]"},
      {"2022-12-14 10:00 IST",
       "time.ambiguous: \"IST\" is the time of India, Ireland or Israel | write the offset "
       "instead, such as +05:30, or add `dates: {zones: {IST: \"+05:30\"}}` to blogsearch.yaml "
       "[IST]"},
      {"2022-12-14 10:00 bst",
       "time.ambiguous: \"bst\" is the time of Britain or Bangladesh | write the offset instead, "
       "such as +01:00, or add `dates: {zones: {BST: \"+01:00\"}}` to blogsearch.yaml [bst]"},
      {"2022-05-17T15:00:00Z-07:00",
       "time.ambiguous: \"-07:00\" contradicts \"Z\" | write one offset only, such as "
       "2022-05-17T15:00:00Z [-07:00]"},
      {"2022-12-14T10:00+02:00[Europe/Berlin]",
       "time.ambiguous: \"Europe/Berlin\" contradicts \"+02:00\" | write one offset only, such as "
       "2022-12-14T10:00:00+02:00 [Europe/Berlin]"},
      // incomplete
      {"2022",
       "time.incomplete: the month and the day are missing | write the whole date, such as "
       "2022-12-14 [2022]"},
      {"January 2026",
       "time.incomplete: the day is missing | write the whole date, such as 2026-01-14 [January "
       "2026]"},
      {"2026-01",
       "time.incomplete: the day is missing | write the whole date, such as 2026-01-14 [2026-01]"},
      {"March",
       "time.incomplete: the year and the day are missing | write the whole date, such as "
       "2022-03-14 [March]"},
      {"Wed, 31 May",
       "time.incomplete: the year is missing | write the whole date, such as 2022-05-31 [Wed, 31 "
       "May]"},
      {"14",
       "time.incomplete: the year and the month are missing | write the whole date, such as "
       "2022-12-14 [14]"},
      {"3:04PM",
       "time.incomplete: there is no date | write the whole date, such as 2022-12-14 [3:04PM]"},
      {"Wednesday",
       "time.incomplete: there is no date | write the whole date, such as 2022-12-14 [Wednesday]"},
      {"2022-W50",
       "time.incomplete: the day of the week is missing | write the whole date, such as 2022-W50-3 "
       "[2022-W50]"},
      // zones
      {"2022-12-14 10:00 Europe/Berln",
       "time.unknown-zone: unknown time zone \"Europe/Berln\" | did you mean \"Europe/Berlin\"? "
       "[Europe/Berln]"},
      {"2022-12-14 10:00 sharply",
       "time.unknown-zone: unknown time zone \"sharply\" | write an offset such as +01:00 or a "
       "name such as Europe/Berlin [sharply]"},
      {"2022-12-14 10:00 localtime",
       "time.unknown-zone: unknown time zone \"localtime\" | write an offset such as +01:00 or a "
       "name such as Europe/Berlin [localtime]"},
      {"2022-12-14 10:00 -430",
       "time.unknown-zone: \"-430\" is no offset | write hours and minutes, such as +01:00 [-430]"},
      {"2022-12-14T10:00:00+15:00",
       "time.out-of-range: the offset \"+15:00\" is beyond 14 hours | offsets go from -14:00 to "
       "+14:00 [+15:00]"},
      {"2022-12-14T10:00:00-14:01",
       "time.out-of-range: the offset \"-14:01\" is beyond 14 hours | offsets go from -14:00 to "
       "+14:00 [-14:01]"},
      // years
      {"1969-12-31",
       "time.out-of-range: the year 1969 is outside 1970 to 2100 | write the year of the Gregorian "
       "calendar, such as 2022-12-14, or add `dates: {years: {first: 1969}}` to blogsearch.yaml "
       "[1969]"},
      {"Jan 1 2101",
       "time.out-of-range: the year 2101 is outside 1970 to 2100 | write the year of the Gregorian "
       "calendar, such as 2022-12-14, or add `dates: {years: {last: 2101}}` to blogsearch.yaml "
       "[2101]"},
      {"14 Dec 69 10:00 GMT",
       "time.out-of-range: the year 1969 is outside 1970 to 2100 | write the year of the Gregorian "
       "calendar, such as 2022-12-14, or add `dates: {years: {first: 1969}}` to blogsearch.yaml "
       "[69]"},
      {"9999999999",
       "time.out-of-range: the year 2286 is outside 1970 to 2100 | write the year of the Gregorian "
       "calendar, such as 2022-12-14, or add `dates: {years: {last: 2286}}` to blogsearch.yaml "
       "[9999999999]"},
      // no known form
      {"",
       "time.unknown-form: the date is empty | write a date such as 2022-12-14 or Dec 14 2022 []"},
      {"2022-12-14 was good",
       "time.unknown-form: \"was\" may not follow a date | write \"2022-12-14\" alone [was]"},
      {"Dec 14 2022, 10:00 EST today",
       "time.unknown-form: \"today\" may not follow a date | write \"Dec 14 2022, 10:00 EST\" "
       "alone [today]"},
      {"Decembr 14 2022",
       "time.unknown-form: \"Decembr\" is no part of a date | did you mean \"December\"? "
       "[Decembr]"},
      {"on",
       "time.unknown-form: \"on\" is no part of a date | write a date such as 2022-12-14 or Dec 14 "
       "2022 [on]"},
      {"blog 1",
       "time.unknown-form: \"blog\" is no part of a date | write a date such as 2022-12-14 or Dec "
       "14 2022 [blog]"},
      {"۱۴۰۳/۰۳/۰۸",
       "time.unknown-form: \"۱۴۰۳\" is no part of a date | write a date such as 2022-12-14 or Dec "
       "14 2022 [۱۴۰۳]"},
      {"2022-12/14",
       "time.unknown-form: \"2022-12/14\" is in no known form of date | write a date such as "
       "2022-12-14 or Dec 14 2022 [2022-12/14]"},
      {"2022124",
       "time.unknown-form: a number of 7 digits is no date | write a date in digits as 20221214, "
       "or as 2022-12-14 [2022124]"},
      {"2022-12-14 10:5",
       "time.unknown-form: this is no time of day | write hours, minutes and seconds with two "
       "digits each, such as 09:05:00 [10:5]"},
  });
}

TEST_CASE("time: what is never accepted", "[time]") {
  check({
      {"   ", "time.unknown-form"},
      {"yesterday", "time.unknown-form"},
      {"today", "time.unknown-form"},
      {"now", "time.unknown-form"},
      {"tomorrow", "time.unknown-form"},
      {"last Monday", "time.unknown-form"},
      {"2 days ago", "time.unknown-form"},
      {"Post 5", "time.unknown-form"},
      {"true", "time.unknown-form"},
      {"null", "time.unknown-form"},
      {"TBD", "time.unknown-form"},
      {"Last Modified", "time.unknown-form"},
      {":filename", "time.unknown-form"},
      {"{{ .Date }}", "time.unknown-form"},
      {"1.0", "time.incomplete"},
      {"1.2.3", "time.ambiguous"},
      {"-1", "time.unknown-form"},
      {"+2022-12-14", "time.unknown-form"},
      {"-2022-12-14", "time.unknown-form"},
      {"2022-12-14-", "time.unknown-form"},
      {"2022-12-14,", "time.unknown-form"},
      {",2022-12-14", "time.unknown-form"},
      {"2022--12-14", "time.unknown-form"},
      {"2022 - 12 - 14", "time.unknown-form"},
      {"2022 12 14", "time.unknown-form"},
      {"14 12 2022", "time.unknown-form"},
      {"2022,12,14", "time.unknown-form"},
      {"2022-12-14T", "time.unknown-form"},
      {"2022-12-14TZ", "time.unknown-form"},
      {"2022-12-14T10:", "time.unknown-form"},
      {"2022-12-14T10:00:", "time.unknown-form"},
      {"2022-12-14T10:00:00:00", "time.unknown-form"},
      {"2022-12-14T10:00:00.Z", "time.unknown-form"},
      {"2022-12-14T10.30", "time.unknown-form"},
      {"2022-12-14T100", "time.unknown-form"},
      {"2022-12-14 1000", "time.unknown-form"},
      {"2022-12-14 10", "time.unknown-form"},
      {"2022-12-14-10:00", "time.unknown-form"},
      {"2022-12-14 10:00 11:00", "time.unknown-form"},
      {"2022-12-14 2022-12-15", "time.unknown-form"},
      {"2022-12-14/2022-12-15", "time.unknown-form"},
      {"2022-12-14 to 2022-12-15", "time.unknown-form"},
      {"Dec 14-15 2022", "time.unknown-form"},
      {"14-15 December 2022", "time.unknown-form"},
      {"Dec 14 2022 Dec 14 2022", "time.unknown-form"},
      {"Wed Wed Dec 14 2022", "time.unknown-form"},
      {"Dec Wed 14 2022", "time.unknown-form"},
      {"Dec 14 20222", "time.unknown-form"},
      {"Dec 14 202", "time.unknown-form"},
      {"Dec 2022 14", "time.unknown-form"},
      {"Dec 14 '22", "time.unknown-form"},
      {"Dec 14, , 2022", "time.unknown-form"},
      {"14 December 2022 of", "time.unknown-form"},
      {"14 Smarch 2022", "time.unknown-form"},
      {"14ish Dec 2022", "time.unknown-form"},
      {"2022:12:14 10:00:00", "time.unknown-form"},
      {"2022-12-14 10:00:00 (CET)", "time.unknown-form"},
      {"2022-12-14 10:00:00 +0100 (CET", "time.unknown-form"},
      {"2022-12-14T10:00:00[", "time.unknown-form"},
      {"2022-12-14T10:00:00[Europe/Berlin", "time.unknown-form"},
      {"2022-12-14T10:00:00 +01:00 +01:00 +01:00", "time.unknown-form"},
      {"2022-12-14T10:00:00+01:0", "time.unknown-zone"},
      {"2022-12-14T10:00:00+01000", "time.unknown-zone"},
      {"2022-12-14T10:00:00+01:00:00", "time.unknown-form"},
      {"2022-12-14 10:00 A", "time.unknown-form"},
      {"2022-12-14 10:00 X", "time.unknown-zone"},
      {"2022-12-14 10:00 Europe", "time.unknown-zone"},
      {"2022-12-14 10:00 posix/Europe/Berlin", "time.unknown-zone"},
      {"2022-12-14 10:00 ../../etc/passwd", "time.unknown-form"},
      {"2022-12-14 10:00 A/../../etc/passwd", "time.unknown-form"},
      {"2022-12-14 10:00 ET", "time.ambiguous"},
      {"2022-12-14 10:00 AST", "time.ambiguous"},
      {"2022-12-14 10:00 GST", "time.ambiguous"},
      {"Dec 14 22", "time.ambiguous"},
      {"Dec 14 22 10:00 GMT", "time.ambiguous"},
      {"14 Dec 22 10:00", "time.ambiguous"},
      {"22-12-14", "time.ambiguous"},
      {"14.12.22", "time.ambiguous"},
      {"1403/03/08", "time.out-of-range"},
      {"2565-12-14", "time.out-of-range"},
      {"0001-01-01", "time.out-of-range"},
      {"令和4年12月14日", "time.unknown-form"},
      {"14 Kislev 5783", "time.unknown-form"},
      {"2022-00-14", "time.impossible"},
      {"00/14/2022", "time.impossible"},
      {"2022-000", "time.impossible"},
      {"2022-W00-1", "time.impossible"},
      {"2022-W50-0", "time.impossible"},
      {"2021-W53-1", "time.impossible"},
      {"99/99/2022", "time.impossible"},
      {"Dec 32 2022", "time.impossible"},
      {"2022-12-14 24:12:03", "time.impossible"},
      {"2022-12-14 0:00 AM", "time.impossible"},
      {"2022-12-14 99:99", "time.impossible"},
      {"2022-12-14 10:00:60", "time.impossible"},
      {"20221214T256000", "time.impossible"},
      {"12-14", "time.incomplete"},
      {"12/14", "time.incomplete"},
      {"12/2022", "time.incomplete"},
      {"2022/12", "time.incomplete"},
      {"2022.12", "time.incomplete"},
      {"14.12.", "time.incomplete"},
      {"Dec", "time.incomplete"},
      {"Dec 14", "time.incomplete"},
      {"14 Dec", "time.incomplete"},
      {"2022 Dec", "time.incomplete"},
      {"Dec 14 10:00:00", "time.incomplete"},
      {"10:00", "time.incomplete"},
      {"10:00:00Z", "time.incomplete"},
      {"2022年12月", "time.incomplete"},
      {"12月14日", "time.incomplete"},
  });
}

TEST_CASE("time: a message stays one short line whatever the value", "[time]") {
  const std::string values[] = {
      std::string(100000, 'x'), std::string(100000, '-'),
      std::string(100000, '1'), "2022-12-14 10:00 " + std::string(5000, 'x'),
      "\xff\xfe\n\x01 2022",    "Dec\n---\n14 2022 \x7f",
      "2022-12-14 \"\n\"",
  };
  for (const std::string& value : values) {
    const auto result = time::read(value, time::Zone::utc());
    REQUIRE_FALSE(result);
    CHECK(result.error().message.size() < 200);
    CHECK(result.error().hint.size() < 200);
    CHECK(result.error().message.find('\n') == std::string::npos);
    CHECK(result.error().hint.find('\n') == std::string::npos);
  }
}

TEST_CASE("time: no mutation of a date crashes the reader or leaves its years and value",
          "[time]") {
  const std::string seeds[] = {
      "Wed, 14 Dec 2022 10:00:00 +0100",
      "Wed Dec 14 2022 10:00:00 GMT+0100 (Central European Standard Time)",
      "2022-12-14T10:00:00.123+01:00[Europe/Berlin]",
      "2009-11-10 23:00:00 +0000 UTC m=+0.000000001",
      "2022-W50-3T100000Z",
      "mar 14 décembre 2022 à 10:00 a.m.",
      "2022年12月14日 10:00",
      "14. Dezember 2022, 10:00 Uhr",
      "1671012000000",
  };
  using namespace std::string_view_literals;
  constexpr auto alphabet = "0123456789-/.:,+()[] TZWaeprDmécM\xC3\xE5\xCC\xFF\0\n=年"sv;
  std::mt19937 random(20221214);
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  for (int round = 0; round < 500; ++round) {
    std::string value = seeds[below(std::size(seeds))];
    for (std::size_t n = 1 + below(4); n > 0; --n) {
      const std::size_t at = below(value.size());
      switch (below(4)) {
        case 0:
          value[at] = alphabet[below(alphabet.size())];
          break;
        case 1:
          value.insert(at, 1, alphabet[below(alphabet.size())]);
          break;
        case 2:
          value.erase(at, value.size() > 1 ? 1 : 0);
          break;
        default:
          value.insert(at, value.substr(below(value.size()), below(9)));
          break;
      }
    }
    const auto result = time::read(value, time::Zone::utc());
    if (result) {
      const auto year = std::stoi(time::rfc3339(result->timestamp).substr(0, 4));
      if (year < 1969 || year > 2101) FAIL(value);  // a week's year may not be its days'
    } else if (result.error().message.empty() || result.error().hint.empty() ||
               result.error().span.begin > result.error().span.end ||
               result.error().span.end > value.size()) {
      FAIL(value);
    }
  }
}
