// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/changes.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "pipeline/old_entries.hpp"

namespace blogsearch::pipeline {
namespace {

using feed::OldEntry;

std::vector<OldEntry> without(std::span<const OldEntry> entries, std::span<const OldEntry> others) {
  std::set<std::string_view> ids;
  for (const OldEntry& other : others) ids.insert(other.id);
  std::vector<OldEntry> rest;
  for (const OldEntry& entry : entries)
    if (ids.count(entry.id) == 0) rest.push_back(entry);
  return rest;
}

std::vector<Page> pages_of(std::span<const OldEntry> entries) {
  std::vector<Page> pages;
  for (const OldEntry& entry : entries)
    pages.push_back({{entry.url}, entry.title, entry.published});
  return pages;
}

/// Takes out of both lists what is one post, in the order of `gone`.
std::vector<IdChange> pair_up(std::vector<OldEntry>& gone, std::vector<OldEntry>& fresh) {
  const std::vector<Page> list = pages_of(fresh);
  const Pages pages(list);
  std::vector<IdChange> changes;
  std::vector<bool> is_taken(fresh.size());
  std::vector<OldEntry> left;
  for (OldEntry& entry : gone) {
    std::optional<std::size_t> place = pages.by_url(entry);
    if (!place) place = pages.by_title(entry);
    if (place && !is_taken[*place]) {
      is_taken[*place] = true;
      changes.push_back({std::move(entry), fresh[*place]});
    } else {
      left.push_back(std::move(entry));
    }
  }
  gone = std::move(left);
  std::vector<OldEntry> rest;
  for (std::size_t i = 0; i < fresh.size(); ++i)
    if (!is_taken[i]) rest.push_back(std::move(fresh[i]));
  fresh = std::move(rest);
  return changes;
}

void drop_pushed_out(std::vector<OldEntry>& gone, std::span<const OldEntry> now) {
  std::optional<time::Timestamp> oldest;
  for (const OldEntry& entry : now)
    if (entry.published && (!oldest || *entry.published < *oldest)) oldest = entry.published;
  const auto is_pushed_out = [&](const OldEntry& entry) {
    return oldest && entry.published && *entry.published < *oldest;
  };
  gone.erase(std::remove_if(gone.begin(), gone.end(), is_pushed_out), gone.end());
}

}  // namespace

FeedChanges compare(std::span<const OldEntry> before, std::span<const OldEntry> after) {
  FeedChanges changes;
  changes.before = before.size();
  changes.after = after.size();
  changes.vanished = without(before, after);
  changes.kept = before.size() - changes.vanished.size();
  changes.fresh = without(after, before);
  changes.id_changes = pair_up(changes.vanished, changes.fresh);
  if (after.size() >= before.size()) drop_pushed_out(changes.vanished, after);
  return changes;
}

}  // namespace blogsearch::pipeline
