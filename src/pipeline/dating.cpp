// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/dating.hpp"

#include <string_view>
#include <utility>

#include "model/source_path.hpp"
#include "pipeline/identity.hpp"
#include "text/uri.hpp"

namespace blogsearch::pipeline {
namespace {

using frontmatter::Draft;
using model::DateSource;

std::string path_in(const std::string& permalink) {
  std::string path = text::parse_uri(permalink).path;
  if (path.ends_with(".html")) path.resize(path.size() - 5);
  return path;
}

}  // namespace

Result<void> Dating::complete(Draft& draft, const SourceText& source, const io::Found& found,
                              Diagnostics& findings) const {
  Date published;
  for (const DateSource from : config_.posts.date_from) {
    if (published) break;
    if (from == DateSource::frontmatter) published = written(draft, source, findings);
    if (from == DateSource::filename) published = filed(source, found, findings);
    if (from != DateSource::git) continue;
    const auto commits = history(found);
    if (!commits) return commits.error();
    if (*commits) published = (*commits)->first;
  }
  Date updated;
  for (const DateSource from : config_.posts.updated_from) {
    if (updated) break;
    if (from == DateSource::frontmatter) updated = draft.updated;
    if (from != DateSource::git) continue;
    const auto commits = history(found);
    if (!commits) return commits.error();
    if (*commits) updated = (*commits)->last;
  }
  draft.published = published;
  draft.updated = updated;
  return {};
}

/// The front matter's date, or the day in the path it gives the post.
Dating::Date Dating::written(const Draft& draft, const SourceText& source,
                             Diagnostics& findings) const {
  if (draft.published) return draft.published;
  for (const std::string& value : {draft.permalink, draft.slug}) {
    const auto day = model::find_day(path_in(value));
    if (!day) continue;
    Result<time::Reading> reading = time::read(day->date, conventions_);
    if (reading) return reading->timestamp;
    Diagnostic finding = std::move(reading).error();
    finding.message = "the day in \"" + value + "\": " + finding.message;
    finding.hint += "; or add a line `date: …`";
    finding.span = place_of(source, draft, value);
    findings.add(source.place(std::move(finding)));
    return std::nullopt;
  }
  return std::nullopt;
}

Dating::Date Dating::filed(const SourceText& source, const io::Found& found,
                           Diagnostics& findings) const {
  const auto day = model::find_day(model::read_source_path(found.path).path);
  if (!day) return std::nullopt;
  Result<time::Reading> reading = time::read(day->date, conventions_);
  if (reading) return reading->timestamp;
  Diagnostic finding = std::move(reading).error();
  finding.message = "the day in the name of " + found.path + ": " + finding.message;
  finding.hint += "; or add a line `date: …` to its front matter";
  finding.span = {};
  finding.file = source.name();
  findings.add(std::move(finding));
  return std::nullopt;
}

Result<std::optional<FileHistory>> Dating::history(const io::Found& found) const {
  const std::lock_guard lock(reading_);
  return histories_.of(found.file);
}

}  // namespace blogsearch::pipeline
