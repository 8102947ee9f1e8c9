// SPDX-License-Identifier: GPL-2.0-or-later
#include "feed/reader.hpp"

#include <algorithm>
#include <utility>

#include "text/encoding.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"
#include "time/read.hpp"

namespace blogsearch::feed {
namespace {

constexpr const char* known_formats = "Atom, RSS and JSON Feed are read";

/// A page in place of a feed: an address without a feed, or an error, was saved.
bool is_html(std::string_view text) {
  const std::string begin = text::lower_ascii(text.substr(0, 64));
  return begin.starts_with("<!doctype html") || begin.starts_with("<html");
}

}  // namespace

std::optional<std::vector<OldEntry>> read(std::string name, std::string bytes,
                                          Diagnostics& findings) {
  const SourceText source(std::move(name), text::to_utf8(std::move(bytes)));
  const std::string_view begin = text::trim(source.bytes());
  if (is_html(begin)) {
    findings.add(source.place(not_a_feed("this is a web page, not a feed",
                                         "save the feed itself; the page names it in a <link "
                                         "rel=\"alternate\">")));
    return std::nullopt;
  }
  if (begin.starts_with('{')) return read_json(source, findings);
  if (begin.starts_with('<')) return read_xml(source, findings);
  findings.add(source.place(not_a_feed("this is neither XML nor JSON", known_formats)));
  return std::nullopt;
}

void take(OldEntry entry, const SourceText& source, std::size_t at, std::vector<OldEntry>& entries,
          Diagnostics& findings) {
  entry.id = text::trim(entry.id);
  if (entry.id.empty()) entry.id = entry.url;
  if (!entry.id.empty() && !text::find_flaw(entry.id)) return entries.push_back(std::move(entry));
  Diagnostic finding;
  finding.code = Code::feed_entry_without_id;
  finding.message = entry.id.empty() ? "this entry has neither an id nor a link: no reader knows it"
                                     : "the id of this entry has characters that XML forbids";
  finding.hint = entry.title.empty()
                     ? "nothing is lost by it"
                     : "write an `id:` into the front matter of \"" + entry.title + "\" yourself";
  finding.span = {at, at};
  findings.add(source.place(std::move(finding)));
}

std::optional<time::Timestamp> read_date(std::string_view text) {
  const Result<time::Reading> reading = time::read(text::trim(text), time::Zone::utc());
  return reading ? std::optional(reading->timestamp) : std::nullopt;
}

Diagnostic not_a_feed(std::string message, std::string hint, Span span) {
  Diagnostic finding;
  finding.code = Code::feed_not_a_feed;
  finding.message = std::move(message);
  finding.hint = std::move(hint);
  finding.span = span;
  return finding;
}

}  // namespace blogsearch::feed
