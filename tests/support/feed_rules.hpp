// SPDX-License-Identifier: GPL-2.0-or-later
//
// Rules that several feed formats share, and the vocabulary to state them in.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace blogsearch::support {

class Complaints {
 public:
  void add(std::string_view place, std::string_view what) {
    lines_.push_back(std::string(place) + ": " + std::string(what));
  }
  /// Complains unless `holds`.
  void expect(bool holds, std::string_view place, std::string_view what) {
    if (!holds) add(place, what);
  }
  [[nodiscard]] std::vector<std::string> take() && { return std::move(lines_); }

 private:
  std::vector<std::string> lines_;
};

using Instant = std::optional<std::chrono::sys_seconds>;

/// `2022-12-14T10:00:00.5+01:00` with upper-case T and Z, and of a day that exists.
[[nodiscard]] Instant read_rfc3339(std::string_view text);

/// `Wed, 14 Dec 2022 10:00:00 +0100` or `GMT`, on the weekday it names.
[[nodiscard]] Instant read_rfc822(std::string_view text);

/// Has a scheme and something behind it, without white space.
[[nodiscard]] bool is_absolute_iri(std::string_view text);

/// An absolute IRI of the web.
[[nodiscard]] bool is_web_iri(std::string_view text);

[[nodiscard]] bool is_language_tag(std::string_view text);

/// `type/subtype`.
[[nodiscard]] bool is_media_type(std::string_view text);

/// Something before and after one '@', no white space.
[[nodiscard]] bool is_email(std::string_view text);

[[nodiscard]] bool is_blank(std::string_view text);

}  // namespace blogsearch::support
