// SPDX-License-Identifier: GPL-2.0-or-later
//
// JSON values in the order they were put in, and their text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "blogsearch/core/result.hpp"

namespace blogsearch::syntax {

class Json {
 public:
  using Array = std::vector<Json>;
  using Object = std::vector<std::pair<std::string, Json>>;
  using Value =
      std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, Array, Object>;

  Json() : value_(nullptr) {}
  Json(std::nullptr_t) : value_(nullptr) {}
  template <class Bool, std::enable_if_t<std::is_same_v<Bool, bool>, int> = 0>
  Json(Bool value) : value_(value) {}
  template <
      class Integer,
      std::enable_if_t<std::is_integral_v<Integer> && !std::is_same_v<Integer, bool>, int> = 0>
  Json(Integer value) : value_(static_cast<std::int64_t>(value)) {}
  Json(double value) : value_(value) {}
  Json(std::string value) : value_(std::move(value)) {}
  Json(std::string_view value) : value_(std::string(value)) {}
  Json(const char* value) : value_(std::string(value)) {}
  Json(Array value) : value_(std::move(value)) {}
  Json(Object value) : value_(std::move(value)) {}

  [[nodiscard]] const Value& value() const { return value_; }
  /// The member of an object, or null when there is none.
  [[nodiscard]] const Json* find(std::string_view key) const;

 private:
  Value value_;
};

enum class Layout { compact, indented };

/// RFC 8259; invalid UTF-8 becomes U+FFFD. `indented` uses two spaces and ends without a newline.
[[nodiscard]] std::string write_json(const Json& json, Layout layout = Layout::compact);

[[nodiscard]] Result<Json> read_json(std::string_view text);

}  // namespace blogsearch::syntax
