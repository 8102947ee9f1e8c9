// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/size.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace blogsearch {
inline namespace core {
namespace {

struct Unit {
  std::string_view name;
  std::size_t bytes;
};
constexpr std::array<Unit, 3> binary{
    {{"GiB", std::size_t{1} << 30U}, {"MiB", std::size_t{1} << 20U}, {"KiB", 1U << 10U}}};
constexpr std::array<Unit, 3> decimal{{{"GB", 1'000'000'000}, {"MB", 1'000'000}, {"kB", 1'000}}};

bool is_same_letter(char a, char b) { return (a | 0x20) == (b | 0x20); }

template <std::size_t Size>
const Unit* find_unit(const std::array<Unit, Size>& units, std::string_view name) {
  const auto* unit = std::find_if(units.begin(), units.end(), [name](const Unit& each) {
    return std::equal(each.name.begin(), each.name.end(), name.begin(), name.end(), is_same_letter);
  });
  return unit == units.end() ? nullptr : unit;
}

}  // namespace

std::string written_size(std::size_t bytes) {
  for (const Unit& unit : binary)
    if (bytes != 0 && bytes % unit.bytes == 0)
      return std::to_string(bytes / unit.bytes) + ' ' + std::string(unit.name);
  return std::to_string(bytes) + " bytes";
}

std::optional<std::size_t> read_size(std::string_view text) {
  std::size_t number = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc{}) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(stop - text.data()));
  if (text.empty()) return number;
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  const Unit* unit = find_unit(binary, text);
  if (unit == nullptr) unit = find_unit(decimal, text);
  const bool is_sound =
      unit != nullptr && number <= std::numeric_limits<std::size_t>::max() / unit->bytes;
  return is_sound ? std::optional(number * unit->bytes) : std::nullopt;
}

}  // namespace core
}  // namespace blogsearch
