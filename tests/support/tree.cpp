// SPDX-License-Identifier: GPL-2.0-or-later
#include "support/tree.hpp"

namespace blogsearch::support {

using syntax::Node;

std::string dump(const Node& node) {
  std::string out;
  switch (node.kind) {
    case Node::Kind::null:
      return "~";
    case Node::Kind::scalar:
      return node.is_quoted ? '"' + node.scalar + '"' : node.scalar;
    case Node::Kind::sequence:
      for (const Node& item : node.items) out += (out.empty() ? "" : ", ") + dump(item);
      return "[" + out + "]";
    case Node::Kind::mapping:
      for (const syntax::Member& member : node.members)
        out += (out.empty() ? "" : ", ") + member.key + ": " + dump(member.value);
      return "{" + out + "}";
  }
  return out;
}

}  // namespace blogsearch::support
