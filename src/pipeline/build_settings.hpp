// SPDX-License-Identifier: GPL-2.0-or-later
//
// The keys of `build` whose values are more than a text, a number or a flag.
#pragma once

#include "blogsearch/model/build_config.hpp"
#include "pipeline/setting.hpp"

namespace blogsearch::pipeline {

void read_jobs(const Setting& setting, model::BuildConfig& build);
void read_fail_on(const Setting& setting, model::BuildConfig& build);
void read_wait(const Setting& setting, model::BuildConfig& build);
void read_on_change(const Setting& setting, model::BuildConfig& build);
void read_on_change_timeout(const Setting& setting, model::BuildConfig& build);

}  // namespace blogsearch::pipeline
