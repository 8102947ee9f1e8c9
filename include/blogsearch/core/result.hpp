// SPDX-License-Identifier: GPL-2.0-or-later
//
// A value or the one reason why there is none: the part of C++23's std::expected<T, Diagnostic>
// that this project uses, under the same names, so that it can become an alias of it.
#pragma once

#include <optional>
#include <utility>
#include <variant>

#include "blogsearch/core/diagnostic.hpp"

namespace blogsearch {
inline namespace core {

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Diagnostic reason) : state_(std::in_place_index<1>, std::move(reason)) {}

  [[nodiscard]] bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  /// Only when has_value().
  T& operator*() & { return *std::get_if<0>(&state_); }
  const T& operator*() const& { return *std::get_if<0>(&state_); }
  T&& operator*() && { return std::move(*std::get_if<0>(&state_)); }
  T* operator->() { return std::get_if<0>(&state_); }
  const T* operator->() const { return std::get_if<0>(&state_); }

  /// Only when not has_value().
  Diagnostic& error() & { return *std::get_if<1>(&state_); }
  const Diagnostic& error() const& { return *std::get_if<1>(&state_); }
  Diagnostic&& error() && { return std::move(*std::get_if<1>(&state_)); }

 private:
  std::variant<T, Diagnostic> state_;
};

template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Diagnostic reason) : reason_(std::move(reason)) {}

  [[nodiscard]] bool has_value() const { return !reason_.has_value(); }
  explicit operator bool() const { return has_value(); }

  /// Only when not has_value().
  Diagnostic& error() & { return *reason_; }
  const Diagnostic& error() const& { return *reason_; }
  Diagnostic&& error() && { return std::move(*reason_); }

 private:
  std::optional<Diagnostic> reason_;
};

}  // namespace core
}  // namespace blogsearch
