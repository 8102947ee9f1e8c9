// SPDX-License-Identifier: GPL-2.0-or-later
//
// Measures of retrieval, as trec_eval computes them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "blogsearch/pipeline/eval.hpp"

namespace blogsearch::pipeline {

/// Scores of documents for one query; what is not in it, or has 0 or less, is not relevant.
using Judgements = std::map<std::string, int>;

/// Of an answer, best first. All are 0 where nothing is relevant.
[[nodiscard]] Measures measure(const std::vector<std::string>& answer,
                               const Judgements& judgements);

}  // namespace blogsearch::pipeline
