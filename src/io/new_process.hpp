// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the system wants to know of a program that is to be started.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "blogsearch/core/result.hpp"

namespace blogsearch::io {

/// Texts as the system takes them: an array of pointers that ends in null.
class TextVector {
 public:
  explicit TextVector(std::vector<std::string> texts) : texts_(std::move(texts)) {
    for (std::string& text : texts_) pointers_.push_back(text.data());
    pointers_.push_back(nullptr);
  }
  [[nodiscard]] char* const* data() const { return pointers_.data(); }

 private:
  std::vector<std::string> texts_;
  std::vector<char*> pointers_;
};

/// `NAME=value` for our own environment, without `unset` and with `set` over it.
[[nodiscard]] std::vector<std::string> environment_with(
    const std::vector<std::pair<std::string, std::string>>& set,
    const std::vector<std::string>& unset);

/// Why `program` could not be started: io.not-found or io.unreadable.
[[nodiscard]] Diagnostic cannot_run(const std::string& program, int error);

}  // namespace blogsearch::io
