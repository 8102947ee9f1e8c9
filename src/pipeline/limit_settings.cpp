// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/limit_settings.hpp"

#include <charconv>

#include "core/size.hpp"

namespace blogsearch::pipeline {
namespace {

using model::Limits;

struct Bounds {
  std::size_t least, most;
  [[nodiscard]] bool hold(const std::optional<std::size_t>& value) const {
    return value && *value >= least && *value <= most;
  }
};

constexpr Bounds file_size{1U << 10U, std::size_t{256} << 20U};
constexpr Bounds front_matter_size{1U << 10U, 1U << 20U};
constexpr Bounds front_matter_values{100, 1'000'000};
constexpr Bounds nesting{16, 1'000};
constexpr Bounds markup{1'000, 10'000'000};
constexpr Bounds search_size{1U << 10U, std::size_t{256} << 20U};
constexpr Bounds tags{1, 10'000};

struct Unit {
  std::string_view name;
  std::optional<std::size_t> (*read)(std::string_view text);
  std::string (*written)(std::size_t value);
};

std::optional<std::size_t> read_number(std::string_view text) {
  std::size_t count = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, count);
  return stop == end && error == std::errc{} ? std::optional(count) : std::nullopt;
}

std::string written_number(std::size_t number) { return std::to_string(number); }

constexpr Unit bytes{"a size", core::read_size, written_size};
constexpr Unit count{"a whole number", read_number, written_number};

void read(const Setting& setting, const Unit& unit, Bounds bounds, std::size_t& target) {
  const auto value = setting.text() == nullptr ? std::nullopt : unit.read(*setting.text());
  if (bounds.hold(value))
    target = *value;
  else
    setting.reject(std::string(unit.name) + " from " + unit.written(bounds.least) + " to " +
                       unit.written(bounds.most),
                   "write one such as " + unit.written(target));
}

}  // namespace

void read_file_size(const Setting& setting, Limits& limits) {
  read(setting, bytes, file_size, limits.file_size);
}

void read_front_matter_size(const Setting& setting, Limits& limits) {
  read(setting, bytes, front_matter_size, limits.front_matter_size);
}

void read_front_matter_values(const Setting& setting, Limits& limits) {
  read(setting, count, front_matter_values, limits.front_matter_values);
}

void read_nesting(const Setting& setting, Limits& limits) {
  read(setting, count, nesting, limits.nesting);
}

void read_markup(const Setting& setting, Limits& limits) {
  read(setting, count, markup, limits.markup);
}

void read_search_size(const Setting& setting, Limits& limits) {
  read(setting, bytes, search_size, limits.search_size);
}

void read_tags(const Setting& setting, Limits& limits) { read(setting, count, tags, limits.tags); }

}  // namespace blogsearch::pipeline
