// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/anchor.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/characters.hpp"
#include "text/characters.hpp"
#include "text/mapped.hpp"
#include "text/slug.hpp"
#include "text/words.hpp"

namespace blogsearch::text {
namespace {

constexpr std::size_t npos = std::string_view::npos;

using Category = utf8proc_category_t;
Category category(char32_t c) { return utf8proc_category(point(c)); }

bool is_ascii_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_ascii_word(char32_t c) { return is_ascii_letter(c) || (c >= '0' && c <= '9') || c == '_'; }

bool is_letter(char32_t c) {
  return category(c) >= UTF8PROC_CATEGORY_LU && category(c) <= UTF8PROC_CATEGORY_LO;
}

/// `\p{Word}` of Ruby, what github-slugger keeps: Alphabetic, marks, digits, connectors (UTS 18,
/// annex C). Of symbols the letters in circles and squares are alphabetic.
bool is_unicode_word(char32_t c) {
  switch (category(c)) {
    case UTF8PROC_CATEGORY_NO:
      return false;
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_PC:
      return true;
    case UTF8PROC_CATEGORY_SO:
      return (c >= 0x24B6 && c <= 0x24E9) || (c >= 0x1F130 && c <= 0x1F149) ||
             (c >= 0x1F150 && c <= 0x1F169) || (c >= 0x1F170 && c <= 0x1F189);
    default:
      return is_word(c);
  }
}

enum class Sigma { plain, final };

/// Unicode's full mapping, as JavaScript and Ruby have it; only JavaScript knows a word's last Σ.
std::string lower(std::string_view text, Sigma sigma) {
  std::string out;
  bool is_in_word = false;
  for_each_character(text, [&](char32_t c, std::size_t at) {
    const auto next = decode(text, at + (c == U'Σ' ? 2 : 0)).character;
    if (c == U'İ')
      out.append("i\u0307");
    else if (c == U'Σ' && sigma == Sigma::final && is_in_word && !is_letter(next.value_or(' ')))
      out.append("ς");
    else
      append(out, static_cast<char32_t>(utf8proc_tolower(point(c))));
    is_in_word = is_letter(c);
  });
  return out;
}

std::string_view trimmed(std::string_view text) {
  const auto is_blank_at = [&text](std::size_t at) {
    return is_space(decode(text, at).character.value_or(0xFFFD));
  };
  while (!text.empty() && is_blank_at(0)) text.remove_prefix(decode(text, 0).length);
  for (std::size_t last = text.size(); last > 0;) {
    do --last;
    while (last > 0 && continues_character(text[last]));
    if (!is_blank_at(last)) break;
    text = text.substr(0, last);
  }
  return text;
}

std::string_view without_dashes(std::string_view text) {
  while (!text.empty() && text.front() == '-') text.remove_prefix(1);
  while (!text.empty() && text.back() == '-') text.remove_suffix(1);
  return text;
}

std::string replaced(std::string_view text, std::string_view old, std::string_view with) {
  std::string out;
  for (std::size_t at = text.find(old); at != npos; at = text.find(old)) {
    out.append(text.substr(0, at)).append(with);
    text.remove_prefix(at + old.size());
  }
  return out.append(text);
}

/// A dash, in place of those and blanks before it too.
void append_dash(std::string& out) {
  if (out.empty() || out.back() != '-') out.push_back('-');
}

/// Latin letters that no decomposition leads to ASCII, and what they are to Zola and to Hexo.
struct Latin {
  char32_t letter;
  std::string_view zola, hexo;
};
constexpr std::array<Latin, 19> latin_letters{{{U'ß', "ss", "s"},
                                               {U'æ', "ae", "ae"},
                                               {U'Æ', "AE", "AE"},
                                               {U'ø', "o", "o"},
                                               {U'Ø', "O", "O"},
                                               {U'œ', "oe", "oe"},
                                               {U'Œ', "OE", "OE"},
                                               {U'đ', "d", "d"},
                                               {U'Đ', "D", "D"},
                                               {U'ł', "l", "l"},
                                               {U'Ł', "L", "L"},
                                               {U'ħ', "h", "h"},
                                               {U'Ħ', "H", "H"},
                                               {U'ı', "i", "i"},
                                               {U'ð', "d", "ð"},
                                               {U'Ð', "D", "D"},
                                               {U'þ', "th", "þ"},
                                               {U'Þ', "Th", "Þ"},
                                               {U'ẞ', "SS", "S"}}};

std::string with_latin(std::string_view text, std::string_view Latin::*column) {
  std::string out;
  for_each_character(text, [&](char32_t c, std::size_t) {
    const auto* row = std::find_if(latin_letters.begin(), latin_letters.end(),
                                   [c](const Latin& each) { return each.letter == c; });
    if (row == latin_letters.end())
      append(out, c);
    else
      out.append(row->*column);
  });
  return out;
}

/// Letters that are ASCII with marks, wide or in circles lose that; others keep theirs.
std::string without_diacritics(std::string_view text) {
  std::string out;
  for_each_character(text, [&](char32_t c, std::size_t) {
    std::string one;
    append(one, c);
    const bool is_form = (c >= 0x24B6 && c <= 0x24E9) || (c >= 0xFF21 && c <= 0xFF5A);
    const std::string base = c < 0x80
                                 ? one
                                 : mapped(one, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE |
                                                   (is_form ? UTF8PROC_COMPAT : UTF8PROC_STABLE));
    const bool is_latin = is_ascii_letter(static_cast<unsigned char>(base[0]));
    out.append(is_latin ? base.substr(0, 1) : one);
  });
  return with_latin(out, &Latin::hexo);
}

/// The quotes, dashes and dots that marked makes of ASCII.
std::string typographic(std::string_view text) {
  const std::string dashes = replaced(replaced(text, "---", "—"), "--", "–");
  std::string out;
  char32_t before = ' ';
  for_each_character(dashes, [&](char32_t c, std::size_t) {
    const bool opens = is_space(before) || std::u32string_view(U"-—/([{\"‘").find(before) != npos;
    if (c == '\'')
      out.append(opens ? "‘" : "’");
    else if (c == '"')
      out.append(opens ? "“" : "”");
    else
      append(out, c);
    before = c == '\'' && opens ? U'‘' : c;
  });
  return replaced(out, "...", "…");
}

enum class Script { any, ascii };

std::string goldmark_anchor(std::string_view text, Script script) {
  std::string out;
  for_each_character(text, [&out, script](char32_t c, std::size_t) {
    if (script == Script::ascii && c >= 0x80) return;
    if (c == ' ' || c == '-')
      out.push_back('-');
    else if (c == '_' || is_letter(c) || category(c) == UTF8PROC_CATEGORY_ND)
      append(out, static_cast<char32_t>(utf8proc_tolower(point(c))));
  });
  return out;
}

/// What is neither ASCII nor a blank or punctuation that the crate `deunicode` makes a dash of.
bool is_beyond_ascii(std::string_view text) {
  bool found = false;
  for_each_character(text, [&found](char32_t c, std::size_t) {
    const bool is_punctuation =
        category(c) >= UTF8PROC_CATEGORY_PC && category(c) <= UTF8PROC_CATEGORY_PO;
    found = found || (c >= 0x80 && !is_space(c) && !is_punctuation);
  });
  return found;
}

std::string percent_encoded(std::string_view text, std::string_view kept) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_ascii_word(byte) || kept.find(c) != npos)
      out.push_back(c);
    else
      out.append({'%', digits[byte >> 4U], digits[byte & 0xFU]});
  }
  return out;
}

}  // namespace

std::optional<std::string> github_anchor(std::string_view text) {
  std::string out;
  for_each_character(lower(text, Sigma::final), [&out](char32_t c, std::size_t) {
    if (c == ' ' || c == '-')
      out.push_back('-');
    else if (is_unicode_word(c))
      append(out, c);
  });
  return out;
}

std::optional<std::string> hugo_anchor(std::string_view text) {
  return goldmark_anchor(trimmed(text), Script::any);
}

std::optional<std::string> hugo_ascii_anchor(std::string_view text) {
  const std::string bare = mapped(trimmed(text), UTF8PROC_STABLE | UTF8PROC_DECOMPOSE);
  return goldmark_anchor(bare, Script::ascii);
}

std::optional<std::string> hugo_blackfriday_anchor(std::string_view text) {
  std::string out;
  for_each_character(text, [&out](char32_t c, std::size_t) {
    const bool is_number =
        category(c) >= UTF8PROC_CATEGORY_ND && category(c) <= UTF8PROC_CATEGORY_NO;
    if (is_letter(c) || is_number)
      append(out, static_cast<char32_t>(utf8proc_tolower(point(c))));
    else
      append_dash(out);
  });
  return std::string(without_dashes(out));
}

std::optional<std::string> jekyll_anchor(std::string_view text) {
  const std::string plain = replaced(replaced(text, "---", ""), "--", "");
  std::string out;
  for_each_character(lower(plain, Sigma::plain), [&out](char32_t c, std::size_t) {
    if (c == ' ' || c == '\t' || c == '-')
      out.push_back('-');
    else if (is_unicode_word(c))
      append(out, c);
  });
  return out;
}

std::optional<std::string> kramdown_anchor(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (out.empty() && !is_ascii_letter(byte)) continue;
    if (c == ' ' || c == '-')
      out.push_back('-');
    else if (is_ascii_word(byte) && c != '_')
      out.push_back(c);
  }
  return lower_ascii(out);
}

std::optional<std::string> zola_anchor(std::string_view text) {
  const std::string plain = without_marks(with_latin(text, &Latin::zola));
  if (is_beyond_ascii(plain)) return std::nullopt;
  return slug(plain, *find_slug_style("zola"));
}

std::optional<std::string> zola_safe_anchor(std::string_view text) {
  std::string out(text);
  std::replace_if(out.begin(), out.end(), is_ascii_space, '_');
  return out;
}

std::optional<std::string> hexo_anchor(std::string_view text) {
  constexpr std::string_view special = "~`!@#$%^&*()-_+=[]{}|\\;:\"'<>,.?/";
  std::string out;
  const std::string shown = without_diacritics(typographic(text));
  for_each_character(trimmed(shown), [&out, special](char32_t c, std::size_t) {
    const bool is_special = c < 0x80 && special.find(static_cast<char>(c)) != npos;
    if (is_special || c == ' ' || (c >= 0x80 && is_space(c)))
      append_dash(out);
    else if (c >= 0x20)
      append(out, c);
  });
  return std::string(without_dashes(out));
}

std::optional<std::string> markdown_it_anchor(std::string_view text) {
  std::string out;
  bool is_blank = false;
  for_each_character(lower(trimmed(text), Sigma::final), [&](char32_t c, std::size_t) {
    const bool was_blank = std::exchange(is_blank, is_space(c));
    if (!is_blank)
      append(out, c);
    else if (!was_blank)
      out.push_back('-');
  });
  return percent_encoded(out, "-.!~*'()");
}

std::optional<std::string> python_markdown_anchor(std::string_view text) {
  const std::string plain = mapped(text, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT);
  std::string ascii;
  for (const char c : plain)
    if (is_ascii_word(static_cast<unsigned char>(c)) || c == '-' || is_ascii_space(c))
      ascii.push_back(c);
  std::string out;
  for (const char c : lower_ascii(trim(ascii)))
    if (c == '-' || is_ascii_space(c))
      append_dash(out);
    else
      out.push_back(c);
  return out;
}

}  // namespace blogsearch::text
