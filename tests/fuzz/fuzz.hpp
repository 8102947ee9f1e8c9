// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a target asks of the code under it. A target is one file: libFuzzer calls its
// LLVMFuzzerTestOneInput with bytes that it changes at random, and what crashes, hangs, uses up the
// memory or breaks a `require` is kept as a file that shows it again: `target FILE`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace blogsearch::fuzz {

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// The first byte, taken off: what a target may choose between.
inline unsigned take_choice(std::string_view& text) {
  if (text.empty()) return 0;
  const auto choice = static_cast<unsigned char>(text.front());
  text.remove_prefix(1);
  return choice;
}

inline void require(bool holds, std::string_view what, std::string_view seen = {}) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n%s\n", std::string(what).c_str(), std::string(seen).c_str());
  std::abort();
}

}  // namespace blogsearch::fuzz
