// SPDX-License-Identifier: GPL-2.0-or-later
//
// What stands plainly in a program text: the configs of Astro, Docusaurus and Eleventy are
// JavaScript or TypeScript, Pelican's is Python. Nothing is evaluated.
#pragma once

#include "core/source_text.hpp"
#include "syntax/node.hpp"

namespace blogsearch::syntax {

enum class Program { javascript, python };

/// A mapping of every `key: 'literal'` and `NAME = "literal"` outside of comments; the braces
/// and brackets behind a key are mappings and lists below it, whatever calls, functions and
/// unnamed objects lie between: `defineConfig({build: {format: 'file'}})` is `build: {format:
/// file}`. Literals are texts, `true`, `false` and numbers; a value that must be computed is left
/// out. Of keys given twice the first stays, of variables the last.
[[nodiscard]] Node read_literals(const SourceText& source, Program program);

}  // namespace blogsearch::syntax
