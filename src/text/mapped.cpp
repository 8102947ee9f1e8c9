// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/mapped.hpp"

#include <utf8proc.h>

#include <cstdlib>
#include <memory>

#include "text/utf8.hpp"

namespace blogsearch::text {

std::string mapped(std::string_view text, int options) {
  std::string legal = make_legal(text);  // utf8proc stops at what is no character
  utf8proc_uint8_t* out = nullptr;
  const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(legal.data()),
                                   static_cast<utf8proc_ssize_t>(legal.size()), &out,
                                   static_cast<utf8proc_option_t>(options));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(out, &std::free);
  if (length < 0) return legal;
  return {reinterpret_cast<const char*>(out), static_cast<std::size_t>(length)};
}

std::string without_marks(std::string_view text) {
  return mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_STRIPMARK);
}

}  // namespace blogsearch::text
