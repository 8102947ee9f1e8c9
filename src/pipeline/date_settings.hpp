// SPDX-License-Identifier: GPL-2.0-or-later
//
// The section `dates` of blogsearch.yaml, as far as it is more than one word.
#pragma once

#include <map>
#include <string>

#include "blogsearch/core/diagnostic.hpp"
#include "syntax/node.hpp"

namespace blogsearch::pipeline {

/// `{CST: "+08:00", IST: Asia/Kolkata}`, the abbreviations in upper case. Spans in findings are
/// those of `node`.
void read_zones(const syntax::Node& node, std::map<std::string, std::string>& zones,
                Diagnostics& findings);

/// `{first: 1900, last: 2200}`; what is not said stays.
void read_years(const syntax::Node& node, int& first, int& last, Diagnostics& findings);

}  // namespace blogsearch::pipeline
