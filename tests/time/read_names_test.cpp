// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <string>
#include <string_view>

#include "support/catch.hpp"
#include "time/reading.hpp"

using namespace blogsearch;
using namespace blogsearch::time_test;

TEST_CASE("time: the name of a month may stand anywhere and be written any way", "[time]") {
  check({
      {"Dec 14 2022", "2022-12-14T00:00:00Z"},
      {"Dec 14, 2022", "2022-12-14T00:00:00Z"},
      {"Dec 14,2022", "2022-12-14T00:00:00Z"},
      {"Dec. 14, 2022", "2022-12-14T00:00:00Z"},
      {"dec 14 2022", "2022-12-14T00:00:00Z"},
      {"DEC 14 2022", "2022-12-14T00:00:00Z"},
      {"dEcEmBeR 14 2022", "2022-12-14T00:00:00Z"},
      {"December 14 2022", "2022-12-14T00:00:00Z"},
      {"December 14, 2022", "2022-12-14T00:00:00Z"},
      {"  December   14 ,  2022  ", "2022-12-14T00:00:00Z"},
      {"Dec 4 2022", "2022-12-04T00:00:00Z"},
      {"Dec 04 2022", "2022-12-04T00:00:00Z"},
      {"Dec  4 2022", "2022-12-04T00:00:00Z"},
      {"Dec 4th 2022", "2022-12-04T00:00:00Z"},
      {"December 1st, 2022", "2022-12-01T00:00:00Z"},
      {"December 2nd, 2022", "2022-12-02T00:00:00Z"},
      {"December 3rd, 2022", "2022-12-03T00:00:00Z"},
      {"December 14TH, 2022", "2022-12-14T00:00:00Z"},
      {"14 Dec 2022", "2022-12-14T00:00:00Z"},
      {"14 Dec, 2022", "2022-12-14T00:00:00Z"},
      {"14 December 2022", "2022-12-14T00:00:00Z"},
      {"14th December 2022", "2022-12-14T00:00:00Z"},
      {"14th of December 2022", "2022-12-14T00:00:00Z"},
      {"14th of December, 2022", "2022-12-14T00:00:00Z"},
      {"the 14th of December 2022", "2022-12-14T00:00:00Z"},
      {"14 of December of 2022", "2022-12-14T00:00:00Z"},
      {"14-Dec-2022", "2022-12-14T00:00:00Z"},
      {"14-DEC-2022", "2022-12-14T00:00:00Z"},
      {"14/Dec/2022", "2022-12-14T00:00:00Z"},
      {"14Dec2022", "2022-12-14T00:00:00Z"},
      {"14. December 2022", "2022-12-14T00:00:00Z"},
      {"14.Dec.2022", "2022-12-14T00:00:00Z"},
      {"Dec-14-2022", "2022-12-14T00:00:00Z"},
      {"2022 Dec 14", "2022-12-14T00:00:00Z"},
      {"2022, December 14", "2022-12-14T00:00:00Z"},
      {"2022-Dec-14", "2022-12-14T00:00:00Z"},
      {"Wed Dec 14 2022", "2022-12-14T00:00:00Z"},
      {"Wed, Dec 14 2022", "2022-12-14T00:00:00Z"},
      {"Wednesday, December 14, 2022", "2022-12-14T00:00:00Z"},
      {"Wednesday, 14 December 2022", "2022-12-14T00:00:00Z"},
      {"Wednesday 14th of December 2022", "2022-12-14T00:00:00Z"},
      {"wednesday, the 14th of december 2022", "2022-12-14T00:00:00Z"},
      {"Dec 14 2022 10:00", "2022-12-14T10:00:00Z"},
      {"Dec 14, 2022, 10:00:30", "2022-12-14T10:00:30Z"},
      {"Dec 14, 2022 at 10:00", "2022-12-14T10:00:00Z"},
      {"December 14, 2022 10:00 PM", "2022-12-14T22:00:00Z"},
      {"December 14, 2022 at 10:00 PM PST", "2022-12-14T22:00:00-08:00"},
      {"14 Dec 2022 10:00 +0100", "2022-12-14T10:00:00+01:00"},
      {"Feb 29 2024", "2024-02-29T00:00:00Z"},
      {"Feb 29 2000", "2000-02-29T00:00:00Z"},
      {"Jan 1 1970", "1970-01-01T00:00:00Z"},
      {"Dec 31 2100", "2100-12-31T00:00:00Z"},
      {"\u00A0Dec\u00A014\u00A02022", "2022-12-14T00:00:00Z"},
  });
}

TEST_CASE("time: months have names in seven languages", "[time]") {
  struct Month {
    std::string_view number;
    std::string_view names;
  };
  const Month months[] = {
      {"01",
       "January Jan JANUARY Januar Jänner Jaenner janvier janv. enero ene janeiro gennaio gen "
       "januari"},
      {"02",
       "February Feb Februar Feber février fevrier FÉVRIER févr. fév febrero fevereiro fev "
       "febbraio februari"},
      {"03", "March Mar März MÄRZ Maerz Mär Mrz mars marzo mar março MARÇO marco maart mrt"},
      {"04", "April Apr avril avr. abril abr aprile apr"},
      {"05", "May Mai mai mayo maio maggio mag mei"},
      {"06", "June Jun Juni juin junio junho giugno giu juni"},
      {"07", "July Jul Juli juillet juil. julio julho luglio lug juli"},
      {"08", "August Aug août aout AOÛT agosto ago augustus aug"},
      {"09",
       "September Sept Sept. Sep septembre sept. septiembre setiembre setembro set settembre"},
      {"10", "October Oct Oktober Okt octobre oct. octubre outubro out ottobre ott oktober okt"},
      {"11", "November Nov novembre nov. noviembre novembro"},
      {"12",
       "December Dec Dezember Dez décembre decembre DÉCEMBRE déc. diciembre dic dezembro dez "
       "dicembre de\u0301cembre"},
  };
  for (const Month& month : months) {
    std::string_view left = month.names;
    while (!left.empty()) {
      const std::string_view name = left.substr(0, left.find(' '));
      left.remove_prefix(std::min(left.size(), name.size() + 1));
      const std::string expected = "2022-" + std::string(month.number) + "-14T00:00:00Z";
      CAPTURE(name);
      CHECK(reading("14 " + std::string(name) + " 2022") == expected);
      CHECK(reading(std::string(name) + " 14, 2022") == expected);
    }
  }
}

TEST_CASE("time: whole dates of other languages", "[time]") {
  check({
      {"14. Dezember 2022", "2022-12-14T00:00:00Z"},
      {"14.Dezember 2022", "2022-12-14T00:00:00Z"},
      {"14. Dez. 2022", "2022-12-14T00:00:00Z"},
      {"Mittwoch, 14. Dezember 2022", "2022-12-14T00:00:00Z"},
      {"Mittwoch, den 14. Dezember 2022", "2022-12-14T00:00:00Z"},
      {"Mi., 14. Dezember 2022 um 10:00 Uhr", "2022-12-14T10:00:00Z"},
      {"14. Dezember 2022, 10:00 Uhr", "2022-12-14T10:00:00Z"},
      {"Do 15. Dez 10:00:00 CET 2022", "2022-12-15T10:00:00+01:00"},
      {"14 décembre 2022", "2022-12-14T00:00:00Z"},
      {"1er janvier 2022", "2022-01-01T00:00:00Z"},
      {"le 14 décembre 2022", "2022-12-14T00:00:00Z"},
      {"mercredi 14 décembre 2022 à 10:00", "2022-12-14T10:00:00Z"},
      {"mar. 13 déc. 2022", "2022-12-13T00:00:00Z"},
      {"mar 14 mars 2023", "2023-03-14T00:00:00Z"},
      {"mar 14 mar 2023", "2023-03-14T00:00:00Z"},
      {"mar, 14 de marzo de 2023", "2023-03-14T00:00:00Z"},
      {"Mar 14 2023", "2023-03-14T00:00:00Z"},
      {"14 de diciembre de 2022", "2022-12-14T00:00:00Z"},
      {"14 de diciembre del 2022", "2022-12-14T00:00:00Z"},
      {"el 14 de diciembre de 2022", "2022-12-14T00:00:00Z"},
      {"miércoles, 14 de diciembre de 2022", "2022-12-14T00:00:00Z"},
      {"14 de dezembro de 2022", "2022-12-14T00:00:00Z"},
      {"1º de março de 2022", "2022-03-01T00:00:00Z"},
      {"quarta-feira, 14 de dezembro de 2022", "2022-12-14T00:00:00Z"},
      {"terça-feira, 13 de dezembro de 2022", "2022-12-13T00:00:00Z"},
      {"sábado, 17 de dezembro de 2022", "2022-12-17T00:00:00Z"},
      {"mercoledì 14 dicembre 2022", "2022-12-14T00:00:00Z"},
      {"1° gennaio 2022", "2022-01-01T00:00:00Z"},
      {"woensdag 14 december 2022", "2022-12-14T00:00:00Z"},
      {"wo 14 dec. 2022", "2022-12-14T00:00:00Z"},
      {"2022年12月14日", "2022-12-14T00:00:00Z"},
      {"2022年 12月 14日", "2022-12-14T00:00:00Z"},
      {"2022年2月3日", "2022-02-03T00:00:00Z"},
      {"2022年12月14日 10:00", "2022-12-14T10:00:00Z"},
  });
}
