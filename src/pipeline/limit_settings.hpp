// SPDX-License-Identifier: GPL-2.0-or-later
//
// The values of `limits`. Each has bounds of its own: below, nothing could be published; above, one
// post could use up the memory or the stack of the build.
#pragma once

#include "blogsearch/model/limits.hpp"
#include "pipeline/setting.hpp"

namespace blogsearch::pipeline {

void read_file_size(const Setting& setting, model::Limits& limits);
void read_front_matter_size(const Setting& setting, model::Limits& limits);
void read_front_matter_values(const Setting& setting, model::Limits& limits);
void read_nesting(const Setting& setting, model::Limits& limits);
void read_markup(const Setting& setting, model::Limits& limits);
void read_search_size(const Setting& setting, model::Limits& limits);
void read_tags(const Setting& setting, model::Limits& limits);

}  // namespace blogsearch::pipeline
