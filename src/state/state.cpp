// SPDX-License-Identifier: GPL-2.0-or-later
#include "state/state.hpp"

#include <algorithm>
#include <utility>

#include "io/read.hpp"
#include "state/fields.hpp"

namespace blogsearch::state {

namespace fs = std::filesystem;

namespace {

/// A state of another version is of no use: everything is made anew.
constexpr std::string_view magic = "blogsearch state 3\n";
constexpr std::size_t digest_size = 16;

std::string hexadecimal(std::uint64_t number) {
  std::string digits;
  for (int shift = 60; shift >= 0; shift -= 4) digits += "0123456789abcdef"[number >> shift & 15];
  return digits;
}

Diagnostic damaged() {
  Diagnostic finding;
  finding.code = Code::state_damaged;
  finding.message = "what the last build left here cannot be read; everything is built anew";
  return finding;
}

}  // namespace

template <class Archive, Same<Witness> T>
void fields(Archive& archive, T& witness) {
  auto& [file, stamp] = witness;
  archive(file, stamp);
}

template <class Archive, Same<Source> T>
void fields(Archive& archive, T& source) {
  auto& [file, path, stamp, digest] = source;
  archive(file, path, stamp, digest);
}

template <class Archive, Same<Output> T>
void fields(Archive& archive, T& output) {
  auto& [file, stamp, made_of, digest] = output;
  archive(file, stamp, made_of, digest);
}

template <class Archive, Same<Indexed> T>
void fields(Archive& archive, T& indexed) {
  auto& [posts, digest] = indexed;
  archive(posts, digest);
}

template <class Archive, Same<Period> T>
void fields(Archive& archive, T& period) {
  auto& [since, until] = period;
  archive(since, until);
}

template <class Archive, Same<Glance> T>
void fields(Archive& archive, T& glance) {
  auto& [asked, here, looked, period, sources, looked_at, outputs, indexed, walked, findings,
         report, has_news] = glance;
  archive(asked, here, looked, period, sources, looked_at, outputs, indexed, walked, findings,
          report, has_news);
}

template <class Archive, Same<Loaded> T>
void fields(Archive& archive, T& loaded) {
  auto& [post, held_back, due, is_page, period, findings, looked_at] = loaded;
  archive(post, held_back, due, is_page, period, findings, looked_at);
}

template <class Archive, Same<Place> T>
void fields(Archive& archive, T& place) {
  auto& [output, begin] = place;
  archive(output, begin);
}

template <class Archive, Same<Entry> T>
void fields(Archive& archive, T& entry) {
  auto& [form, size, digest, place] = entry;
  archive(form, size, digest, place);
}

template <class Archive, Same<Rendered> T>
void fields(Archive& archive, T& rendered) {
  auto& [post, made_of, entries, unknown_shortcodes, findings, looked_at] = rendered;
  archive(post, made_of, entries, unknown_shortcodes, findings, looked_at);
}

template <class Archive, Same<Memo> T>
void fields(Archive& archive, T& memo) {
  auto& [loaded, rendered] = memo;
  archive(loaded, rendered);
}

Witness look_at(const fs::path& file) { return {file, io::stamp_of(file)}; }

bool is_as_it_was(const Witness& witness) { return io::stamp_of(witness.file) == witness.stamp; }

void Period::narrow(const Period& other) {
  if (other.since && (!since || *other.since > *since)) since = other.since;
  if (other.until && (!until || *other.until < *until)) until = other.until;
}

bool Period::has(const time::Timestamp& instant) const {
  return (!since || instant >= *since) && (!until || instant < *until);
}

std::string pack(const Loaded& loaded, const io::Ground& ground) {
  Packer packer(ground);
  packer(loaded);
  return packer.take();
}

std::optional<Loaded> unpack_loaded(std::string_view bytes, const io::Ground& ground) {
  Unpacker unpacker(bytes, ground);
  Loaded loaded;
  unpacker(loaded);
  return unpacker.is_good() && unpacker.at_end() ? std::optional(std::move(loaded)) : std::nullopt;
}

std::string sealed(std::string_view content) {
  return std::string(magic) + hexadecimal(io::digest(content)) + std::string(content);
}

std::string encode(const Glance& glance, const Memo& memo, const io::Ground& ground) {
  Packer first(ground), second(ground);
  first(glance);
  second(memo);
  std::string content;
  io::pack_text(content, first.bytes());
  content += second.bytes();
  return sealed(content);
}

Result<State> State::decode(std::string bytes, io::Ground ground) {
  const std::size_t begin = magic.size() + digest_size;
  if (!bytes.starts_with(magic) || bytes.size() < begin) return damaged();
  const std::string_view content = std::string_view(bytes).substr(begin);
  if (bytes.substr(magic.size(), digest_size) != hexadecimal(io::digest(content))) return damaged();
  io::Unpacker from(content);
  const std::string_view first = from.text();
  State state(std::move(ground));
  Unpacker unpacker(first, state.ground_);
  unpacker(state.glance_);
  if (!from.is_good() || !unpacker.is_good() || !unpacker.at_end()) return damaged();
  state.memo_begin_ = static_cast<std::size_t>(first.data() + first.size() - bytes.data());
  state.bytes_ = std::move(bytes);
  return state;
}

Memo State::memo() const {
  Unpacker unpacker(std::string_view(bytes_).substr(memo_begin_), ground_);
  Memo memo;
  unpacker(memo);
  const bool is_whole =
      unpacker.is_good() && unpacker.at_end() && memo.loaded.size() == glance_.sources.size();
  return is_whole ? memo : Memo();
}

}  // namespace blogsearch::state
