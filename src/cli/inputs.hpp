// SPDX-License-Identifier: GPL-2.0-or-later
//
// What `build` and `check` have in common: the words that say what is built, and the doing.
#pragma once

#include <array>
#include <optional>

#include "blogsearch/pipeline/build.hpp"
#include "cli/arguments.hpp"
#include "cli/console.hpp"
#include "cli/messages.hpp"

namespace blogsearch::cli {

inline constexpr std::string_view path_help =
    "a folder of posts, or one post (posts.path of the config)";

inline constexpr std::array<Option, 9> input_options{{
    {"--config", "", "FILE", "the config (the nearest blogsearch.yaml upwards)"},
    {"--site-url", "", "URL", "where the site is published (site.url)"},
    {"--out", "", "DIR", "where feeds go (feeds.out, or dist)"},
    {"--index", "", "DIR", "where the index goes (search.index, or .blogsearch/index)"},
    {"--now", "", "TIME",
     "posts after this time are held back (SOURCE_DATE_EPOCH, or the clock); without an offset "
     "it is UTC"},
    {"--drafts", "", "", "drafts are published too"},
    messages_option,
    {"--quiet", "-q", "", "says only what is an error"},
    {"--verbose", "-v", "", "says also what was left out and why, and how long it took"},
}};

struct Inputs {
  pipeline::Overrides overrides;
  /// What the config says of it is laid below it by `carry_out`.
  pipeline::BuildOptions options;
  Verbosity verbosity = Verbosity::normal;
  Messages messages = Messages::text;
};

/// --now, else SOURCE_DATE_EPOCH, else the clock.
[[nodiscard]] Result<time::Timestamp> read_now(const Arguments& arguments, const Console& console);

[[nodiscard]] Result<Inputs> read_inputs(const Arguments& arguments, const Console& console);

struct Outcome {
  std::optional<model::SiteConfig> config;  ///< empty: nothing was built
  pipeline::Report report;
  Diagnostics findings;
  int signal = 0;  ///< that stopped it, before anything was published or behind that
};

/// Builds as inputs and config say, with a progress bar on a terminal unless a document is wanted.
/// Shows nothing else. A signal stops it.
[[nodiscard]] Outcome carry_out(const Inputs& inputs, Console& console);

/// Tells that a signal ended the command; the exit status, 128 + its number.
[[nodiscard]] int end_by_signal(const Outcome& outcome, const Inputs& inputs, Console& console);

}  // namespace blogsearch::cli
