// SPDX-License-Identifier: GPL-2.0-or-later
#include "time/names.hpp"

#include <algorithm>

namespace blogsearch::time {
namespace {

/// English, German, French, Spanish, Portuguese, Italian, Dutch; one row a month.
constexpr std::string_view months[] = {
    "january jan januar janner jaenner janvier janv enero ene janeiro gennaio gen januari",
    "february feb februar feber fevrier fevr fev febrero fevereiro febbraio februari",
    "march marz maerz mrz mars marzo marco maart mrt",
    "april apr avril avr abril abr aprile",
    "may mai mayo maio maggio mag mei",
    "june jun juni juin junio junho giugno giu",
    "july jul juli juillet juil julio julho luglio lug",
    "august aug aout agosto ago augustus",
    "september sept sep septembre septiembre setiembre setembro settembre set",
    "october oct oktober okt octobre octubre outubro out ottobre ott",
    "november nov novembre noviembre novembro",
    "december dec dezember dez decembre diciembre dic dezembro dicembre",
};

constexpr std::string_view weekdays[] = {
    "sunday sun sonntag so dimanche dim domingo dom domenica zondag zo",
    "monday mon montag mo lundi lun lunes segunda seg lunedi maandag ma",
    "tuesday tue tues dienstag di mardi martes terca ter martedi dinsdag",
    "wednesday wed weds mittwoch mi mercredi mer miercoles mie quarta qua mercoledi woensdag wo",
    "thursday thu thur thurs donnerstag do jeudi jeu jueves jue quinta qui giovedi gio donderdag",
    "friday fri freitag fr vendredi ven viernes vie sexta sex venerdi vrijdag vr",
    "saturday sat samstag sonnabend sa samedi sam sabado sab sabato zaterdag za",
};

/// March, German März, or Tuesday (mardi, martes, martedì).
constexpr Name mar{NameKind::month_or_weekday, 3, 2};

constexpr std::string_view fillers = "of the de del den le el at um a";
constexpr std::string_view ordinal_suffixes = "st nd rd th er º °";

constexpr std::string_view english_months[] = {"January",   "February", "March",    "April",
                                               "May",       "June",     "July",     "August",
                                               "September", "October",  "November", "December"};
constexpr std::string_view english_weekdays[] = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                 "Thursday", "Friday", "Saturday"};

struct Abbreviation {
  std::string_view word;
  int minutes;
};

constexpr Abbreviation abbreviations[] = {
    // RFC 3339 and RFC 5322
    {"z", 0},
    {"utc", 0},
    {"ut", 0},
    {"gmt", 0},
    {"est", -300},
    {"edt", -240},
    {"cst", -360},
    {"cdt", -300},
    {"mst", -420},
    {"mdt", -360},
    {"pst", -480},
    {"pdt", -420},
    // the rest of the United States
    {"akst", -540},
    {"akdt", -480},
    {"hst", -600},
    // Europe
    {"wet", 0},
    {"west", 60},
    {"cet", 60},
    {"cest", 120},
    {"met", 60},
    {"mest", 120},
    {"mez", 60},
    {"mesz", 120},
    {"eet", 120},
    {"eest", 180},
    {"msk", 180},
    // Asia
    {"pkt", 300},
    {"npt", 345},
    {"ict", 420},
    {"wib", 420},
    {"wita", 480},
    {"wit", 540},
    {"hkt", 480},
    {"sgt", 480},
    {"myt", 480},
    {"jst", 540},
    {"kst", 540},
    // Australia, New Zealand, Africa
    {"awst", 480},
    {"acst", 570},
    {"acdt", 630},
    {"aest", 600},
    {"aedt", 660},
    {"nzst", 720},
    {"nzdt", 780},
    {"wat", 60},
    {"cat", 120},
    {"sast", 120},
    {"eat", 180},
};

constexpr SharedAbbreviation shared_abbreviations[] = {
    {"ist", "India, Ireland or Israel", "+05:30"},
    {"bst", "Britain or Bangladesh", "+01:00"},
    {"ast", "Atlantic Canada or Arabia", "-04:00"},
    {"amt", "Amazonas or Armenia", "-04:00"},
    {"gst", "the Gulf or South Georgia", "+04:00"},
    {"ect", "Ecuador or the eastern Caribbean", "-05:00"},
    {"sst", "Samoa or Singapore", "+08:00"},
    {"wst", "western Australia or Samoa", "+08:00"},
    {"et", "America's EST or EDT", "-05:00"},
    {"ct", "America's CST or CDT", "-06:00"},
    {"mt", "America's MST or MDT", "-07:00"},
    {"pt", "America's PST or PDT", "-08:00"},
};

/// Whether `word` is one of `words`, which spaces separate.
bool holds(std::string_view words, std::string_view word) {
  for (std::size_t at = words.find(word); at != std::string_view::npos;
       at = words.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || words[at - 1] == ' ') && (end == words.size() || words[end] == ' '))
      return !word.empty();
  }
  return false;
}

/// Which row of `rows` holds `word`.
std::optional<int> row_with(std::span<const std::string_view> rows, std::string_view word) {
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (holds(rows[i], word)) return static_cast<int>(i);
  return std::nullopt;
}

template <class Table>
auto find_word(const Table& table, std::string_view word) {
  const auto found = std::find_if(std::begin(table), std::end(table),
                                  [&](const auto& row) { return row.word == word; });
  return found == std::end(table) ? nullptr : found;
}

}  // namespace

Folded::Folded(std::string_view word) {
  // U+00C0 … U+00FF in UTF-8 are C3 80 … C3 BF; U+0300 … U+033F, combining marks, CC 80 … CC BF.
  constexpr std::string_view bases =
      "aaaaaaaceeeeiiiidnooooo*ouuuuypsaaaaaaaceeeeiiiidnooooo/ouuuuypy";
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    const bool has_next = i + 1 < word.size();
    if (c >= 'A' && c <= 'Z') {
      append(static_cast<char>(c - 'A' + 'a'));
    } else if (c == '\xC3' && has_next) {
      append(bases[static_cast<unsigned char>(word[++i]) & 0x3FU]);
    } else if (c == '\xCC' && has_next) {
      ++i;
    } else {
      append(c);
    }
  }
}

void Folded::append(char letter) {
  if (size_ < letters_.size()) letters_[size_++] = letter;
}

std::optional<Name> find_name(std::string_view folded) {
  if (folded == "mar") return mar;
  if (const auto month = row_with(months, folded)) return Name{NameKind::month, *month + 1};
  if (const auto weekday = row_with(weekdays, folded)) return Name{NameKind::weekday, *weekday};
  if (holds(fillers, folded)) return Name{NameKind::filler};
  return std::nullopt;
}

bool is_ordinal_suffix(std::string_view folded) { return holds(ordinal_suffixes, folded); }

std::span<const std::string_view> month_names() { return english_months; }
std::span<const std::string_view> weekday_names() { return english_weekdays; }

std::optional<std::chrono::minutes> find_abbreviation(std::string_view folded) {
  const Abbreviation* found = find_word(abbreviations, folded);
  if (found == nullptr) return std::nullopt;
  return std::chrono::minutes{found->minutes};
}

const SharedAbbreviation* find_shared_abbreviation(std::string_view folded) {
  return find_word(shared_abbreviations, folded);
}

}  // namespace blogsearch::time
