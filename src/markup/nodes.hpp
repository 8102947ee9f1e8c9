// SPDX-License-Identifier: GPL-2.0-or-later
//
// cmark's tree, walked and read as text.
#pragma once

#ifdef BLOGSEARCH_GFM
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#else
#include <cmark.h>
#endif

#include <memory>
#include <string>
#include <string_view>

namespace blogsearch::markup {

struct FreeIterator {
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};

/// Calls `visit(event, node)` for `root` and all below it, in document order, until it is false.
template <class Visit>
void walk(cmark_node* root, Visit visit) {
  const std::unique_ptr<cmark_iter, FreeIterator> iterator(cmark_iter_new(root));
  for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iterator.get()))
    if (!visit(event, cmark_iter_get_node(iterator.get()))) return;
}

[[nodiscard]] std::string_view literal(cmark_node* node);

/// A piece of raw HTML.
[[nodiscard]] bool is_html(cmark_node* node);

/// What a node adds to the text in which it stands; the end of a block ends the line.
void append_text(std::string& out, cmark_event_type event, cmark_node* node);

/// Ends the line that `out` is in, if there is one.
void end_line(std::string& out);

/// All text below `root`, a line per block.
[[nodiscard]] std::string text_of(cmark_node* root);

}  // namespace blogsearch::markup
