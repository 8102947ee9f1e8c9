// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/memory.hpp"

#include <algorithm>
#include <string>
#include <system_error>
#include <utility>

#include "io/process.hpp"
#include "io/read.hpp"
#include "pipeline/ground.hpp"
#include "state/config_fields.hpp"

namespace blogsearch::pipeline {

namespace fs = std::filesystem;

template <class Archive, state::Same<LeftOut> T>
void fields(Archive& archive, T& left_out) {
  auto& [path, reason] = left_out;
  archive(path, reason);
}

template <class Archive, state::Same<UnknownShortcode> T>
void fields(Archive& archive, T& shortcode) {
  auto& [name, posts, path] = shortcode;
  archive(name, posts, path);
}

/// What a later run says again; the rest is news.
template <class Archive, state::Same<Report> T>
void fields(Archive& archive, T& report) {
  archive(report.read, report.posts, report.pages, report.held_back, report.broken,
          report.unknown_shortcodes, report.files, report.next_due);
}

namespace {

/// Large sites have states of some megabytes.
constexpr std::size_t largest_state = std::size_t{1} << 30U;

/// Dates of all posts may change with a commit.
std::string git_heads(const model::SiteConfig& config) {
  const auto asks_git = [](const std::vector<model::DateSource>& sources) {
    return std::find(sources.begin(), sources.end(), model::DateSource::git) != sources.end();
  };
  std::string heads;
  if (!asks_git(config.posts.date_from) && !asks_git(config.posts.updated_from)) return heads;
  for (const fs::path& path : config.posts.paths) {
    const auto head = io::run({.words = {"git", "-C", path.string(), "rev-parse", "HEAD"}});
    heads += head ? head->out : "?";
  }
  return heads;
}

std::uint64_t digest_of_what_is_asked(const model::SiteConfig& config, const BuildOptions& options,
                                      const io::Ground& ground) {
  state::Packer packer(ground);
  packer(config, options.drafts, options.strict, options.fail_on.id_change, options.fail_on.shrink,
         std::string(BLOGSEARCH_VERSION), git_heads(config));
  return io::digest(packer.bytes());
}

/// Wherever a report names a file that a later run names again.
template <class Change>
void change_paths(Report& report, const Change& change) {
  for (LeftOut& post : report.held_back) post.path = change(post.path);
  for (LeftOut& post : report.broken) post.path = change(post.path);
  for (UnknownShortcode& shortcode : report.unknown_shortcodes)
    shortcode.path = change(shortcode.path);
  for (std::string& file : report.files) file = change(file);
}

std::uint64_t digest_of_file(const fs::path& file) {
  const Result<std::string> bytes = io::read(file);
  return bytes ? io::digest(*bytes) : 0;
}

bool is_as_it_was(const state::Source& source, std::int64_t looked) {
  const auto stamp = io::stamp_of(source.file);
  if (stamp != source.stamp) return false;
  return (stamp && io::is_certain(*stamp, looked)) || digest_of_file(source.file) == source.digest;
}

bool are_as_they_were(const std::vector<state::Witness>& witnesses) {
  return std::all_of(witnesses.begin(), witnesses.end(), state::is_as_it_was);
}

}  // namespace

fs::path state_file(const model::SiteConfig& config) {
  return config.state.empty() ? fs::path() : config.state / "state";
}

Result<state::State> read_state(const model::SiteConfig& config) {
  const fs::path file = state_file(config);
  Result<std::string> bytes = io::read(file, largest_state);
  if (!bytes) return std::move(bytes).error();
  Result<state::State> state = state::State::decode(*std::move(bytes), ground_of(config));
  if (state) return state;
  Diagnostic finding = std::move(state).error();
  finding.file = io::shown(file);
  return finding;
}

std::string pack(Report report, const io::Ground& ground) {
  change_paths(report, [&ground](const std::string& path) { return ground.inward(path); });
  state::Packer packer;
  packer(report);
  return packer.take();
}

Memory::Memory(const model::SiteConfig& config) : ground_(ground_of(config)) {
  std::error_code ignored;
  here_ = ground_.settled(fs::current_path(ignored));
}

Memory Memory::open(const model::SiteConfig& config, const BuildOptions& options,
                    Diagnostics& findings) {
  Memory memory(config);
  memory.asked_ = digest_of_what_is_asked(config, options, memory.ground_);
  memory.looked_ = io::stamp_time();
  if (!options.keep || options.full || state_file(config).empty()) return memory;
  memory.may_resume_ = true;
  Result<state::State> state = read_state(config);
  if (!state) {
    if (state.error().code == Code::state_damaged) findings.add(std::move(state).error());
    return memory;
  }
  memory.state_ = *std::move(state);
  const state::Glance& glance = memory.state_->glance();
  memory.is_same_ = glance.asked == memory.asked_;
  for (std::size_t i = 0; i < glance.outputs.size(); ++i)
    memory.outputs_.emplace(glance.outputs[i].file, i);
  return memory;
}

std::uint64_t Walk::digest() const { return state::digest_of(findings); }

bool Memory::is_up_to_date(const Walk& walk, const time::Timestamp& now) const {
  if (!is_same_) return false;
  const state::Glance& glance = state_->glance();
  if (!can_repeat(glance.findings)) return false;
  if (glance.has_news || glance.walked != walk.digest() || !glance.period.has(now)) return false;
  const std::vector<state::Source>& sources = state_->sources();
  const bool are_same_files =
      std::equal(walk.files.begin(), walk.files.end(), sources.begin(), sources.end(),
                 [](const io::Found& found, const state::Source& source) {
                   return found.file == source.file && found.path == source.path;
                 });
  return are_same_files && are_as_they_were(glance.looked_at) &&
         std::all_of(glance.outputs.begin(), glance.outputs.end(),
                     [](const state::Output& output) {
                       return io::stamp_of(output.file) == output.stamp;
                     }) &&
         std::all_of(sources.begin(), sources.end(), [&glance](const state::Source& source) {
           return is_as_it_was(source, glance.looked);
         });
}

/// In findings files are named as one sees them from the current folder.
bool Memory::can_repeat(const Diagnostics& findings) const {
  return findings.empty() || state_->glance().here == here_;
}

Report Memory::repeat(const BuildOptions& options, Diagnostics& findings) const {
  const state::Glance& glance = state_->glance();
  findings.add(glance.findings);
  Report report;
  state::Unpacker unpacker(glance.report);
  unpacker(report);
  change_paths(report,
               [this](const std::string& path) { return io::shown(ground_.outward(path)); });
  report.published = true;
  report.unchanged = report.posts;
  if (options.preview) report.entries.emplace();
  return report;
}

void Memory::count_change(const std::string& path, std::uint64_t post, Report& report) const {
  const auto before = rendered_.find(path);
  const bool is_known = before != rendered_.end();
  ++(!is_known ? report.fresh : before->second.post == post ? report.unchanged : report.changed);
}

void Memory::count_removed(Report& report) const {
  report.removed = rendered_.size() - report.unchanged - report.changed;
}

void Memory::recollect() {
  if (!state_) return;
  rendered_ = state_->rendered();
  const std::vector<state::Source>& sources = state_->sources();
  for (std::size_t i = 0; i < sources.size(); ++i) places_.emplace(sources[i].file, i);
}

std::optional<Memory::Known> Memory::known(std::size_t place, const time::Timestamp& now) const {
  const std::string_view packed = state_->loaded(place);
  std::optional<state::Loaded> loaded = state::unpack_loaded(packed, ground_);
  if (!loaded || !can_repeat(loaded->findings) || !loaded->period.has(now) ||
      !are_as_they_were(loaded->looked_at))
    return std::nullopt;
  return Known{*std::move(loaded), std::string(packed)};
}

std::optional<Memory::Known> Memory::by_stamp(state::Source& source,
                                              const time::Timestamp& now) const {
  const auto place = places_.find(source.file);
  if (!is_same_ || place == places_.end()) return std::nullopt;
  const state::Source& before = state_->sources()[place->second];
  const bool is_same = source.stamp && before.stamp == source.stamp && before.path == source.path &&
                       before.digest != 0 && io::is_certain(*source.stamp, state_->glance().looked);
  if (!is_same) return std::nullopt;
  source.digest = before.digest;
  return known(place->second, now);
}

std::optional<Memory::Known> Memory::by_digest(const state::Source& source,
                                               const time::Timestamp& now) const {
  const auto place = places_.find(source.file);
  if (!is_same_ || place == places_.end()) return std::nullopt;
  const state::Source& before = state_->sources()[place->second];
  const bool is_same =
      before.path == source.path && source.digest != 0 && before.digest == source.digest;
  return is_same ? known(place->second, now) : std::nullopt;
}

const state::Rendered* Memory::rendered(const model::Post& post, std::uint64_t made_of) const {
  if (!is_same_) return nullptr;
  const auto found = rendered_.find(post.path);
  const bool is_same = found != rendered_.end() && found->second.made_of == made_of &&
                       can_repeat(found->second.findings) &&
                       are_as_they_were(found->second.looked_at);
  return is_same ? &found->second : nullptr;
}

const state::Output* Memory::written(const fs::path& file, std::uint64_t made_of) const {
  const auto found = outputs_.find(file);
  if (found == outputs_.end()) return nullptr;
  const state::Output& output = state_->glance().outputs[found->second];
  const bool is_same =
      output.made_of == made_of && output.stamp && io::stamp_of(file) == output.stamp;
  return is_same ? &output : nullptr;
}

bool Memory::are_untouched(const std::vector<fs::path>& files) const {
  return !files.empty() && std::all_of(files.begin(), files.end(), [this](const fs::path& file) {
    return written(file, 0) != nullptr;
  });
}

const fs::path* Memory::file_of(const state::Place& place) const {
  const bool is_there = state_ && place.output < state_->glance().outputs.size();
  return is_there ? &state_->glance().outputs[place.output].file : nullptr;
}

std::vector<fs::path> Memory::untouched_outputs() const {
  std::vector<fs::path> files;
  if (!state_) return files;
  for (const state::Output& output : state_->glance().outputs)
    if (output.stamp && io::stamp_of(output.file) == output.stamp) files.push_back(output.file);
  return files;
}

}  // namespace blogsearch::pipeline
