// SPDX-License-Identifier: GPL-2.0-or-later
//
// Numbers and texts one after the other in a byte string.
//
// A number: groups of seven bits, the lowest first, the high bit set in all bytes but the last.
// A signed number: 0, -1, 1, -2 … as 0, 1, 2, 3 … A text: the number of its bytes, its bytes.
// A list: the number of its texts, its texts.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace blogsearch::io {

void pack_number(std::string& out, std::uint64_t number);
void pack_signed(std::string& out, std::int64_t number);
void pack_text(std::string& out, std::string_view text);
void pack_list(std::string& out, const std::vector<std::string>& texts);

/// Takes off what was packed. After a place where the bytes make no sense everything is empty
/// and `is_good` is false: it is enough to ask once, at the end.
class Unpacker {
 public:
  /// `bytes` has to outlive the texts taken from it.
  explicit Unpacker(std::string_view bytes) : rest_(bytes) {}

  std::uint64_t number();
  std::int64_t signed_number();
  std::string_view text();
  std::vector<std::string> list();

  [[nodiscard]] bool is_good() const { return is_good_; }
  [[nodiscard]] bool at_end() const { return rest_.empty(); }
  [[nodiscard]] std::size_t left() const { return rest_.size(); }

 private:
  void fail();

  std::string_view rest_;
  bool is_good_ = true;
};

}  // namespace blogsearch::io
