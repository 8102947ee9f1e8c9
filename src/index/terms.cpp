// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/terms.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "text/diacritics.hpp"
#include "text/tokens.hpp"
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

constexpr std::size_t max_known = 32'000;

/// Languages whose stemmers take off what words begin with: Irish `mbád` is `bád`.
constexpr std::array<std::string_view, 5> inflected_beginnings{"ga", "id", "indonesian", "irish",
                                                               "kraaij_pohlmann"};

}  // namespace

std::string value_term(std::string_view prefix, std::string_view value) {
  return exact_term(prefix, text::fold(text::squeeze(value)));
}

std::string exact_term(std::string_view prefix, std::string_view value) {
  std::string term(prefix);
  term += value;
  if (term.size() <= max_term_bytes) return term;
  const std::string hash = hash_of(term);
  term.resize(max_term_bytes - hash.size());
  return term + hash;
}

std::string plain_words(std::string_view text) {
  std::string line;
  for (const std::string& word : text::words_of(text)) line += (line.empty() ? "" : " ") + word;
  return line;
}

std::string typed_term(std::string_view field, std::string_view word) {
  if (!text::is_natural(word)) return stem_term(field, text::without_diacritics(word));
  return std::string(field).append(word);
}

std::string stemmer_name(std::string_view language) {
  std::string name = text::lower_ascii(language);
  if (has_stemmer(name)) return name;
  std::string primary = name.substr(0, name.find_first_of("-_"));
  return has_stemmer(primary) ? primary : "none";
}

Stems::Stems(const std::string& language)
    : stem_(language, true),
      keeps_beginnings_(std::find(inflected_beginnings.begin(), inflected_beginnings.end(),
                                  language) == inflected_beginnings.end()) {}

Stems::Entry& Stems::entry(std::string_view word) {
  Entry*& recent = recent_[TextHash()(word) % recent_.size()];
  if (recent != nullptr && recent->first == word) return *recent;
  auto found = known_.find(word);
  if (found == known_.end()) {
    std::string text(word);
    KnownWord known = learn(text);
    found = known_.emplace(std::move(text), std::move(known)).first;
  }
  recent = &*found;
  return *recent;
}

KnownWord Stems::learn(const std::string& word) const {
  KnownWord known;
  const auto add = [&known](std::string stem) {
    if (known.count == 0 || stem != known.forms[0]) known.forms[known.count++] = std::move(stem);
  };
  known.is_natural = text::is_natural(word);
  std::string plain = text::without_diacritics(word);
  if (!known.is_natural) {
    add(std::move(plain));
    return known;
  }
  add(text::without_diacritics(stem_(word)));
  // Who types the word without its diacritics has to find it, too.
  if (plain != word) add(stem_(plain));
  return known;
}

void Stems::forget_some() {
  if (known_.size() < max_known) return;
  known_.clear();
  recent_.fill(nullptr);
}

}  // namespace blogsearch::index
