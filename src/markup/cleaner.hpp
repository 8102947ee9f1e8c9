// SPDX-License-Identifier: GPL-2.0-or-later
//
// `clean` (clean.hpp) for what is parsed already.
#pragma once

#include <functional>
#include <string>

#include "markup/clean.hpp"
#include "markup/tree.hpp"

namespace blogsearch::markup {

/// Elements that go with all their content, besides those that every feed does without.
using Unwanted = std::function<bool(const GumboNode& element)>;

/// What is inside `root`. `is_unwanted` may be empty.
[[nodiscard]] std::string clean_content(const GumboNode& root, const Base& base, Embeds embeds,
                                        const Unwanted& is_unwanted);

}  // namespace blogsearch::markup
