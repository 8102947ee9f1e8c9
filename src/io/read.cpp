// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/read.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <memory>

#include "core/size.hpp"
#include "io/error.hpp"
#include "io/file.hpp"

namespace blogsearch::io {
namespace {

constexpr std::size_t block_size = 256U << 10U;

Diagnostic cannot_read(const std::filesystem::path& file, int error) {
  const Code code = error == ENOENT ? Code::io_not_found : Code::io_unreadable;
  return failure(code, "cannot read", file, error);
}

/// A pipe or a device, which may never end.
Diagnostic not_a_file(const std::filesystem::path& file) {
  Diagnostic finding;
  finding.code = Code::io_unreadable;
  finding.message = "cannot read: this is no regular file";
  finding.hint = "exclude it with posts.exclude";
  finding.file = shown(file);
  return finding;
}

Diagnostic too_large(const std::filesystem::path& file, std::size_t limit) {
  Diagnostic finding;
  finding.code = Code::io_too_large;
  finding.message = "the file is larger than " + written_size(limit);
  finding.hint = "look whether this is the file that was meant";
  finding.file = shown(file);
  return finding;
}

File open(const std::filesystem::path& file) {
  return File(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
}

/// Of a regular file; `handle` is what `open` has just said.
Result<std::uint64_t> size_of(const std::filesystem::path& file, const File& handle) {
  if (!handle) return cannot_read(file, errno);
  struct stat status {};
  if (::fstat(handle.descriptor(), &status) != 0) return cannot_read(file, errno);
  if (S_ISDIR(status.st_mode)) return cannot_read(file, EISDIR);
  if (!S_ISREG(status.st_mode)) return not_a_file(file);
  return static_cast<std::uint64_t>(status.st_size);
}

/// Into `bytes` behind the first `filled` of them; how many came, negative on failure.
ssize_t read_some(const File& handle, std::string& bytes, std::size_t filled) {
  for (;;) {
    const ssize_t n = ::read(handle.descriptor(), bytes.data() + filled, bytes.size() - filled);
    if (n >= 0 || errno != EINTR) return n;
  }
}

}  // namespace

Result<std::string> read(const std::filesystem::path& file, std::size_t limit) {
  const File handle = open(file);
  const Result<std::uint64_t> size = size_of(file, handle);
  if (!size) return size.error();

  // One byte more than expected, so that a file that grows is noticed.
  std::string bytes(std::min(static_cast<std::size_t>(*size), limit) + 1, '\0');
  std::size_t filled = 0;
  while (true) {
    if (filled > limit) return too_large(file, limit);
    if (filled == bytes.size()) bytes.resize(bytes.size() * 2);
    const ssize_t n = read_some(handle, bytes, filled);
    if (n < 0) return cannot_read(file, errno);
    if (n == 0) break;
    filled += static_cast<std::size_t>(n);
  }
  bytes.resize(filled);
  return bytes;
}

Result<Beginning> read_beginning(const std::filesystem::path& file, std::size_t count) {
  const File handle = open(file);
  const Result<std::uint64_t> size = size_of(file, handle);
  if (!size) return size.error();
  Beginning beginning{*size, std::string(count, '\0')};
  std::size_t filled = 0;
  while (filled < count) {
    const ssize_t n = read_some(handle, beginning.bytes, filled);
    if (n < 0) return cannot_read(file, errno);
    if (n == 0) break;
    filled += static_cast<std::size_t>(n);
  }
  beginning.bytes.resize(filled);
  return beginning;
}

std::uint64_t digest(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

Digest::Digest()
    : state_(XXH3_createState(), [](XXH3_state_t* state) { (void)XXH3_freeState(state); }) {
  XXH3_64bits_reset(state_.get());
}

void Digest::add(std::string_view bytes) {
  XXH3_64bits_update(state_.get(), bytes.data(), bytes.size());
}

std::uint64_t Digest::value() const { return XXH3_64bits_digest(state_.get()); }

Result<std::uint64_t> digest_file(const std::filesystem::path& file) {
  const File handle = open(file);
  const auto size = size_of(file, handle);
  if (!size) return size.error();
  Digest digest;
  std::string bytes(std::clamp<std::uintmax_t>(*size, 1, block_size), '\0');
  for (;;) {
    const ssize_t n = read_some(handle, bytes, 0);
    if (n < 0) return cannot_read(file, errno);
    if (n == 0) return digest.value();
    digest.add(std::string_view(bytes).substr(0, static_cast<std::size_t>(n)));
  }
}

std::string shown(const std::filesystem::path& path) {
  if (path.is_relative()) return path.lexically_normal().generic_string();
  std::error_code ignored;
  const auto here = std::filesystem::current_path(ignored);
  const auto relative = path.lexically_relative(here);
  const bool is_inside = !relative.empty() && *relative.begin() != "..";
  return (is_inside ? relative : path).generic_string();
}

// `./dist` and `/site/dist/atom.xml` may meet.
std::string shown_from(const std::filesystem::path& folder, const std::filesystem::path& path) {
  std::error_code ignored;
  return std::filesystem::absolute(path, ignored)
      .lexically_normal()
      .lexically_proximate(std::filesystem::absolute(folder, ignored).lexically_normal())
      .generic_string();
}

}  // namespace blogsearch::io
