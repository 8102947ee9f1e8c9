// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/searched.hpp"

#include <algorithm>
#include <utility>

#include "core/characters.hpp"
#include "core/size.hpp"

namespace blogsearch::pipeline {
namespace {

Diagnostic too_long(const model::Post& post, std::size_t most_bytes) {
  return {Code::pipeline_too_long,
          "search knows only the first " + written_size(most_bytes) + " of this post's text",
          "split the post, or raise limits.search_size",
          {},
          model::shown(post),
          {}};
}

/// Where the last word begins that does not fit; where there is none, a character.
std::size_t cut_at(std::string_view text, std::size_t most) {
  const std::size_t blank = text.find_last_of(" \n", most);
  if (blank != std::string_view::npos && blank > 0) return blank;
  while (most > 0 && continues_character(text[most])) --most;
  return most;
}

}  // namespace

model::Body searched(const model::Post& post, model::Body body, std::size_t most_bytes,
                     Diagnostics& findings) {
  std::size_t left = most_bytes;
  const auto last = std::find_if(body.begin(), body.end(), [&left](const model::Part& part) {
    const bool is_over = part.text.size() > left;
    if (!is_over) left -= part.text.size();
    return is_over;
  });
  if (last == body.end()) return body;
  findings.add(too_long(post, most_bytes));
  last->text.resize(cut_at(last->text, left));
  body.erase(std::next(last), body.end());
  return body;
}

}  // namespace blogsearch::pipeline
