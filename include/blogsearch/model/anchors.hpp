// SPDX-License-Identifier: GPL-2.0-or-later
//
// Whose rule makes the anchors of a page's headings.
#pragma once

namespace blogsearch::model {

enum class Anchors {
  github,            ///< github-slugger 2: GitHub, rehype-slug
  astro,             ///< as github
  docusaurus,        ///< as github, with the descriptions of images
  hugo,              ///< Goldmark's ids, autoHeadingIDType github
  hugo_ascii,        ///< autoHeadingIDType github-ascii
  hugo_blackfriday,  ///< autoHeadingIDType blackfriday
  jekyll,            ///< kramdown with its parser of GitHub's Markdown, Jekyll's default
  kramdown,          ///< kramdown alone
  zola,              ///< slugify.anchors = "on"
  zola_safe,         ///< slugify.anchors = "safe" or "off"
  hexo,              ///< hexo-renderer-marked
  markdown_it,       ///< markdown-it-anchor, in Eleventy
  python_markdown,   ///< the extension toc, in MkDocs and Pelican
  none,              ///< only what authors and HTML name has an anchor
};

}  // namespace blogsearch::model
