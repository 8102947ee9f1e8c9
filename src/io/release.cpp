// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/release.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <set>
#include <string>
#include <system_error>
#include <utility>

#include "io/error.hpp"
#include "io/file.hpp"
#include "io/temporary_file.hpp"

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

fs::path folder_of(const fs::path& target) {
  return target.has_parent_path() ? target.parent_path() : fs::path(".");
}

Result<void> make_folder_of(const fs::path& target) {
  const fs::path folder = folder_of(target);
  std::error_code error;
  if (fs::exists(folder, error) && !fs::is_directory(folder, error)) return in_the_way(folder);
  fs::create_directories(folder, error);
  if (error) return cannot_write(folder, error.value());
  return {};
}

/// Holds pieces against a file as they come.
class Comparison {
 public:
  explicit Comparison(const fs::path& file)
      : file_(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)),  // a pipe: no waiting
        is_same_(static_cast<bool>(file_)) {}

  /// Whether there is a file that can be read.
  [[nodiscard]] bool is_possible() const { return static_cast<bool>(file_); }

  void compare(std::string_view bytes) {
    while (is_same_ && !bytes.empty()) {
      if (at_ == size_) fill();
      const std::size_t n = std::min(bytes.size(), size_ - at_);
      is_same_ = n > 0 && std::string_view(block_).substr(at_, n) == bytes.substr(0, n);
      at_ += n;
      bytes.remove_prefix(n);
    }
  }

  /// Whether the file ends where the pieces end.
  [[nodiscard]] bool is_same() {
    if (is_same_ && at_ == size_) fill();
    return is_same_ && at_ == size_;
  }

 private:
  void fill() {
    at_ = size_ = 0;
    block_.resize(buffer_size);
    ssize_t n = 0;
    do n = ::read(file_.descriptor(), block_.data(), block_.size());
    while (n < 0 && errno == EINTR);
    if (n < 0) is_same_ = false;
    if (n > 0) size_ = static_cast<std::size_t>(n);
  }

  File file_;
  std::string block_;
  std::size_t at_ = 0, size_ = 0;
  bool is_same_;
};

Result<bool> has(const fs::path& target, const Content& content) {
  Comparison comparison(target);
  if (!comparison.is_possible()) return false;
  const Result<void> said =
      content([&comparison](std::string_view bytes) { comparison.compare(bytes); });
  if (!said) return said.error();
  return comparison.is_same();
}

/// Collects pieces into large writes. The first failure is kept.
class Output {
 public:
  explicit Output(const File& file) : file_(file) {}

  void write(std::string_view bytes) {
    buffer_.append(bytes);
    if (buffer_.size() >= buffer_size) flush();
  }

  /// The errno value of the first failure, or 0.
  int finish() {
    flush();
    return error_;
  }

 private:
  void flush() {
    if (error_ == 0) error_ = file_.write(buffer_);
    buffer_.clear();
  }

  const File& file_;
  std::string buffer_;
  int error_ = 0;
};

Result<void> sync_file(const fs::path& temporary, const fs::path& target) {
  const File file(::open(temporary.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file || ::fsync(file.descriptor()) != 0) return cannot_write(target, errno);
  return {};
}

}  // namespace

Content content_of(std::string_view bytes) {
  return [bytes](const Sink& sink) {
    sink(bytes);
    return Result<void>();
  };
}

Release::~Release() {
  std::error_code ignored;
  for (const Staged& file : staged_)
    if (!file.temporary.empty()) fs::remove(file.temporary, ignored);
}

Result<Change> Release::add(const fs::path& target, const Content& content) {
  std::error_code error;
  if (fs::is_directory(target, error)) return cannot_write(target, EISDIR);
  const Result<bool> is_same = has(target, content);
  if (!is_same) return is_same.error();
  if (*is_same) return Change::unchanged;
  if (kind_ == Kind::real)
    if (auto staged = stage(target, content); !staged) return std::move(staged).error();
  return Change::written;
}

Result<Change> Release::add(const fs::path& target, std::string_view bytes) {
  return add(target, content_of(bytes));
}

Result<void> Release::stage(const fs::path& target, const Content& content) {
  if (auto made = make_folder_of(target); !made) return made;
  fs::path temporary;
  File file = open_beside(target, temporary);
  if (!file) return cannot_write(target, errno);
  staged_.push_back({.temporary = temporary, .target = target});
  Output output(file);
  if (auto said = content([&output](std::string_view bytes) { output.write(bytes); }); !said)
    return said;
  if (const int error = output.finish(); error != 0) return cannot_write(target, error);
  // The old file's permissions stay: the web server may be in its group only.
  struct stat old {};
  if (::stat(target.c_str(), &old) == 0) ::fchmod(file.descriptor(), old.st_mode & 07777U);
  if (!file.close()) return cannot_write(target, errno);
  return {};
}

Result<void> Release::sync() {
  for (Staged& file : staged_) {
    if (file.is_synced) continue;
    if (auto synced = sync_file(file.temporary, file.target); !synced) return synced;
    file.is_synced = true;
  }
  return {};
}

Result<void> Release::commit() {
  if (auto synced = sync(); !synced) return synced;
  std::set<fs::path> folders;
  for (Staged& file : staged_) {
    if (::rename(file.temporary.c_str(), file.target.c_str()) != 0)
      return cannot_write(file.target, errno);
    file.temporary.clear();
    folders.insert(folder_of(file.target));
  }
  for (const fs::path& file : removed_) {
    std::error_code error;
    fs::remove(file, error);
    if (error) return cannot_write(file, error.value());
    const fs::path folder = folder_of(file);
    if (fs::remove(folder, error))
      folders.erase(folder);
    else
      folders.insert(folder);
  }
  for (const fs::path& folder : folders)
    if (auto synced = sync_folder(folder); !synced) return synced;
  return {};
}

Result<Change> replace(const fs::path& target, std::string_view bytes) {
  return replace(target, content_of(bytes));
}

Result<Change> replace(const fs::path& target, const Content& content) {
  Release release;
  Result<Change> change = release.add(target, content);
  if (!change) return change;
  if (auto committed = release.commit(); !committed) return std::move(committed).error();
  return change;
}

Result<void> sync_files(const fs::path& folder) {
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error))
    if (auto synced = sync_file(entry->path(), entry->path()); !synced) return synced;
  if (error) return cannot_write(folder, error.value());
  return sync_folder(folder);
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
