// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/stamp.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <ctime>

namespace blogsearch::io {
namespace {

constexpr std::int64_t second = 1'000'000'000;

/// Of the coarsest file system that is met, FAT.
constexpr std::int64_t tick = 2 * second;

std::int64_t nanoseconds(const timespec& time) {
  return std::int64_t{time.tv_sec} * second + time.tv_nsec;
}

}  // namespace

std::optional<Stamp> stamp_of(const std::string& file) {
  struct stat status {};
  if (::stat(file.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  return Stamp{static_cast<std::uint64_t>(status.st_size), status.st_ino,
               nanoseconds(status.st_mtim), nanoseconds(status.st_ctim)};
}

std::int64_t stamp_time() {
  timespec now{};
  ::clock_gettime(CLOCK_REALTIME, &now);
  return nanoseconds(now);
}

bool is_certain(const Stamp& stamp, std::int64_t looked) {
  return std::max(stamp.modified, stamp.changed) < looked - tick;
}

}  // namespace blogsearch::io
