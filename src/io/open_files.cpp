// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/open_files.hpp"

#include <sys/resource.h>

#include <algorithm>

namespace blogsearch::io {

std::size_t max_open_files() {
  rlimit limit{};
  return ::getrlimit(RLIMIT_NOFILE, &limit) == 0 ? limit.rlim_cur : 0;
}

void allow_open_files(std::size_t count) {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= count) return;
  limit.rlim_cur = std::min<rlim_t>(count, limit.rlim_max);
  (void)::setrlimit(RLIMIT_NOFILE, &limit);  // else there are as many as before
}

}  // namespace blogsearch::io
