// SPDX-License-Identifier: GPL-2.0-or-later
//
// Any HTML as a feed entry can carry it: safe, with absolute URLs, and readable without the site's
// scripts and styles.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "blogsearch/model/limits.hpp"
#include "markup/document.hpp"
#include "markup/references.hpp"

namespace blogsearch::markup {

using model::Embeds;

/// The fragment `html` (parsed as browsers do: HTML, section 13.2) with
/// - elements and attributes of the allow-list in allowed.cpp only;
/// - every URL absolute against `base`, or dropped when its scheme is not safe;
/// - lazy images with the address they would load, once;
/// - formulas as MathML, without the copies that KaTeX and MathJax draw;
/// - players as links with a picture, unless `embeds` keeps those of known sites.
/// Nothing when `html` is not worth a tree (canonical.hpp, to which `most_open` goes).
[[nodiscard]] std::optional<std::string> clean(std::string_view html, const Base& base,
                                               Embeds embeds = Embeds::link,
                                               std::size_t most_open = model::Limits().nesting);

/// The same of a body.
[[nodiscard]] std::optional<std::string> clean(const Document& body, const Base& base,
                                               Embeds embeds = Embeds::link,
                                               std::size_t most_open = model::Limits().nesting);

/// What `clean` says, always by way of a tree, which that avoids where it can: for tests.
[[nodiscard]] std::optional<std::string> clean_by_tree(std::string_view html, const Base& base);

/// Plain text as HTML, a paragraph a line: for posts whose HTML is not worth a tree.
[[nodiscard]] std::string paragraphs(std::string_view text);

}  // namespace blogsearch::markup
