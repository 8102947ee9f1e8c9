// SPDX-License-Identifier: GPL-2.0-or-later
//
// The one type for everything that can be wrong. A leaf that finds a problem knows only the text
// it was given: it sets `span`. Whoever knows the file places the finding with `SourceText::place`.
// Only `cli` prints one.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "blogsearch/core/code_table.hpp"
#include "blogsearch/core/span.hpp"

namespace blogsearch {
inline namespace core {

/// Where a finding is, in a person's terms. It carries its line, so that it can be shown
/// (and stored) without opening the file again.
struct Location {
  std::size_t line = 0;    ///< from 1
  std::size_t column = 0;  ///< from 1, in code points
  std::string excerpt;     ///< the line, or the part of a long one around the place
  Span caret;              ///< bytes of `excerpt` to point at; never empty

  bool operator==(const Location&) const = default;
};

struct Diagnostic {
  Code code = Code::cli_bug;
  std::string message;               ///< one line, lower case, no full stop
  std::string hint;                  ///< what to write instead; may be empty
  Span span;                         ///< relative to the text the finder was given
  std::string file;                  ///< as the user would type it; empty when there is none
  std::optional<Location> location;  ///< set once the file is known

  [[nodiscard]] Severity severity() const { return row_of(code).severity; }
  [[nodiscard]] Fault fault() const { return row_of(code).fault; }
  [[nodiscard]] bool is_error() const { return severity() == Severity::error; }

  bool operator==(const Diagnostic&) const = default;
};

/// Findings in the order they were made. Stages only append.
class Diagnostics {
 public:
  void add(Diagnostic finding) { findings_.push_back(std::move(finding)); }
  void add(Diagnostics more) {
    for (Diagnostic& finding : more.findings_) add(std::move(finding));
  }

  [[nodiscard]] bool empty() const { return findings_.empty(); }
  [[nodiscard]] std::size_t size() const { return findings_.size(); }
  [[nodiscard]] bool has_errors() const {
    for (const Diagnostic& finding : findings_)
      if (finding.is_error()) return true;
    return false;
  }
  [[nodiscard]] auto begin() const { return findings_.begin(); }
  [[nodiscard]] auto end() const { return findings_.end(); }

 private:
  std::vector<Diagnostic> findings_;
};

}  // namespace core
}  // namespace blogsearch
