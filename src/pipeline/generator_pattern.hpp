// SPDX-License-Identifier: GPL-2.0-or-later
//
// From a generator's own permalink rule to a pattern of posts.url.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "pipeline/generator.hpp"

namespace blogsearch::pipeline {

/// A generator's token and what posts.url says instead: `:year` → `{year}`.
struct TokenRow {
  std::string_view token;
  std::string_view placeholder;
};

/// How tokens are written in a rule.
struct TokenForm {
  std::string_view open;   ///< `:`, `{`, `{{`
  std::string_view close;  ///< empty: a token ends where its letters end
};

/// `rule` with every token replaced. When one is not in the table: no value, and it as the reason.
[[nodiscard]] Fact translate(std::string_view rule, TokenForm form,
                             std::span<const TokenRow> table);

}  // namespace blogsearch::pipeline
