// SPDX-License-Identifier: GPL-2.0-or-later
//
// URI references: RFC 3986.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace blogsearch::text {

/// The five parts of a reference (RFC 3986, appendix B). An absent part differs from an empty one.
struct Uri {
  std::optional<std::string> scheme;
  std::optional<std::string> authority;
  std::string path;
  std::optional<std::string> query;
  std::optional<std::string> fragment;

  [[nodiscard]] std::string str() const;
};
[[nodiscard]] Uri parse_uri(std::string_view reference);

/// Whether `text` can be an id: an absolute IRI (RFC 3987) by its scheme and its characters.
[[nodiscard]] bool is_iri(std::string_view text);

/// `http` or `https` with a host.
[[nodiscard]] bool is_web_url(std::string_view url);

/// `local@host`, without the blanks and brackets that a mailbox has around it.
[[nodiscard]] bool is_mail_address(std::string_view text);

/// `reference` against `base` (RFC 3986, section 5.2), its unsafe bytes percent-encoded.
[[nodiscard]] std::string resolve(std::string_view base, std::string_view reference);

/// Every byte that may not stand in a path (RFC 3986, section 3.3) percent-encoded; '/' and
/// valid %XX stay.
[[nodiscard]] std::string encode_path(std::string_view path);

/// The same for a fragment (section 3.5).
[[nodiscard]] std::string encode_fragment(std::string_view fragment);

/// What %XX stand for.
[[nodiscard]] std::string decode_path(std::string_view path);

/// `path` without segments that are empty, `.` or `..`, so that it leads nowhere but down; the
/// slashes at both ends stay.
[[nodiscard]] std::string without_steps(std::string_view path);

}  // namespace blogsearch::text
