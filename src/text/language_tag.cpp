// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/language_tag.hpp"

#include <algorithm>
#include <vector>

#include "text/words.hpp"

namespace blogsearch::text {
namespace {

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_alpha(std::string_view subtag, std::size_t least, std::size_t most) {
  return subtag.size() >= least && subtag.size() <= most &&
         std::all_of(subtag.begin(), subtag.end(), is_letter);
}

bool is_alphanumeric(std::string_view subtag, std::size_t least, std::size_t most) {
  return subtag.size() >= least && subtag.size() <= most &&
         std::all_of(subtag.begin(), subtag.end(),
                     [](char c) { return is_letter(c) || is_digit(c); });
}

bool is_region(std::string_view subtag) {
  return is_alpha(subtag, 2, 2) ||
         (subtag.size() == 3 && std::all_of(subtag.begin(), subtag.end(), is_digit));
}

bool is_variant(std::string_view subtag) {
  return is_alphanumeric(subtag, 5, 8) ||
         (is_alphanumeric(subtag, 4, 4) && is_digit(subtag.front()));
}

/// Walks the subtags of section 2.1, in their order; all are in lower case.
class Subtags {
 public:
  explicit Subtags(std::string_view tag) {
    for (std::size_t begin = 0; begin <= tag.size();) {
      const std::size_t end = std::min(tag.find('-', begin), tag.size());
      subtags_.emplace_back(tag.substr(begin, end - begin));
      begin = end + 1;
    }
  }

  [[nodiscard]] bool are_well_formed() {
    if (subtags_.front() != "x") {
      if (!take_language()) return false;
      take([](std::string_view s) { return is_alpha(s, 4, 4); });
      take(is_region);
      while (take(is_variant)) {
      }
      while (at_ < subtags_.size() && subtags_[at_] != "x")
        if (!take_extension(2)) return false;
    }
    return at_ == subtags_.size() || take_extension(1);
  }

  /// Section 2.1.1: a script is `Hans`, a region `CN`, behind a singleton all is lower case.
  [[nodiscard]] std::string str() const {
    std::string out;
    bool is_behind_singleton = false;
    for (const std::string& subtag : subtags_) {
      const bool is_plain = out.empty() || is_behind_singleton;
      is_behind_singleton = is_behind_singleton || subtag.size() == 1;
      if (!out.empty()) out += '-';
      const std::size_t begin = out.size();
      out += subtag;
      const std::size_t capitals = is_plain || !is_alpha(subtag, 2, 4) ? 0
                                   : subtag.size() == 2                ? 2
                                   : subtag.size() == 4                ? 1
                                                                       : 0;
      for (std::size_t i = begin; i < begin + capitals; ++i)
        out[i] = static_cast<char>(out[i] - 'a' + 'A');
    }
    return out;
  }

 private:
  template <class Fits>
  bool take(Fits fits) {
    if (at_ == subtags_.size() || !fits(subtags_[at_])) return false;
    ++at_;
    return true;
  }

  bool take_language() {
    if (!take([](std::string_view s) { return is_alpha(s, 2, 3); })) return false;
    for (int i = 0; i < 3; ++i) take([](std::string_view s) { return is_alpha(s, 3, 3); });
    return true;
  }

  /// A singleton and what it extends by: at least one subtag of `least` characters or more.
  bool take_extension(std::size_t least) {
    if (!take([](std::string_view s) { return is_alphanumeric(s, 1, 1); })) return false;
    const auto is_part = [least](std::string_view s) { return is_alphanumeric(s, least, 8); };
    if (!take(is_part)) return false;
    while (take(is_part)) {
    }
    return true;
  }

  std::vector<std::string> subtags_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<std::string> language_tag(std::string_view tag) {
  std::string lower = lower_ascii(tag);
  std::replace(lower.begin(), lower.end(), '_', '-');
  Subtags subtags(lower);
  if (!subtags.are_well_formed()) return std::nullopt;
  return subtags.str();
}

bool is_language_code(std::string_view code) {
  constexpr std::string_view codes =
      "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv "
      "cy "
      "da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht "
      "hu "
      "hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la "
      "lb "
      "lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj "
      "om "
      "or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv "
      "sw "
      "ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu ";
  if (!is_alpha(code, 2, 2)) return false;
  const std::size_t place = codes.find(std::string(code) + ' ');
  return place != std::string_view::npos;
}

}  // namespace blogsearch::text
