// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/replace.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <system_error>
#include <utility>

#include "io/error.hpp"

namespace blogsearch::io {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t buffer_size = 64U << 10U;

Diagnostic cannot_write(const fs::path& path, int error) {
  Diagnostic finding = failure(Code::io_unwritable, "cannot write", path, error);
  if (error == EACCES || error == EPERM)
    finding.hint = "let the user who runs blogsearch write to this folder, or choose another";
  return finding;
}

Diagnostic in_the_way(const fs::path& file) {
  Diagnostic finding;
  finding.code = Code::io_unwritable;
  finding.message = "cannot write: this is a file, not a folder";
  finding.hint = "name a folder, or one that is not there yet";
  finding.file = shown(file);
  return finding;
}

/// Fills `block` from `file`; the number of bytes, fewer only at the end, or -1.
template <std::size_t Size>
ssize_t read_block(const File& file, std::array<char, Size>& block) {
  std::size_t filled = 0;
  while (filled < Size) {
    const ssize_t n = ::read(file.descriptor(), block.data() + filled, Size - filled);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return -1;
    if (n == 0) break;
    filled += static_cast<std::size_t>(n);
  }
  return static_cast<ssize_t>(filled);
}

bool have_same_bytes(const fs::path& a, const fs::path& b) {
  std::error_code error;
  if (fs::file_size(a, error) != fs::file_size(b, error) || error) return false;
  const File first(::open(a.c_str(), O_RDONLY | O_CLOEXEC));
  const File second(::open(b.c_str(), O_RDONLY | O_CLOEXEC));
  if (!first || !second) return false;
  std::array<char, 16384> x{};
  std::array<char, 16384> y{};
  while (true) {
    const ssize_t n = read_block(first, x);
    if (n < 0 || n != read_block(second, y)) return false;
    const auto size = static_cast<std::size_t>(n);
    if (std::string_view(x.data(), size) != std::string_view(y.data(), size)) return false;
    if (size < x.size()) return true;
  }
}

/// A new name beside `target`, on the same file system, that no reader takes for a feed.
std::string temporary_name(const fs::path& target, int attempt) {
  return "." + target.filename().string() + "." + std::to_string(::getpid()) + "." +
         std::to_string(attempt) + ".tmp";
}

}  // namespace

Replacement::Replacement(fs::path target, fs::path temporary, File file)
    : target_(std::move(target)), temporary_(std::move(temporary)), file_(std::move(file)) {
  buffer_.reserve(buffer_size);
}

Replacement::Replacement(Replacement&& other) noexcept
    : target_(std::move(other.target_)),
      temporary_(std::exchange(other.temporary_, {})),
      file_(std::move(other.file_)),
      buffer_(std::move(other.buffer_)),
      error_(other.error_),
      is_rehearsal_(other.is_rehearsal_) {}

Replacement::~Replacement() {
  std::error_code ignored;
  if (!temporary_.empty()) fs::remove(temporary_, ignored);
}

Result<Replacement> Replacement::begin(const fs::path& target) {
  const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
  std::error_code error;
  if (fs::exists(folder, error) && !fs::is_directory(folder, error)) return in_the_way(folder);
  fs::create_directories(folder, error);
  if (error) return cannot_write(folder, error.value());
  if (fs::is_directory(target, error)) return cannot_write(target, EISDIR);
  return open(target, folder);
}

Result<Replacement> Replacement::rehearse(const fs::path& target, const fs::path& scratch) {
  Result<Replacement> replacement = open(target, scratch);
  if (replacement) replacement->is_rehearsal_ = true;
  return replacement;
}

Result<Replacement> Replacement::open(const fs::path& target, const fs::path& folder) {
  for (int attempt = 0; attempt < 100; ++attempt) {
    const fs::path temporary = folder / temporary_name(target, attempt);
    File file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    if (file) return Replacement(target, temporary, std::move(file));
    if (errno != EEXIST) return cannot_write(target, errno);
  }
  return cannot_write(target, EEXIST);
}

void Replacement::write(std::string_view bytes) {
  buffer_.append(bytes);
  if (buffer_.size() >= buffer_size) flush();
}

void Replacement::flush() {
  std::string_view rest = buffer_;
  while (!rest.empty() && error_ == 0) {
    const ssize_t n = ::write(file_.descriptor(), rest.data(), rest.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) error_ = errno;
    if (n > 0) rest.remove_prefix(static_cast<std::size_t>(n));
  }
  buffer_.clear();
}

Diagnostic Replacement::failed(int error) const { return cannot_write(target_, error); }

Result<Change> Replacement::commit() {
  flush();
  if (error_ != 0) return failed(error_);
  if (have_same_bytes(temporary_, target_)) return Change::unchanged;
  if (is_rehearsal_) return Change::written;
  // The old file's permissions stay: the web server may be in its group only.
  struct stat old {};
  if (::stat(target_.c_str(), &old) == 0) ::fchmod(file_.descriptor(), old.st_mode & 07777U);
  if (::fsync(file_.descriptor()) != 0 || !file_.close()) return failed(errno);
  if (::rename(temporary_.c_str(), target_.c_str()) != 0) return failed(errno);
  temporary_.clear();
  if (auto synced = sync_folder(target_.parent_path()); !synced) return std::move(synced).error();
  return Change::written;
}

Result<Change> replace(const fs::path& target, std::string_view bytes) {
  Result<Replacement> replacement = Replacement::begin(target);
  if (!replacement) return std::move(replacement).error();
  replacement->write(bytes);
  return replacement->commit();
}

Result<void> sync_folder(const fs::path& folder) {
  const fs::path path = folder.empty() ? fs::path(".") : folder;
  const File handle(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!handle) return cannot_write(path, errno);
  // Some file systems cannot sync a folder; the rename stands nevertheless.
  if (::fsync(handle.descriptor()) != 0 && errno != EINVAL) return cannot_write(path, errno);
  return {};
}

}  // namespace blogsearch::io
