# SPDX-License-Identifier: GPL-2.0-or-later
# How our own code is compiled. Linked privately, so that it never reaches a user of the library.
add_library(blogsearch_compiler INTERFACE)
target_compile_options(blogsearch_compiler INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor -Wold-style-cast
  # g++ 12 sees overlaps in its own std::string that cannot be (its bug 105651).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  $<$<BOOL:${BLOGSEARCH_WERROR}>:-Werror>)
if(BLOGSEARCH_SANITIZE)
  target_compile_options(blogsearch_compiler INTERFACE
    -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(blogsearch_compiler INTERFACE -fsanitize=address,undefined)
endif()
# Half of what a file costs clang are these. Not for every build: they hide a missing include.
if(BLOGSEARCH_PRECOMPILE)
  target_precompile_headers(blogsearch_compiler INTERFACE
    <algorithm> <array> <filesystem> <functional> <map> <memory> <optional> <set> <string>
    <string_view> <utility> <variant> <vector>)
endif()
