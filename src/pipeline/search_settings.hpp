// SPDX-License-Identifier: GPL-2.0-or-later
//
// The keys of the section `search` that are more than one word.
#pragma once

#include "blogsearch/model/config.hpp"
#include "pipeline/setting.hpp"

namespace blogsearch::pipeline {

/// `[[js, javascript], {k8s: [kubernetes, "container orchestration"]}]`: a list goes both ways, a
/// mapping one.
void read_synonyms(const Setting& setting, model::SearchConfig& search);

/// `{rust: "tag:rust sort:newest"}`. What looks odd in a query is reported as a warning.
void read_saved(const Setting& setting, model::SearchConfig& search);

/// A half-life: `90d`, `2w`, `6m`, `1y`; `0` and `off` for none. A month has 30 days here.
void read_recency(const Setting& setting, model::SearchConfig& search);

}  // namespace blogsearch::pipeline
