// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the reader makes of a value, in one line.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "support/catch.hpp"
#include "time/read.hpp"
#include "time/write.hpp"

namespace blogsearch::time_test {

/// RFC 3339 with "!" in front when there is a warning, or the code of the refusal.
inline std::string reading(std::string_view value, const time::Conventions& conventions = {}) {
  const auto result = time::read(value, conventions);
  if (!result) return std::string(row_of(result.error().code).id);
  return (result->warning ? "!" : "") + time::rfc3339(result->timestamp);
}

struct Row {
  std::string_view value;
  std::string_view expected;
};

template <std::size_t N>
void check(const Row (&rows)[N], const time::Conventions& conventions = {}) {
  for (const Row& row : rows) {
    CAPTURE(row.value);
    CHECK(reading(row.value, conventions) == row.expected);
  }
}

/// A finding as a person sees it: `code: message | hint [the text it points at]`.
inline std::string in_full(const Diagnostic& finding, std::string_view value) {
  return std::string(row_of(finding.code).id) + ": " + finding.message + " | " + finding.hint +
         " [" + std::string(value.substr(finding.span.begin, finding.span.size())) + ']';
}

template <std::size_t N>
void check_findings(const Row (&rows)[N], const time::Conventions& conventions = {}) {
  for (const Row& row : rows) {
    const auto result = time::read(row.value, conventions);
    CAPTURE(row.value);
    if (!result) CHECK(in_full(result.error(), row.value) == row.expected);
    if (result && result->warning) CHECK(in_full(*result->warning, row.value) == row.expected);
    if (result && !result->warning) FAIL_CHECK("neither refused nor warned about");
  }
}

}  // namespace blogsearch::time_test
