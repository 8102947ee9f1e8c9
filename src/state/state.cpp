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
constexpr std::string_view magic = "blogsearch state 4\n";
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
  archive.path(file);
  archive(path, stamp, digest);
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
  auto& [asked, here, looked, period, looked_at, outputs, indexed, walked, findings, report,
         has_news] = glance;
  archive(asked, here, looked, period, looked_at, outputs, indexed, walked, findings, report,
          has_news);
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

std::string pack(const Source& source, std::string_view loaded, const io::Ground& ground) {
  Packer packer(ground);
  packer(source);
  std::string bytes = packer.take();
  io::pack_text(bytes, loaded);
  return bytes;
}

std::string pack(const std::string& path, const Rendered& rendered, const io::Ground& ground) {
  Packer packer(ground);
  packer(path, rendered);
  return packer.take();
}

io::Content sealed(io::Content content) {
  return [content = std::move(content)](const io::Sink& sink) {
    io::Digest digest;
    sink(magic);
    auto said = content([&](std::string_view bytes) {
      digest.add(bytes);
      sink(bytes);
    });
    sink(hexadecimal(digest.value()));
    return said;
  };
}

io::Content encode(const List& sources, const Glance& glance, const List& rendered,
                   const io::Ground& ground) {
  return sealed([&](const io::Sink& sink) {
    Packer first(ground), second(ground);
    first(sources.count);
    sink(first.bytes());
    if (auto said = sources.bytes(sink); !said) return said;
    second(glance, rendered.count);
    sink(second.bytes());
    return rendered.bytes(sink);
  });
}

Result<State> State::decode(std::string bytes, io::Ground ground) {
  if (!bytes.starts_with(magic) || bytes.size() < magic.size() + digest_size) return damaged();
  const std::string_view content =
      std::string_view(bytes).substr(magic.size(), bytes.size() - magic.size() - digest_size);
  if (!bytes.ends_with(hexadecimal(io::digest(content)))) return damaged();
  State state(std::move(ground));
  state.bytes_ = std::move(bytes);
  return state.read() ? Result<State>(std::move(state)) : damaged();
}

/// All but what became of the posts, which is looked into where it is wanted.
bool State::read() {
  const std::string_view content =
      std::string_view(bytes_).substr(magic.size(), bytes_.size() - magic.size() - digest_size);
  Unpacker unpacker(content, ground_);
  std::uint64_t left = 0;
  for (unpacker(left); left > 0 && unpacker.is_good(); --left) {
    unpacker(sources_.emplace_back());
    const std::size_t size = unpacker.text().size();
    const std::size_t end = magic.size() + content.size() - unpacker.left();
    loaded_.push_back({end - size, end});
  }
  unpacker(glance_);
  rendered_begin_ = magic.size() + content.size() - unpacker.left();
  return unpacker.is_good();
}

std::string_view State::loaded(std::size_t source) const {
  const Span place = loaded_.at(source);
  return std::string_view(bytes_).substr(place.begin, place.size());
}

RenderedPosts State::rendered() const {
  const std::size_t size = bytes_.size() - digest_size - rendered_begin_;
  Unpacker unpacker(std::string_view(bytes_).substr(rendered_begin_, size), ground_);
  RenderedPosts posts;
  unpacker(posts);
  return unpacker.is_good() && unpacker.at_end() ? posts : RenderedPosts();
}

}  // namespace blogsearch::state
