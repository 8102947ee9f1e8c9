// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "io/error.hpp"

namespace blogsearch::io {
namespace {

Diagnostic cannot_lock(const std::filesystem::path& file, int error) {
  return failure(Code::io_unwritable, "cannot lock", file, error);
}

}  // namespace

Result<std::optional<Lock>> Lock::take(const std::filesystem::path& file, std::string_view note) {
  std::error_code error;
  if (file.has_parent_path()) std::filesystem::create_directories(file.parent_path(), error);
  if (error) return cannot_lock(file, error.value());
  File handle(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666));
  if (!handle) return cannot_lock(file, errno);
  while (::flock(handle.descriptor(), LOCK_EX | LOCK_NB) != 0) {
    if (errno == EWOULDBLOCK) return std::optional<Lock>();
    if (errno != EINTR) return cannot_lock(file, errno);
  }
  struct stat status {};
  const bool has_note = ::fstat(handle.descriptor(), &status) == 0 && status.st_size > 0;
  Lock lock(std::move(handle), has_note);
  if (!note.empty()) lock.sign(note);
  return std::optional<Lock>(std::move(lock));
}

// The note is a courtesy: a disk too full for it does not hinder.
void Lock::sign(std::string_view note) const {
  if (::ftruncate(file_.descriptor(), 0) == 0) (void)file_.write(note);
}

Lock::~Lock() {
  struct stat status {};
  const bool has_note = file_ && ::fstat(file_.descriptor(), &status) == 0 && status.st_size > 0;
  if (has_note && ::ftruncate(file_.descriptor(), 0) != 0) return;  // the next one finds the note
}

std::string lock_note(const std::filesystem::path& file) {
  constexpr std::size_t longest = 200;
  auto note = read(file, longest);
  return note ? *std::move(note) : std::string();
}

}  // namespace blogsearch::io
