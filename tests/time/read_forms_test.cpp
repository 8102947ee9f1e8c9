// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <string_view>

#include "support/catch.hpp"
#include "time/forms.hpp"
#include "time/reading.hpp"
#include "time/scan.hpp"

using namespace blogsearch;
using namespace blogsearch::time_test;

TEST_CASE("time: every form of the table has the shape of its example", "[time]") {
  for (const time::Form& form : time::forms()) {
    CAPTURE(form.example);
    const auto pieces = time::scan(form.example, {});
    REQUIRE(pieces);
    CHECK(time::find_form(pieces->shape.view()) == &form);
    CHECK(form.roles.size() == pieces->count);
  }
}

TEST_CASE("time: the examples of complete forms are one day, those of others are refused",
          "[time]") {
  for (const time::Form& form : time::forms()) {
    CAPTURE(form.example);
    const std::string result = reading(form.example);
    const bool has_short_year = form.roles.find_first_of("rc") != std::string_view::npos;
    if (has_short_year) {
      CHECK(result == "time.ambiguous");
    } else if (time::is_complete(form)) {
      CHECK(result.substr(0, 10) == "2022-12-14");
    } else {
      CHECK(result == "time.incomplete");
    }
  }
}

TEST_CASE("time: what programs write", "[time]") {
  check({
      // RFC 5322, RFC 822, RFC 850, HTTP
      {"Wed, 14 Dec 2022 10:00:00 +0100", "2022-12-14T10:00:00+01:00"},
      {"Wed, 14 Dec 2022 10:00:00 GMT", "2022-12-14T10:00:00Z"},
      {"14 Dec 2022 10:00 -0500", "2022-12-14T10:00:00-05:00"},
      {"Wed, 14 Dec 2022 10:00:00 +0100 (CET)", "2022-12-14T10:00:00+01:00"},
      {"Wed, 14 Dec 22 10:00:00 GMT", "2022-12-14T10:00:00Z"},
      {"14 Dec 22 10:00 EST", "2022-12-14T10:00:00-05:00"},
      {"14 Dec 22 10:00 +0100", "2022-12-14T10:00:00+01:00"},
      {"Wednesday, 14-Dec-22 10:00:00 GMT", "2022-12-14T10:00:00Z"},
      {"Wed, 14-Dec-2022 10:00:00 GMT", "2022-12-14T10:00:00Z"},
      {"14 Dec 00 10:00 GMT", "2000-12-14T10:00:00Z"},
      {"14 Dec 49 10:00 GMT", "2049-12-14T10:00:00Z"},
      {"14 Dec 70 10:00 GMT", "1970-12-14T10:00:00Z"},
      {"14 Dec 99 10:00 GMT", "1999-12-14T10:00:00Z"},
      // JavaScript
      {"Wed Dec 14 2022", "2022-12-14T00:00:00Z"},
      {"Wed Dec 14 2022 10:00:00 GMT+0100 (Central European Standard Time)",
       "2022-12-14T10:00:00+01:00"},
      {"Wed Dec 14 2022 10:00:00 GMT+0800 (中国标准时间)", "2022-12-14T10:00:00+08:00"},
      {"Wed Dec 14 2022 10:00:00 GMT-0330", "2022-12-14T10:00:00-03:30"},
      {"Wed Dec 14 10:00:00 UTC+0100 2022", "2022-12-14T10:00:00+01:00"},
      {"2022-12-14T10:00:00.000Z", "2022-12-14T10:00:00Z"},
      {"12/14/2022, 10:00:00 AM", "2022-12-14T10:00:00Z"},
      {"12/14/2022, 10:00:00\u202FPM", "2022-12-14T22:00:00Z"},
      {"14/12/2022, 10:00:00", "2022-12-14T10:00:00Z"},
      {"14.12.2022, 10:00:00", "2022-12-14T10:00:00Z"},
      // date(1), ANSI C, Unix, Ruby, git
      {"Wed Dec 14 10:00:00 CET 2022", "2022-12-14T10:00:00+01:00"},
      {"Wed Dec 14 10:00:00 AM CET 2022", "2022-12-14T10:00:00+01:00"},
      {"Wed 14 Dec 2022 10:00:00 PM CET", "2022-12-14T22:00:00+01:00"},
      {"Wed 14 Dec 10:00:00 CET 2022", "2022-12-14T10:00:00+01:00"},
      {"Thu Dec  1 10:00:00 UTC 2022", "2022-12-01T10:00:00Z"},
      {"Wed Dec 14 10:00:00 2022", "2022-12-14T10:00:00Z"},
      {"Thu Dec  1 10:00:00 2022", "2022-12-01T10:00:00Z"},
      {"Wed Dec 14 10:00:00 +0100 2022", "2022-12-14T10:00:00+01:00"},
      {"Wed Dec 14 10:00:00 2022 +0100", "2022-12-14T10:00:00+01:00"},
      {"2022-12-14 10:00:00.123456789+01:00", "2022-12-14T10:00:00+01:00"},
      // Go
      {"2009-11-10 23:00:00 +0000 UTC", "2009-11-10T23:00:00Z"},
      {"2009-11-10 23:00:00 +0000 UTC m=+0.000000001", "2009-11-10T23:00:00Z"},
      {"2022-12-14 10:00:00.123456789 +0100 CET m=-12.5", "2022-12-14T10:00:00+01:00"},
      {"2022-12-14 10:00:00 +0800 CST", "2022-12-14T10:00:00+08:00"},
      {"2022-12-14 10:00:00 -0300 -03", "2022-12-14T10:00:00-03:00"},
      // org-mode, PHP's DATE_COOKIE, Python's ctime and isoformat
      {"2022-12-14 Wed", "2022-12-14T00:00:00Z"},
      {"2022-12-14 Wed 10:00", "2022-12-14T10:00:00Z"},
      {"Wednesday, 14-Dec-2022 10:00:00 UTC", "2022-12-14T10:00:00Z"},
      {"2022-12-14 10:00:00.123456", "2022-12-14T10:00:00Z"},
      // the time first
      {"10:00, 14 December 2022", "2022-12-14T10:00:00Z"},
      {"10:30 pm EST, December 14, 2022", "2022-12-14T22:30:00-05:00"},
      {"10:00 14-12-2022", "2022-12-14T10:00:00Z"},
      {"10:00 Wed 14 Dec 2022", "2022-12-14T10:00:00Z"},
  });
}

TEST_CASE("time: clocks of 12 hours", "[time]") {
  check({
      {"2022-12-14 12:00 AM", "2022-12-14T00:00:00Z"},
      {"2022-12-14 12:30 am", "2022-12-14T00:30:00Z"},
      {"2022-12-14 1:00 AM", "2022-12-14T01:00:00Z"},
      {"2022-12-14 11:59:59 AM", "2022-12-14T11:59:59Z"},
      {"2022-12-14 12:00 PM", "2022-12-14T12:00:00Z"},
      {"2022-12-14 12:30 pm", "2022-12-14T12:30:00Z"},
      {"2022-12-14 1:00PM", "2022-12-14T13:00:00Z"},
      {"2022-12-14 11:59:59 PM", "2022-12-14T23:59:59Z"},
      {"2022-12-14 10 am", "2022-12-14T10:00:00Z"},
      {"2022-12-14 10pm", "2022-12-14T22:00:00Z"},
      {"2022-12-14 10:00 a.m.", "2022-12-14T10:00:00Z"},
      {"2022-12-14 10:00 P.M. EST", "2022-12-14T22:00:00-05:00"},
      {"Dec 14 2022 10 PM +0100", "2022-12-14T22:00:00+01:00"},
  });
}

TEST_CASE("time: day or month first only where the numbers decide", "[time]") {
  check({
      {"14.12.2022", "2022-12-14T00:00:00Z"},
      {"3.4.2022", "2022-04-03T00:00:00Z"},
      {"03.04.2022", "2022-04-03T00:00:00Z"},
      {"14. 12. 2022", "2022-12-14T00:00:00Z"},
      {"14.12.2022 10:00", "2022-12-14T10:00:00Z"},
      {"Mi, 14.12.2022 10:00 Uhr", "2022-12-14T10:00:00Z"},
      {"12/14/2022", "2022-12-14T00:00:00Z"},
      {"14/12/2022", "2022-12-14T00:00:00Z"},
      {"12-14-2022", "2022-12-14T00:00:00Z"},
      {"14-12-2022", "2022-12-14T00:00:00Z"},
      {"5/13/2022", "2022-05-13T00:00:00Z"},
      {"13/5/2022", "2022-05-13T00:00:00Z"},
      {"05/05/2022", "2022-05-05T00:00:00Z"},
      {"5-5-2022", "2022-05-05T00:00:00Z"},
      {"03/04/2022", "time.ambiguous"},
      {"3/4/2022", "time.ambiguous"},
      {"03-04-2022", "time.ambiguous"},
      {"12/11/2022 10:00", "time.ambiguous"},
  });
  time::Conventions american;
  american.order = time::Order::mdy;
  check({{"03/04/2022", "2022-03-04T00:00:00Z"},
         {"03-04-2022 10:00", "2022-03-04T10:00:00Z"},
         {"14/12/2022", "2022-12-14T00:00:00Z"},
         {"03.04.2022", "2022-04-03T00:00:00Z"},
         {"2022/03/04", "2022-03-04T00:00:00Z"}},
        american);
  time::Conventions european;
  european.order = time::Order::dmy;
  check({{"03/04/2022", "2022-04-03T00:00:00Z"},
         {"03-04-2022 10:00", "2022-04-03T10:00:00Z"},
         {"12/14/2022", "2022-12-14T00:00:00Z"},
         {"2022/03/04", "2022-03-04T00:00:00Z"}},
        european);
  CHECK(time::rfc3339(time::read("03/04/2022", time::Zone::utc(), time::Order::mdy)->timestamp) ==
        "2022-03-04T00:00:00Z");
}

TEST_CASE("time: digits alone are a date, Unix seconds or milliseconds by their count", "[time]") {
  check({
      {"20221214", "2022-12-14T00:00:00Z"},
      {"1671012000", "2022-12-14T10:00:00Z"},
      {"1671012000000", "2022-12-14T10:00:00Z"},
      {"1671012000999", "2022-12-14T10:00:00Z"},
      {"0000000000", "1970-01-01T00:00:00Z"},
      {"4133980799", "2100-12-31T23:59:59Z"},
      {"4133980800", "time.out-of-range"},
      {"9999999999999", "time.out-of-range"},
      {"1671012000 UTC", "time.unknown-form"},
      {"1671012000 10:00", "time.unknown-form"},
      {"0", "time.incomplete"},
      {"14", "time.incomplete"},
      {"122", "time.unknown-form"},
      {"2022", "time.incomplete"},
      {"22124", "time.unknown-form"},
      {"221214", "time.unknown-form"},
      {"2022124", "time.unknown-form"},
      {"202212141", "time.unknown-form"},
      {"16710120000", "time.unknown-form"},
      {"202212141000", "time.unknown-form"},
      {"20221214100000", "time.unknown-form"},
      {"99999999999999999999999999", "time.unknown-form"},
  });
  time::Conventions berlin;
  berlin.zone = *time::find_zone("Europe/Berlin");
  check({{"1671012000", "2022-12-14T11:00:00+01:00"},
         {"1657792800", "2022-07-14T12:00:00+02:00"},
         {"2857550400", "2060-07-20T14:00:00+02:00"},
         {"20221214", "2022-12-14T00:00:00+01:00"}},
        berlin);
}
