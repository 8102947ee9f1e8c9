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

std::optional<std::size_t> count_in(std::string_view text) {
  std::size_t count = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, count);
  return stop == end && error == std::errc{} ? std::optional(count) : std::nullopt;
}

void read_bytes(const Setting& setting, Bounds bounds, std::size_t& target) {
  const auto value = setting.text() == nullptr ? std::nullopt : core::read_size(*setting.text());
  if (bounds.hold(value))
    target = *value;
  else
    setting.reject("a size from " + written_size(bounds.least) + " to " + written_size(bounds.most),
                   "write one such as " + written_size(target));
}

void read_count(const Setting& setting, Bounds bounds, std::size_t& target) {
  const auto value = setting.text() == nullptr ? std::nullopt : count_in(*setting.text());
  if (bounds.hold(value))
    target = *value;
  else
    setting.reject("a whole number from " + std::to_string(bounds.least) + " to " +
                       std::to_string(bounds.most),
                   "write one such as " + std::to_string(target));
}

}  // namespace

void read_file_size(const Setting& setting, Limits& limits) {
  read_bytes(setting, file_size, limits.file_size);
}

void read_front_matter_size(const Setting& setting, Limits& limits) {
  read_bytes(setting, front_matter_size, limits.front_matter_size);
}

void read_front_matter_values(const Setting& setting, Limits& limits) {
  read_count(setting, front_matter_values, limits.front_matter_values);
}

void read_nesting(const Setting& setting, Limits& limits) {
  read_count(setting, nesting, limits.nesting);
}

void read_markup(const Setting& setting, Limits& limits) {
  read_count(setting, markup, limits.markup);
}

void read_search_size(const Setting& setting, Limits& limits) {
  read_bytes(setting, search_size, limits.search_size);
}

void read_tags(const Setting& setting, Limits& limits) { read_count(setting, tags, limits.tags); }

}  // namespace blogsearch::pipeline
