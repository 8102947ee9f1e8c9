// SPDX-License-Identifier: GPL-2.0-or-later
//
// Why a post is in no output, for --report and -v.
#pragma once

#include <string>

#include "blogsearch/pipeline/build.hpp"

namespace blogsearch::pipeline {

/// By the first of the errors among `findings`, of which there is one at least: its line, what is
/// wrong and what to write, and how many more there are.
[[nodiscard]] LeftOut broken_by(std::string path, const Diagnostics& findings);
[[nodiscard]] LeftOut broken_by(std::string path, Diagnostic finding);

}  // namespace blogsearch::pipeline
