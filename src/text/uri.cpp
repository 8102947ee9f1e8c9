// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/uri.hpp"

#include <algorithm>
#include <vector>

#include "text/words.hpp"

namespace blogsearch::text {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

bool is_scheme(std::string_view text) {
  return !text.empty() && is_letter(text[0]) && std::all_of(text.begin(), text.end(), [](char c) {
    return is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.';
  });
}

/// Percent-encodes the bytes that are neither unreserved (RFC 3986, 2.3) nor in `kept`.
std::string encode(std::string_view text, std::string_view kept) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool is_escape =
        c == '%' && i + 2 < text.size() && is_hex(text[i + 1]) && is_hex(text[i + 2]);
    const bool is_plain = is_letter(c) || is_digit(c) ||
                          std::string_view("-._~").find(c) != std::string_view::npos ||
                          kept.find(c) != std::string_view::npos;
    if (is_plain || is_escape) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += digits[byte >> 4U];
    out += digits[byte & 0xFU];
  }
  return out;
}

constexpr std::string_view path_characters = "/:@!$&'()*+,;=";

/// RFC 3986, section 5.2.4.
std::string remove_dot_segments(std::string_view path) {
  std::vector<std::string_view> kept;
  bool ends_in_folder = false;
  for (std::size_t begin = 1; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view segment = path.substr(begin, end - begin);
    const bool is_dots = segment == "." || segment == "..";
    if (segment == ".." && !kept.empty()) kept.pop_back();
    if (!is_dots) kept.push_back(segment);
    ends_in_folder = is_dots;
    begin = end + 1;
  }
  std::string out;
  for (const std::string_view segment : kept) out.append("/").append(segment);
  return ends_in_folder || out.empty() ? out + '/' : out;
}

/// RFC 3986, section 5.2.3.
std::string merge(const Uri& base, std::string_view path) {
  if (base.authority && base.path.empty()) return '/' + std::string(path);
  const std::size_t slash = base.path.rfind('/');
  return base.path.substr(0, slash == std::string::npos ? 0 : slash + 1) + std::string(path);
}

std::optional<std::string> cut(std::string_view& rest, char mark) {
  const std::size_t at = rest.find(mark);
  if (at == std::string_view::npos) return std::nullopt;
  std::string part(rest.substr(at + 1));
  rest = rest.substr(0, at);
  return part;
}

/// Also as `%2e`: browsers take both for steps between folders (WHATWG URL, section 4.1).
bool is_step(std::string_view segment) {
  std::string plain = lower_ascii(segment);
  for (std::size_t at = plain.find("%2e"); at != std::string::npos; at = plain.find("%2e"))
    plain.replace(at, 3, ".");
  return plain.empty() || plain == "." || plain == "..";
}

}  // namespace

std::string Uri::str() const {
  std::string out;
  if (scheme) out.append(*scheme).append(":");
  if (authority) out.append("//").append(*authority);
  out.append(path);
  if (query) out.append("?").append(*query);
  if (fragment) out.append("#").append(*fragment);
  return out;
}

Uri parse_uri(std::string_view reference) {
  Uri uri;
  uri.fragment = cut(reference, '#');
  uri.query = cut(reference, '?');
  const std::size_t colon = reference.find(':');
  if (colon != std::string_view::npos && is_scheme(reference.substr(0, colon))) {
    uri.scheme = std::string(reference.substr(0, colon));
    reference.remove_prefix(colon + 1);
  }
  if (reference.substr(0, 2) == "//") {
    const std::size_t end = std::min(reference.find('/', 2), reference.size());
    uri.authority = std::string(reference.substr(2, end - 2));
    reference.remove_prefix(end);
  }
  uri.path = std::string(reference);
  return uri;
}

bool is_iri(std::string_view text) {
  const Uri uri = parse_uri(text);
  const bool is_clean = std::none_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) <= ' ' ||
           std::string_view("<>\"{}|\\^`\x7F").find(c) != std::string_view::npos;
  });
  return is_clean && uri.scheme && uri.scheme->size() + 1 < text.size();
}

bool is_web_url(std::string_view url) {
  const Uri uri = parse_uri(url);
  if (!uri.scheme || !uri.authority || uri.authority->empty()) return false;
  const std::string scheme = lower_ascii(*uri.scheme);
  return (scheme == "http" || scheme == "https") &&
         uri.authority->find_first_of(" \t\r\n<>\"") == std::string::npos;
}

bool is_mail_address(std::string_view text) {
  const std::size_t at = text.find('@');
  return at != text.npos && at > 0 && at + 1 < text.size() &&
         text.find_first_of(" \t\r\n()<>") == text.npos;
}

std::string resolve(std::string_view base_url, std::string_view reference) {
  const Uri base = parse_uri(base_url);
  Uri uri = parse_uri(trim(reference));
  const bool is_relative = !uri.scheme;
  if (is_relative) {
    uri.scheme = base.scheme;
    if (!uri.authority) {
      uri.authority = base.authority;
      if (uri.path.empty()) {
        uri.path = base.path;
        if (!uri.query) uri.query = base.query;
      } else {
        if (uri.path[0] != '/') uri.path = merge(base, uri.path);
        uri.path = remove_dot_segments(uri.path);
      }
    }
  }
  uri.path = encode(uri.path, path_characters);
  if (uri.query) uri.query = encode(*uri.query, "/?:@!$&'()*+,;=[]");
  if (uri.fragment) uri.fragment = encode(*uri.fragment, "/?:@!$&'()*+,;=[]");
  return uri.str();
}

std::string encode_path(std::string_view path) { return encode(path, path_characters); }

std::string encode_fragment(std::string_view fragment) {
  return encode(fragment, "/?:@!$&'()*+,;=");
}

std::string decode_path(std::string_view path) {
  const auto value = [](char c) {
    return static_cast<unsigned>(is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
  };
  std::string out;
  for (std::size_t i = 0; i < path.size(); ++i) {
    const bool is_escape =
        path[i] == '%' && i + 2 < path.size() && is_hex(path[i + 1]) && is_hex(path[i + 2]);
    if (!is_escape) {
      out += path[i];
      continue;
    }
    out += static_cast<char>(value(path[i + 1]) * 16U + value(path[i + 2]));
    i += 2;
  }
  return out;
}

std::string without_steps(std::string_view path) {
  std::string out(path.starts_with('/') ? "/" : "");
  for (std::size_t begin = 0; begin < path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view segment = path.substr(begin, end - begin);
    if (!is_step(segment)) out.append(segment).append(end < path.size() ? "/" : "");
    begin = end + 1;
  }
  return out;
}

}  // namespace blogsearch::text
