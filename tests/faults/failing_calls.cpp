// SPDX-License-Identifier: GPL-2.0-or-later
//
// Preloaded into a program, this makes one of its calls to the system fail, or sends it a signal
// there. Variables say which:
//
//   FAULT_CALLS  some of: read write fsync rename unlink
//   FAULT_BELOW  only calls on files whose paths begin so; relative paths count
//   FAULT_AT     the how many-th of them, from 1; 0: none
//   FAULT_ERRNO  what it fails with; or
//   FAULT_SIGNAL what is sent to the process before the call is made
//   FAULT_COUNT  a file that is told at the end how many there were
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

std::atomic<long> calls{0};

const char* variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

bool is_below(const char* path) {
  const char* folder = variable("FAULT_BELOW");
  return path[0] != '/' || std::strncmp(path, folder, std::strlen(folder)) == 0;
}

bool is_below(int descriptor) {
  char link[64];
  char path[PATH_MAX];
  std::snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  const ssize_t size = readlink(link, path, sizeof path - 1);
  if (size <= 0) return false;
  path[size] = '\0';
  return path[0] == '/' && is_below(static_cast<const char*>(path));
}

/// Whether the call is to fail, with errno set.
template <class File>
bool fails(const char* call, File file) {
  const int before = errno;
  const bool is_meant = std::strstr(variable("FAULT_CALLS"), call) != nullptr && is_below(file);
  errno = before;
  if (!is_meant || ++calls != std::atol(variable("FAULT_AT"))) return false;
  if (const int signal = std::atoi(variable("FAULT_SIGNAL")); signal != 0) {
    kill(getpid(), signal);
    return false;
  }
  errno = std::atoi(variable("FAULT_ERRNO"));
  return true;
}

template <class Function>
Function* real(const char* name) {
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

struct Counter {
  ~Counter() {
    const char* file = variable("FAULT_COUNT");
    const int descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (descriptor < 0) return;
    char text[32];
    const int size = std::snprintf(text, sizeof text, "%ld", calls.load());
    (void)!syscall(SYS_write, descriptor, text, size);
    close(descriptor);
  }
} counter;

}  // namespace

extern "C" {

ssize_t read(int file, void* bytes, size_t size) {
  static const auto next = real<decltype(::read)>("read");
  return fails("read", file) ? -1 : next(file, bytes, size);
}
ssize_t pread(int file, void* bytes, size_t size, off_t at) {
  static const auto next = real<decltype(::pread)>("pread");
  return fails("read", file) ? -1 : next(file, bytes, size, at);
}
ssize_t pread64(int file, void* bytes, size_t size, off64_t at) {
  static const auto next = real<decltype(::pread64)>("pread64");
  return fails("read", file) ? -1 : next(file, bytes, size, at);
}
ssize_t write(int file, const void* bytes, size_t size) {
  static const auto next = real<decltype(::write)>("write");
  return fails("write", file) ? -1 : next(file, bytes, size);
}
ssize_t pwrite(int file, const void* bytes, size_t size, off_t at) {
  static const auto next = real<decltype(::pwrite)>("pwrite");
  return fails("write", file) ? -1 : next(file, bytes, size, at);
}
ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t at) {
  static const auto next = real<decltype(::pwrite64)>("pwrite64");
  return fails("write", file) ? -1 : next(file, bytes, size, at);
}
int fsync(int file) {
  static const auto next = real<decltype(::fsync)>("fsync");
  return fails("fsync", file) ? -1 : next(file);
}
int fdatasync(int file) {
  static const auto next = real<decltype(::fdatasync)>("fdatasync");
  return fails("fsync", file) ? -1 : next(file);
}
int rename(const char* from, const char* to) noexcept {
  static const auto next = real<int(const char*, const char*)>("rename");
  return fails("rename", to) ? -1 : next(from, to);
}
int unlink(const char* path) noexcept {
  static const auto next = real<int(const char*)>("unlink");
  return fails("unlink", path) ? -1 : next(path);
}
}
