// SPDX-License-Identifier: GPL-2.0-or-later
//
// Findings as one line each, for whole-message assertions.
#pragma once

#include <string>

#include "blogsearch/core/diagnostic.hpp"

namespace blogsearch::support {

/// `2:7 message [code] (hint)`; without a location the place is left out.
inline std::string line_of(const blogsearch::Diagnostic& finding) {
  std::string out;
  if (finding.location)
    out = std::to_string(finding.location->line) + ":" + std::to_string(finding.location->column) +
          " ";
  out += finding.message + " [" + std::string(row_of(finding.code).id) + "]";
  return finding.hint.empty() ? out : out + " (" + finding.hint + ")";
}

inline std::string lines_of(const blogsearch::Diagnostics& findings) {
  std::string out;
  for (const blogsearch::Diagnostic& finding : findings) out += line_of(finding) + "\n";
  return out;
}

}  // namespace blogsearch::support
