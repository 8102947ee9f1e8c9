// SPDX-License-Identifier: GPL-2.0-or-later
#include "syntax/mapping.hpp"

#include <algorithm>
#include <utility>

#include "syntax/limits.hpp"

namespace blogsearch::syntax {

Diagnostic duplicate_key(const SourceText& source, const std::string& key, Span first,
                         Span second) {
  const Location place = source.locate(first);
  Diagnostic finding;
  finding.code = Code::syntax_duplicate_key;
  finding.message = "the key \"" + key + "\" is given twice, first in line " +
                    std::to_string(place.line) + ", column " + std::to_string(place.column);
  finding.hint = "keep one of the two";
  finding.span = second;
  return source.place(std::move(finding));
}

bool add_member(Node& mapping, Member member, const SourceText& source, Diagnostics& findings) {
  const auto twin = std::find_if(mapping.members.begin(), mapping.members.end(),
                                 [&member](const Member& m) { return m.key == member.key; });
  if (twin == mapping.members.end()) {
    mapping.members.push_back(std::move(member));
    return true;
  }
  findings.add(duplicate_key(source, member.key, twin->key_span, member.key_span));
  return false;
}

Diagnostic too_many_nodes(std::size_t limit) {
  Diagnostic finding;
  finding.code = Code::syntax_too_large;
  finding.message = "more than " + std::to_string(limit) + " values";
  finding.hint = "keep data that is not about the post out of its front matter";
  return finding;
}

Diagnostic too_deep(std::size_t at) {
  Diagnostic finding;
  finding.code = Code::syntax_too_large;
  finding.message = "more than " + std::to_string(depth_limit) + " levels of lists and mappings";
  finding.hint = "put the value in quotes if it is a text";
  finding.span = {at, at + 1};
  return finding;
}

}  // namespace blogsearch::syntax
