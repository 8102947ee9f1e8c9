// SPDX-License-Identifier: GPL-2.0-or-later
//
// The words a date is written with: months and weekdays in English, German, French, Spanish,
// Portuguese, Italian and Dutch, and the abbreviations of time zones.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace blogsearch::time {

/// A word in lower case and without accents, so that `Février`, `FEVRIER` and `février` are one.
/// Longer than any name of the tables, it is cut and equal to none of them.
class Folded {
 public:
  explicit Folded(std::string_view word);
  [[nodiscard]] std::string_view view() const { return {letters_.data(), size_}; }

 private:
  void append(char letter);
  std::array<char, 16> letters_{};
  std::size_t size_ = 0;
};

enum class NameKind { weekday, month, month_or_weekday, filler };

struct Name {
  NameKind kind;
  int number = 0;   ///< month from 1, weekday from 0 = Sunday
  int weekday = 0;  ///< of month_or_weekday, where `number` is the month
};
[[nodiscard]] std::optional<Name> find_name(std::string_view folded);

/// `st`, `th`, `er`, `º` …
[[nodiscard]] bool is_ordinal_suffix(std::string_view folded);

/// English, from January and from Sunday.
[[nodiscard]] std::span<const std::string_view> month_names();
[[nodiscard]] std::span<const std::string_view> weekday_names();

/// An abbreviation that means one offset. Those of RFC 5322, section 4.3, mean what it says.
[[nodiscard]] std::optional<std::chrono::minutes> find_abbreviation(std::string_view folded);

/// An abbreviation that means several.
struct SharedAbbreviation {
  std::string_view word;
  std::string_view meanings;
  std::string_view example;  ///< one of the offsets
};
[[nodiscard]] const SharedAbbreviation* find_shared_abbreviation(std::string_view folded);

}  // namespace blogsearch::time
