// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/render_all.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/built_page.hpp"
#include "pipeline/in_order.hpp"
#include "pipeline/left_out.hpp"
#include "pipeline/stop.hpp"

namespace blogsearch::pipeline {
namespace {

/// Xapian collects the postings of a batch in memory, some twenty times its text. What of that no
/// longer fits into a processor's cache costs more; small batches make a larger index
/// (docs/decisions.md). Few posts are parted all the same, for all hands to have some.
constexpr std::size_t least_bytes = std::size_t{64} << 10U, most_bytes = std::size_t{768} << 10U;
constexpr std::size_t least_batches = 16;
constexpr std::size_t batch_posts = 1024;

/// Posts in a row that are made with one hand, without a break.
struct Range {
  std::size_t begin = 0, end = 0;
};

/// However many hands there are: what is made does not depend on it.
std::size_t batch_bytes_of(const std::vector<std::size_t>& sizes) {
  const std::size_t bytes = std::accumulate(sizes.begin(), sizes.end(), std::size_t{0});
  return std::clamp(bytes / least_batches, least_bytes, most_bytes);
}

std::vector<Range> batches_of(const Posts& posts) {
  std::vector<std::size_t> sizes;
  sizes.reserve(posts.size());
  for (const model::Post& post : posts) sizes.push_back(post.body.size());
  const std::size_t batch_bytes = batch_bytes_of(sizes);
  std::vector<Range> ranges;
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    const bool is_full =
        bytes >= batch_bytes || (i - (ranges.empty() ? 0 : ranges.back().begin)) >= batch_posts;
    if (ranges.empty() || is_full) {
      ranges.push_back({i, i});
      bytes = 0;
    }
    bytes += sizes[i];
    ranges.back().end = i + 1;
  }
  return ranges;
}

/// What was made of a range.
struct Sheet {
  std::vector<Made> posts;
  Result<index::Batch> batch;
};

/// Each kind once, in the order of names.
void note_unknown_shortcodes(const std::string& shown, const std::vector<std::string>& names,
                             Report& report) {
  auto& known = report.unknown_shortcodes;
  for (const std::string& name : names) {
    const auto place = std::lower_bound(
        known.begin(), known.end(), name,
        [](const UnknownShortcode& a, const std::string& b) { return a.name < b; });
    const bool is_new = place == known.end() || place->name != name;
    ++(is_new ? known.insert(place, {name, 0, shown}) : place)->posts;
  }
}

/// Takes sheets one by one.
class Collector {
 public:
  Collector(const Site& site, const BuildOptions& options, Edition& edition, Report& report)
      : site_(site), options_(options), edition_(edition), report_(report) {}

  /// Whether to go on.
  bool take(const Range& range, Sheet sheet) {
    for (std::size_t i = range.begin; i < range.end; ++i) {
      if (is_stopped(options_, report_)) return false;
      Made& made = sheet.posts[i - range.begin];
      if (!made.indexed) return fail(std::move(made.indexed).error());
      take(i, std::move(made));
      if (options_.progress) options_.progress("indexing", i + 1, site_.posts().size());
    }
    if (!sheet.batch) return fail(std::move(sheet.batch).error());
    auto added = edition_.take(*std::move(sheet.batch));
    return added ? true : fail(std::move(added).error());
  }

  [[nodiscard]] Result<void> finish(Diagnostics& findings) {
    findings.add(summed_up(findings_));
    return std::move(result_);
  }

 private:
  void take(std::size_t i, Made made) {
    if (made.broken) {
      report_.broken.push_back(broken_by(model::shown(site_.posts()[i]), *made.broken));
      return findings_.add(*std::move(made.broken));
    }
    const state::Rendered& rendered = made.known != nullptr ? *made.known : made.rendered;
    if (const auto& names = rendered.unknown_shortcodes; !names.empty())
      note_unknown_shortcodes(model::shown(site_.posts()[i]), names, report_);
    findings_.add(rendered.findings);
    edition_.take(i, std::move(made));
  }

  bool fail(Diagnostic finding) {
    result_ = std::move(finding);
    return false;
  }

  const Site& site_;
  const BuildOptions& options_;
  Edition& edition_;
  Report& report_;
  Diagnostics findings_;
  Result<void> result_;
};

}  // namespace

Result<void> render_all(const Site& site, const BuildOptions& options, Edition& edition,
                        Report& report, Diagnostics& findings) {
  const std::vector<Range> ranges = batches_of(site.posts());
  std::vector<Edition::Hand> hands = edition.hands(hands_for(options.jobs, ranges.size()));
  Collector collector(site, options, edition, report);
  const auto make = [&edition, &ranges](Edition::Hand& hand, std::size_t k) {
    std::vector<Made> posts;
    posts.reserve(ranges[k].end - ranges[k].begin);
    for (std::size_t i = ranges[k].begin; i < ranges[k].end; ++i)
      posts.push_back(edition.make(hand, i));
    return Sheet{std::move(posts), hand.take()};
  };
  const auto take = [&collector, &ranges](std::size_t k, Sheet sheet) {
    return collector.take(ranges[k], std::move(sheet));
  };
  InOrder(hands, ranges.size(), make, take).run();
  return collector.finish(findings);
}

}  // namespace blogsearch::pipeline
