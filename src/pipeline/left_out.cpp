// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/left_out.hpp"

#include <utility>

namespace blogsearch::pipeline {
namespace {

std::string reason_of(const Diagnostic& finding) {
  std::string reason;
  if (finding.location) reason = "line " + std::to_string(finding.location->line) + ": ";
  reason += finding.message;
  return finding.hint.empty() ? reason : reason + "; " + finding.hint;
}

}  // namespace

LeftOut broken_by(std::string path, const Diagnostics& findings) {
  LeftOut left_out{std::move(path), ""};
  std::size_t errors = 0;
  for (const Diagnostic& finding : findings)
    if (finding.is_error() && ++errors == 1) left_out.reason = reason_of(finding);
  if (errors > 1)
    left_out.reason +=
        " (and " + std::to_string(errors - 1) + (errors == 2 ? " more error)" : " more errors)");
  return left_out;
}

LeftOut broken_by(std::string path, Diagnostic finding) {
  Diagnostics findings;
  findings.add(std::move(finding));
  return broken_by(std::move(path), findings);
}

}  // namespace blogsearch::pipeline
