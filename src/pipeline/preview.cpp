// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/preview.hpp"

#include <utility>

#include "io/read.hpp"
#include "pipeline/changes.hpp"

namespace blogsearch::pipeline {
namespace {

constexpr std::size_t size_limit = 64U << 20U;

/// One by one, so that no second feed is in memory.
std::vector<feed::OldEntry> entries_of(const Document& document, const Entries& entries) {
  std::vector<feed::OldEntry> out;
  Diagnostics none;
  for (const std::size_t post : document.posts) {
    const Result<std::string> entry = entries.read(post, {document.format, document.content});
    if (!entry || entry->empty()) continue;
    auto read = feed::read("", document.frame.head + *entry + document.frame.tail, none);
    if (read && !read->empty()) out.push_back(std::move(read->front()));
  }
  return out;
}

}  // namespace

std::optional<FeedChanges> preview(const Document& document, const Entries& entries,
                                   const std::filesystem::path& file) {
  Result<std::string> bytes = io::read(file, size_limit);
  if (!bytes) return std::nullopt;
  Diagnostics none;
  const auto before = feed::read(io::shown(file), *std::move(bytes), none);
  if (!before) return std::nullopt;
  return compare(*before, entries_of(document, entries));
}

Result<void> permit(const FeedChanges& changes, const FailOn& fail_on) {
  Diagnostic finding;
  finding.code = Code::pipeline_refused;
  if (fail_on.id_change && !changes.id_changes.empty()) {
    const IdChange& first = changes.id_changes.front();
    finding.message = std::to_string(changes.id_changes.size()) +
                      " published entries would have another id, the first " + first.after.id +
                      " in place of " + first.before.id + "; nothing was published";
    finding.hint = "run `blogsearch adopt` with the feed that is published, so that ids stay";
    return finding;
  }
  if (fail_on.shrink && changes.is_shrinking()) {
    finding.message = "the main feed would have " + std::to_string(changes.after) +
                      " entries in place of " + std::to_string(changes.before) +
                      "; nothing was published";
    finding.hint = "if that is meant, build once with `--fail-on none`";
    return finding;
  }
  return {};
}

}  // namespace blogsearch::pipeline
