// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/summary.hpp"

#include <fmt/format.h>
#include <sys/resource.h>

#include <cmath>
#include <vector>

#include "cli/style.hpp"
#include "io/read.hpp"
#include "time/write.hpp"

namespace blogsearch::cli {
namespace {

using pipeline::LeftOut;
using pipeline::Report;
using syntax::Json;

std::string list(std::string_view label, const std::vector<LeftOut>& files) {
  std::string out;
  for (const LeftOut& file : files)
    out += fmt::format("{}: {}: {}\n", label, printable(file.path), printable(file.reason));
  return out;
}

Json json_of(const std::vector<LeftOut>& files) {
  Json::Array rows;
  for (const LeftOut& file : files)
    rows.emplace_back(Json::Object{{"path", file.path}, {"reason", file.reason}});
  return rows;
}

Json json_of(const std::vector<feed::OldEntry>& entries) {
  Json::Array rows;
  for (const feed::OldEntry& entry : entries)
    rows.emplace_back(Json::Object{{"id", entry.id}, {"url", entry.url}, {"title", entry.title}});
  return rows;
}

/// Of the main feed; null when there was none to compare with.
Json json_of(const std::optional<pipeline::FeedChanges>& changes) {
  if (!changes) return Json();
  Json::Array moved;
  for (const pipeline::IdChange& change : changes->id_changes)
    moved.emplace_back(Json::Object{
        {"url", change.after.url}, {"before", change.before.id}, {"after", change.after.id}});
  return Json::Object{{"new", json_of(changes->fresh)},
                      {"changed", json_of(changes->changed)},
                      {"vanished", json_of(changes->vanished)},
                      {"id_changes", std::move(moved)}};
}

Json seconds_of(const Report& report) {
  Json::Object stages;
  for (const auto& stage : report.seconds)
    stages.emplace_back(stage.first, std::round(stage.second * 1e3) / 1e3);
  return stages;
}

}  // namespace

std::string headline(const Report& report) {
  std::vector<std::string> rest;
  if (!report.held_back.empty())
    rest.push_back(fmt::format("{} held back", report.held_back.size()));
  if (!report.broken.empty()) rest.push_back(fmt::format("{} broken", report.broken.size()));
  if (report.posts == 0 && report.pages != 0)
    rest.push_back(fmt::format("{} without a date", counted(report.pages, "file")));
  const std::string posts = counted(report.posts, "post");
  return rest.empty() ? posts : fmt::format("{} ({})", posts, fmt::join(rest, ", "));
}

std::string details(const Report& report) {
  std::string out = list("held back", report.held_back) + list("broken", report.broken);
  if (report.pages != 0)
    out += fmt::format("{} without a date, in no feed\n", counted(report.pages, "page"));
  for (const pipeline::UnknownShortcode& shortcode : report.unknown_shortcodes)
    out += fmt::format("unknown shortcode: {} in {}, first in {}\n", printable(shortcode.name),
                       counted(shortcode.posts, "post"), printable(shortcode.path));
  for (const pipeline::IdNews& news : report.ids)
    out += news.former_path.empty()
               ? fmt::format("new id: {}: {}\n", printable(news.path), printable(news.id))
               : fmt::format("known again: {}, before {}: {}\n", printable(news.path),
                             printable(news.former_path), printable(news.id));
  if (report.next_due)
    out += fmt::format("the next post is due at {}\n", time::rfc3339(*report.next_due));
  std::string times;
  for (const auto& stage : report.seconds)
    times += fmt::format("{}{} {:.2f} s", times.empty() ? "" : ", ", stage.first, stage.second);
  return times.empty() ? out : out + times + '\n';
}

Json json_of(const Report& report, const model::SiteConfig& config, std::uint64_t peak_rss_bytes) {
  Json::Array changed;
  for (const std::string& file : report.files_changed)
    changed.emplace_back(io::shown_from(config.feeds.out, file));
  Json::Array removed;
  for (const std::string& file : report.files_removed)
    removed.emplace_back(io::shown_from(config.feeds.out, file));
  return Json::Object{
      {"read", report.read},
      {"posts", report.posts},
      {"new", report.fresh},
      {"changed", report.changed},
      {"unchanged", report.unchanged},
      {"removed", report.removed},
      {"pages", report.pages},
      {"held_back", json_of(report.held_back)},
      {"broken", json_of(report.broken)},
      {"files_changed", std::move(changed)},
      {"files_removed", std::move(removed)},
      {"entries", json_of(report.entries)},
      {"next_due", report.next_due ? Json(time::rfc3339_utc(*report.next_due)) : Json()},
      {"seconds", seconds_of(report)},
      {"peak_rss_bytes", peak_rss_bytes}};
}

std::uint64_t peak_rss_bytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;  // Linux counts kibibytes
}

}  // namespace blogsearch::cli
