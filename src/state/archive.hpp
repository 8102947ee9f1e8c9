// SPDX-License-Identifier: GPL-2.0-or-later
//
// Values as bytes and back. What a struct is made of is said once, in a function `fields` beside
// it or in state/fields.hpp, which serves both ways.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "io/ground.hpp"
#include "io/pack.hpp"
#include "io/read.hpp"

namespace blogsearch::state {

/// `T`, const or not: `fields` is given either.
template <class T, class Value>
concept Same = std::is_same_v<std::remove_const_t<T>, Value>;

class Packer {
 public:
  Packer() = default;
  /// Paths are written down from `ground`, else as they are.
  explicit Packer(const io::Ground& ground) : ground_(&ground) {}

  template <class... Values>
  void operator()(const Values&... values) {
    (pack(values), ...);
  }

  /// A path that is kept as text.
  void path(const std::string& path) { pack(ground_ == nullptr ? path : ground_->inward(path)); }

  [[nodiscard]] const std::string& bytes() const { return bytes_; }
  [[nodiscard]] std::string take() { return std::move(bytes_); }

 private:
  void pack(const std::string& text) { io::pack_text(bytes_, text); }
  void pack(const std::filesystem::path& path) { this->path(path.native()); }

  template <class First, class Second>
  void pack(const std::pair<First, Second>& pair) {
    (*this)(pair.first, pair.second);
  }
  template <class Value>
  void pack(const std::optional<Value>& value) {
    pack(value.has_value());
    if (value) pack(*value);
  }
  template <class Value>
  void pack(const std::vector<Value>& values) {
    pack(values.size());
    for (const Value& value : values) pack(value);
  }
  template <class Value, std::size_t size>
  void pack(const std::array<Value, size>& values) {
    for (const Value& value : values) pack(value);
  }
  template <class Key, class Value>
  void pack(const std::map<Key, Value>& values) {
    pack(values.size());
    for (const auto& pair : values) pack(pair);
  }
  template <class Value>
  void pack(const Value& value) {
    if constexpr (std::is_enum_v<Value>)
      io::pack_number(bytes_, static_cast<std::uint64_t>(value));
    else if constexpr (std::is_signed_v<Value>)
      io::pack_signed(bytes_, value);
    else if constexpr (std::is_unsigned_v<Value>)
      io::pack_number(bytes_, value);
    else
      fields(*this, value);
  }

  const io::Ground* ground_ = nullptr;
  std::string bytes_;
};

/// After a place where the bytes make no sense all values are empty: it is enough to ask
/// `is_good` once, at the end.
class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : from_(bytes) {}
  Unpacker(std::string_view bytes, const io::Ground& ground) : ground_(&ground), from_(bytes) {}

  template <class... Values>
  void operator()(Values&... values) {
    (unpack(values), ...);
  }

  void path(std::string& path) { path = outward(from_.text()); }
  [[nodiscard]] std::string_view text() { return from_.text(); }

  [[nodiscard]] std::string outward(std::string_view path) const {
    return ground_ == nullptr ? std::string(path) : ground_->outward(path);
  }

  [[nodiscard]] bool is_good() const { return from_.is_good() && is_known_; }
  [[nodiscard]] bool at_end() const { return from_.at_end(); }

  /// How many bytes were not read yet.
  [[nodiscard]] std::size_t left() const { return from_.left(); }

  /// A value that nothing means was read.
  void fail() { is_known_ = false; }

 private:
  void unpack(std::string& text) { text = from_.text(); }
  void unpack(std::filesystem::path& path) { path = outward(from_.text()); }
  void unpack(bool& value) { value = from_.number() != 0; }

  template <class First, class Second>
  void unpack(std::pair<First, Second>& pair) {
    (*this)(pair.first, pair.second);
  }
  template <class Value>
  void unpack(std::optional<Value>& value) {
    bool is_there = false;
    unpack(is_there);
    value.reset();
    if (is_there) unpack(value.emplace());
  }
  template <class Value>
  void unpack(std::vector<Value>& values) {
    values.clear();
    for (std::uint64_t left = from_.number(); left > 0 && is_good(); --left)
      unpack(values.emplace_back());
  }
  template <class Key, class Value>
  void unpack(std::map<Key, Value>& values) {
    values.clear();
    for (std::uint64_t left = from_.number(); left > 0 && is_good(); --left) {
      std::pair<Key, Value> pair;
      unpack(pair);
      values.insert(std::move(pair));
    }
  }
  template <class Value>
  void unpack(Value& value) {
    if constexpr (std::is_enum_v<Value>)
      value = enumerator<Value>(from_.number());
    else if constexpr (std::is_signed_v<Value>)
      value = static_cast<Value>(from_.signed_number());
    else if constexpr (std::is_unsigned_v<Value>)
      value = static_cast<Value>(from_.number());
    else
      fields(*this, value);
  }

  /// `count_of` says how many enumerators there are.
  template <class Enum>
  Enum enumerator(std::uint64_t number) {
    if (number < count_of(*this, Enum{})) return static_cast<Enum>(number);
    fail();
    return Enum{};
  }

  const io::Ground* ground_ = nullptr;
  io::Unpacker from_;
  bool is_known_ = true;
};

/// Of all that the values are made of.
template <class... Values>
[[nodiscard]] std::uint64_t digest_of(const Values&... values) {
  Packer packer;
  packer(values...);
  return io::digest(packer.bytes());
}

}  // namespace blogsearch::state
