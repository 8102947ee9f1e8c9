// SPDX-License-Identifier: GPL-2.0-or-later
//
// A post's header in any dialect: it is read, or what is wrong is said at a place of the file.
#include "frontmatter/draft.hpp"
#include "fuzz/fuzz.hpp"
#include "text/encoding.hpp"

using namespace blogsearch;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const SourceText source("post.md", text::to_utf8(std::string(fuzz::text_of(data, size))));
  time::Conventions conventions;
  conventions.order = time::Order::dmy;
  frontmatter::Keys keys;
  keys.add(frontmatter::Field::published, "posted.when");
  Diagnostics findings;
  const auto draft = frontmatter::read(source, conventions, keys, {}, findings);
  require(draft || findings.has_errors(), "a header that is not read without a word");
  for (const Diagnostic& finding : findings) {
    require(finding.location && finding.location->line > 0, "a finding without a place",
            finding.message);
    require(!finding.message.empty() && finding.message.find('\n') == std::string::npos,
            "a message is one line", finding.message);
  }
  if (!draft) return 0;
  const std::size_t end = source.bytes().size();
  require(draft->body.begin <= draft->body.end && draft->body.end == end, "a body is to the end");
  for (const auto& enclosure : draft->enclosures)
    require(enclosure.url_span.end <= end && enclosure.type_span.end <= end &&
                enclosure.length_span.end <= end,
            "a place in the file", enclosure.url);
  return 0;
}
