// SPDX-License-Identifier: GPL-2.0-or-later
//
// A post's body as the index sees it: what was heading, prose and code.
#pragma once

#include <string>
#include <vector>

namespace blogsearch::model {

/// A stretch of a post's body, as plain text that XML can carry.
struct Part {
  enum class Kind { text, heading, code };

  Kind kind = Kind::text;
  std::string text;
  int level = 0;       ///< of a heading: 1 to 6
  std::string anchor;  ///< of a heading: the fragment of its address without '#'; may be empty
  std::string
      language;  ///< of code: the first word of the fence's info string, lower case; or empty

  bool operator==(const Part&) const = default;
};
using Body = std::vector<Part>;  ///< in reading order

}  // namespace blogsearch::model
