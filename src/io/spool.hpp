// SPDX-License-Identifier: GPL-2.0-or-later
//
// Texts that are made one after another and wanted later, in another order: kept in a file
// without a name, so that memory does not grow with them.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "blogsearch/core/result.hpp"
#include "blogsearch/core/span.hpp"
#include "io/file.hpp"

namespace blogsearch::io {

class Spool {
 public:
  /// The file is in `folder`, which exists, and goes with the process whatever becomes of it.
  [[nodiscard]] static Result<Spool> make(const std::filesystem::path& folder);

  /// Where the text is now. The first failure is kept and told by `finish`.
  Span append(std::string_view text);

  /// To be called before the first `read`.
  [[nodiscard]] Result<void> finish();

  [[nodiscard]] Result<std::string> read(Span place) const;

  /// All texts, in the order in which they came.
  [[nodiscard]] Result<void> read_all(const std::function<void(std::string_view)>& sink) const;

 private:
  Spool(File file, std::filesystem::path folder)
      : file_(std::move(file)), folder_(std::move(folder)) {}
  void flush();

  File file_;
  std::filesystem::path folder_;  ///< for messages
  std::string buffer_;
  std::size_t end_ = 0;
  int error_ = 0;
};

}  // namespace blogsearch::io
