// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/load.hpp"

#include <memory>
#include <string>
#include <utility>

#include "io/read.hpp"
#include "io/spool.hpp"
#include "model/source_path.hpp"
#include "pipeline/conventions.hpp"
#include "pipeline/ground.hpp"
#include "pipeline/in_order.hpp"
#include "pipeline/left_out.hpp"
#include "pipeline/loader.hpp"
#include "pipeline/source.hpp"
#include "pipeline/stop.hpp"

namespace blogsearch::pipeline {
namespace {

/// What became of a file.
struct Looked {
  state::Source source;
  Memory::Known known;
};

/// Remembers, or reads; for any number of threads.
class Reader {
 public:
  Reader(const Loader& loader, const Memory& memory, const model::Limits& limits,
         const time::Timestamp& now)
      : loader_(loader), memory_(memory), limits_(limits), now_(now) {}

  [[nodiscard]] Result<Looked> read(const io::Found& found) const {
    Looked looked{{found.file, found.path, io::stamp_of(found.file), 0}, {}};
    auto known = find(found, looked.source);
    if (!known) return std::move(known).error();
    looked.known = *std::move(known);
    return looked;
  }

 private:
  [[nodiscard]] Result<Memory::Known> find(const io::Found& found, state::Source& source) const {
    if (model::is_section_page(found.path)) {
      state::Loaded page;
      page.is_page = true;
      return packed(std::move(page));
    }
    if (auto known = memory_.by_stamp(source, now_)) return *std::move(known);
    Result<Source> text = read_source(found.file, limits_);
    source.digest = text ? text->digest : 0;
    if (auto known = memory_.by_digest(source, now_)) return *std::move(known);
    Result<state::Loaded> loaded = loader_.load(found, std::move(text));
    if (!loaded) return std::move(loaded).error();
    return packed(*std::move(loaded));
  }

  [[nodiscard]] Memory::Known packed(state::Loaded loaded) const {
    std::string packed = state::pack(loaded, memory_.ground());
    return {std::move(loaded), std::move(packed)};
  }

  const Loader& loader_;
  const Memory& memory_;
  const model::Limits& limits_;
  const time::Timestamp& now_;
};

/// Takes stock of what became of the files, one by one. What only the state wants of them goes to
/// `kept`, so that memory does not hold it until then.
class Stocktaker {
 public:
  Stocktaker(std::size_t files, std::shared_ptr<io::Spool> kept, const io::Ground& ground,
             Report& report, Diagnostics& findings)
      : kept_(std::move(kept)),
        ground_(ground),
        report_(report),
        findings_(findings),
        stock_{Posts(ground), {}, {}, {}} {
    stock_.posts.reserve(files);
  }

  void take(Looked looked) {
    ++report_.read;
    ++stock_.sources.count;
    if (kept_) kept_->append(state::pack(looked.source, looked.known.packed, ground_));
    take(looked.source.file, std::move(looked.known.loaded));
  }

  [[nodiscard]] Stock finish() {
    stock_.sources.bytes = [kept = std::move(kept_)](const io::Sink& sink) -> Result<void> {
      if (auto finished = kept->finish(); !finished) return finished;
      return kept->read_all(sink);
    };
    return std::move(stock_);
  }

 private:
  void take(const std::string& file, state::Loaded loaded) {
    stock_.period.narrow(loaded.period);
    for (state::Witness& witness : loaded.looked_at) stock_.looked_at.push_back(std::move(witness));
    if (loaded.is_page) ++report_.pages;
    if (!loaded.held_back.empty())
      report_.held_back.push_back({io::shown(file), std::move(loaded.held_back)});
    if (loaded.due && (!report_.next_due || *loaded.due < *report_.next_due))
      report_.next_due = loaded.due;
    if (loaded.findings.has_errors())
      report_.broken.push_back(broken_by(io::shown(file), loaded.findings));
    findings_.add(std::move(loaded.findings));
    if (loaded.post) stock_.posts.add(*loaded.post);
  }

  std::shared_ptr<io::Spool> kept_;  ///< nothing where no state is kept
  const io::Ground& ground_;
  Report& report_;
  Diagnostics& findings_;
  Stock stock_;
};

/// Where a build keeps its state, which is a folder that it has the turn of.
Result<std::shared_ptr<io::Spool>> spool_of(const model::SiteConfig& config,
                                            const BuildOptions& options) {
  if (!options.keep || config.state.empty()) return std::shared_ptr<io::Spool>();
  Result<io::Spool> spool = io::Spool::make(config.state);
  if (!spool) return std::move(spool).error();
  return std::make_shared<io::Spool>(*std::move(spool));
}

/// A hand that needs nothing of its own.
struct Nobody {};

/// Files that are read in a row by one thread.
constexpr std::size_t files_in_a_row = 32;

}  // namespace

/// What is written or built is no source.
std::vector<io::Found> find_files(const model::SiteConfig& config, Diagnostics& findings) {
  const io::Patterns patterns{
      config.posts.include,
      config.posts.exclude,
      {config.feeds.out, config.feeds.built.root, config.search.index, config.state},
      config.posts.follow_links ? io::Links::anywhere : io::Links::inside};
  std::vector<io::Found> files;
  for (const std::filesystem::path& path : config.posts.paths)
    for (io::Found& found : io::walk(path, patterns, findings)) files.push_back(std::move(found));
  const io::Ground ground = ground_of(config);
  for (io::Found& found : files) found.file = ground.settled(found.file);
  return files;
}

std::optional<Stock> load(const model::SiteConfig& config, const std::vector<io::Found>& files,
                          const BuildOptions& options, const Memory& memory, Report& report,
                          Diagnostics& findings) {
  Result<time::Conventions> dates = conventions_of(config);
  if (!dates) {
    findings.add(std::move(dates).error());
    return std::nullopt;
  }
  Result<std::shared_ptr<io::Spool>> kept = spool_of(config, options);
  if (!kept) {
    findings.add(std::move(kept).error());
    return std::nullopt;
  }
  const Loader loader(config, options, *std::move(dates));
  const Reader reader(loader, memory, config.limits, options.now);
  Stocktaker stocktaker(files.size(), *std::move(kept), memory.ground(), report, findings);
  bool is_complete = true;
  const auto read = [&](Nobody&, std::size_t k) {
    std::vector<Result<Looked>> row;
    for (std::size_t i = k * files_in_a_row; i < files.size() && row.size() < files_in_a_row; ++i)
      row.push_back(reader.read(files[i]));
    return row;
  };
  const auto take = [&](std::size_t k, std::vector<Result<Looked>> row) {
    for (Result<Looked>& looked : row) {
      if (!looked) {
        findings.add(std::move(looked).error());
        return is_complete = false;
      }
      is_complete = !is_stopped(options, report);
      if (!is_complete) return false;
      stocktaker.take(*std::move(looked));
    }
    if (options.progress)
      options.progress("reading", k * files_in_a_row + row.size(), files.size());
    return true;
  };
  const std::size_t rows = (files.size() + files_in_a_row - 1) / files_in_a_row;
  std::vector<Nobody> hands(hands_for(options.jobs, rows));
  InOrder(hands, rows, read, take).run();
  if (!is_complete) return std::nullopt;
  return stocktaker.finish();
}

}  // namespace blogsearch::pipeline
