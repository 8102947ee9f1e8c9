// SPDX-License-Identifier: GPL-2.0-or-later
//
// A file's bytes with its name, able to say where in it a span is. Everything that points into a
// post points with a Span into its SourceText.
#pragma once

#include <string>
#include <string_view>

#include "blogsearch/core/diagnostic.hpp"

namespace blogsearch {
inline namespace core {

class SourceText {
 public:
  /// `name` is the path as the user would type it.
  SourceText(std::string name, std::string bytes)
      : name_(std::move(name)), bytes_(std::move(bytes)) {}

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] std::string_view bytes() const { return bytes_; }
  [[nodiscard]] std::string_view at(Span span) const {
    return bytes().substr(span.begin, span.size());
  }

  /// Line, column and excerpt of `span`. Spans past the end point behind the last character;
  /// a span over several lines is cut at the end of its first.
  [[nodiscard]] Location locate(Span span) const;

  /// `finding`, whose span is relative to the part of this text that starts at `offset`,
  /// with its span, file and location set for this text.
  [[nodiscard]] Diagnostic place(Diagnostic finding, std::size_t offset = 0) const;

 private:
  std::string name_;
  std::string bytes_;
};

}  // namespace core
}  // namespace blogsearch
