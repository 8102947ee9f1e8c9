// SPDX-License-Identifier: GPL-2.0-or-later
//
// Where Xapian's exceptions end: every call into Xapian that can throw runs inside `guarded`.
#pragma once

#include <xapian.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "blogsearch/core/result.hpp"
#include "io/read.hpp"

namespace blogsearch::index {

inline constexpr const char* rebuild_hint = "run `blogsearch build`";

/// A finding about the index in `folder`.
[[nodiscard]] inline Diagnostic about(const std::filesystem::path& folder, Code code,
                                      std::string message, std::string hint = {}) {
  Diagnostic finding;
  finding.code = code;
  finding.message = std::move(message);
  finding.hint = std::move(hint);
  finding.file = io::shown(folder);
  return finding;
}

[[nodiscard]] inline Diagnostic damaged(const std::filesystem::path& folder,
                                        const std::string& reason) {
  return about(folder, Code::index_damaged, "the index is damaged: " + reason, rebuild_hint);
}

[[nodiscard]] inline Diagnostic diagnose(const Xapian::Error& error,
                                         const std::filesystem::path& folder) {
  // A generation is never written to: DatabaseModifiedError, too, is a sign of damage.
  constexpr std::array<std::string_view, 7> damages{"DatabaseCorruptError",  "DatabaseOpeningError",
                                                    "DatabaseNotFoundError", "DatabaseVersionError",
                                                    "DatabaseModifiedError", "SerialisationError",
                                                    "DocNotFoundError"};
  const std::string_view type = error.get_type();
  const char* const system = error.get_error_string();
  const std::string reason = error.get_msg() + (system ? std::string(": ") + system : "");
  // A plain DatabaseError is the system's, or a table that ends too early.
  const bool was_written = error.get_msg().starts_with("Modifications failed");
  if ((type == "DatabaseError" && !system && !was_written) ||
      std::find(damages.begin(), damages.end(), type) != damages.end())
    return damaged(folder, reason);
  return about(folder, Code::index_failed, "the index cannot be used: " + reason,
               "make sure that the disk is not full and that you may write here, then run "
               "`blogsearch build`");
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
