// SPDX-License-Identifier: GPL-2.0-or-later
//
// Where Xapian's exceptions end: every call into Xapian that can throw runs inside `guarded`.
#pragma once

#include <xapian.h>

#include <filesystem>
#include <string>
#include <type_traits>

#include "blogsearch/core/result.hpp"

namespace blogsearch::index {

inline constexpr const char* rebuild_hint = "run `blogsearch build`";

[[nodiscard]] inline Diagnostic index_missing(const std::filesystem::path& folder) {
  return {.code = Code::index_missing,
          .message = "there is no index in " + folder.string(),
          .hint = rebuild_hint};
}

[[nodiscard]] inline Diagnostic index_damaged(const std::filesystem::path& folder,
                                              const std::string& reason) {
  return {.code = Code::index_damaged,
          .message = "the index in " + folder.string() + " is damaged: " + reason,
          .hint = rebuild_hint};
}

[[nodiscard]] inline Diagnostic index_failed(const std::filesystem::path& folder,
                                             const std::string& reason) {
  return {.code = Code::index_failed, .message = "index " + folder.string() + ": " + reason};
}

[[nodiscard]] inline Diagnostic diagnose(const Xapian::Error& error,
                                         const std::filesystem::path& folder) {
  std::string reason = error.get_msg();
  if (const char* system = error.get_error_string()) reason += std::string(": ") + system;
  const bool is_damage = dynamic_cast<const Xapian::DatabaseCorruptError*>(&error) != nullptr ||
                         dynamic_cast<const Xapian::DatabaseOpeningError*>(&error) != nullptr ||
                         dynamic_cast<const Xapian::SerialisationError*>(&error) != nullptr ||
                         dynamic_cast<const Xapian::DocNotFoundError*>(&error) != nullptr;
  return is_damage ? index_damaged(folder, reason) : index_failed(folder, reason);
}

template <class T>
struct GuardedResult {
  using type = Result<T>;
};
template <class T>
struct GuardedResult<Result<T>> {
  using type = Result<T>;
};

/// What `work` returns; a Xapian error thrown in it becomes a Diagnostic about `folder`.
template <class Work>
[[nodiscard]] auto guarded(const std::filesystem::path& folder, const Work& work) ->
    typename GuardedResult<std::invoke_result_t<const Work&>>::type {
  try {
    if constexpr (std::is_void_v<std::invoke_result_t<const Work&>>) {
      work();
      return {};
    } else {
      return work();
    }
  } catch (const Xapian::Error& error) {
    return diagnose(error, folder);
  }
}

}  // namespace blogsearch::index
