// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/terms.hpp"

#include <cstdint>

#include "text/words.hpp"

namespace blogsearch::index {
namespace {

/// FNV-1a, 64 bits: fixed for ever, as it stands in stored terms.
std::string hash_of(std::string_view text) {
  std::uint64_t hash = 0xCBF29CE484222325;
  for (const char byte : text) {
    hash ^= static_cast<unsigned char>(byte);
    hash *= 0x100000001B3;
  }
  std::string digits;
  for (int shift = 60; shift >= 0; shift -= 4) digits += "0123456789abcdef"[hash >> shift & 15];
  return digits;
}

bool has_stemmer(const std::string& language) { return !Xapian::Stem(language, true).is_none(); }

}  // namespace

std::string value_term(const Field& field, std::string_view value) {
  return exact_term(field.prefix, text::fold(text::squeeze(value)));
}

std::string exact_term(std::string_view prefix, std::string_view value) {
  std::string term(prefix);
  term += value;
  if (term.size() <= max_term_bytes) return term;
  const std::string hash = hash_of(term);
  term.resize(max_term_bytes - hash.size());
  return term + hash;
}

std::string stemmer_name(std::string_view language) {
  std::string name = text::lower_ascii(language);
  if (has_stemmer(name)) return name;
  std::string primary = name.substr(0, name.find_first_of("-_"));
  return has_stemmer(primary) ? primary : "none";
}

}  // namespace blogsearch::index
