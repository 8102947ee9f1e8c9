// SPDX-License-Identifier: GPL-2.0-or-later
//
// A query's tree in full, so that two trees that are shown alike are told apart.
#pragma once

#include <array>
#include <string>

#include "index/query_tree.hpp"

namespace blogsearch::index {

inline std::string dump(const Node& node) {
  constexpr std::array kinds{"group", "all", "any", "nothing", "word", "phrase", "near", "dates"};
  constexpr std::array signs{"", "+", "-"};
  std::string out = std::string(signs.at(static_cast<std::size_t>(node.sign))) +
                    kinds.at(static_cast<std::size_t>(node.kind)) + '.' +
                    std::to_string(static_cast<int>(node.field)) + '[' + node.text +
                    (node.is_prefix ? "*" : "") + '|' + node.begin + '|' + node.end + '|' +
                    std::to_string(node.distance);
  for (const Node& member : node.members) out += ' ' + dump(member);
  return out + ']';
}

}  // namespace blogsearch::index
