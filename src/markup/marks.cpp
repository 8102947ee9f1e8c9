// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/marks.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "markup/character_set.hpp"
#include "markup/code_finder.hpp"
#include "text/words.hpp"

namespace blogsearch::markup {
namespace {

constexpr std::size_t npos = std::string_view::npos;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_word(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || std::string_view("_-:.").find(c) != npos ||
         static_cast<unsigned char>(c) >= 0x80;
}

std::size_t word_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_word(text[at])) ++at;
  return at;
}

/// `.class #id key="value" key=value word`, and nothing else.
bool is_attributes(std::string_view text) {
  std::size_t at = skip_blanks(text, 0);
  if (at == text.size()) return false;
  while (at < text.size()) {
    if (text[at] != '.' && text[at] != '#' && !is_letter(text[at])) return false;
    std::size_t end = word_end(text, at + 1);
    if (end == at + 1 && !is_letter(text[at])) return false;
    if (end < text.size() && text[end] == '=') {
      ++end;
      const char quote = end < text.size() ? text[end] : ' ';
      const bool is_quoted = quote == '"' || quote == '\'';
      end = is_quoted ? text.find(quote, end + 1) : word_end(text, end);
      if (end == npos) return false;
      end += is_quoted ? 1 : 0;
    }
    at = skip_blanks(text, end);
    if (at == end && at != text.size()) return false;
  }
  return true;
}

constexpr std::size_t longest_list = 1024;

/// Behind the `{: … }` or `{:/ … }` of kramdown at `at`, in one line.
std::optional<std::size_t> kramdown_end(std::string_view text, std::size_t at) {
  if (text.substr(at, 2) != "{:") return std::nullopt;
  const std::size_t close = text.substr(at, longest_list).find_first_of("{}\n", 1);
  if (close == npos || text[at + close] != '}') return std::nullopt;
  std::string_view inner = text.substr(at + 2, close - 2);
  const bool is_extension = !inner.empty() && (inner[0] == ':' || inner[0] == '/');
  if (is_extension) inner.remove_prefix(1);
  if (!inner.empty() && inner.back() == '/') inner.remove_suffix(1);
  if (is_extension && inner.empty()) return at + close + 1;
  return is_attributes(text::trim(inner)) ? std::optional(at + close + 1) : std::nullopt;
}

/// Behind the `{#id .class}` at `at`, in one line.
std::optional<std::size_t> attributes_end(std::string_view text, std::size_t at) {
  const char next = at + 1 < text.size() ? text[at + 1] : ' ';
  if (next != '#' && next != '.' && !is_letter(next)) return std::nullopt;
  const std::size_t close = text.substr(at, longest_list).find_first_of("{}\n", 1);
  if (close == npos || text[at + close] != '}') return std::nullopt;
  const std::string_view inner = text.substr(at + 1, close - 1);
  const bool is_named = next == '#' || next == '.' || inner.find('=') != npos;
  return is_named && is_attributes(inner) ? std::optional(at + close + 1) : std::nullopt;
}

/// The last `#id` of an attribute list.
std::string_view id_in(std::string_view list) {
  for (std::size_t at = list.rfind('#'); at != npos && at > 0; at = list.rfind('#', at - 1))
    if (std::string_view("{: \t").find(list[at - 1]) != npos)
      return list.substr(at + 1, word_end(list, at + 1) - at - 1);
  return {};
}

bool is_place_of_contents(std::string_view line) {
  constexpr std::array<std::string_view, 5> places{"[toc]", "[[toc]]", "[[_toc_]]", "@[toc]",
                                                   "${toc}"};
  return line.size() < 12 &&
         std::find(places.begin(), places.end(), text::lower_ascii(line)) != places.end();
}

/// What a container's fence shows: `:::note[Title]`, `::: tip Title`, `:::tip{title="Title"}`.
std::string_view container_title(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(':'), line.size()));
  line = text::trim(line);
  line.remove_prefix(word_end(line, 0));
  if (line.substr(0, 1) == "[") return line.substr(1, line.find(']') - 1);
  const std::size_t title = line.find("title=\"");
  if (line.substr(0, 1) == "{" && title == npos) return {};
  if (title != npos) return line.substr(title + 7, line.find('"', title + 7) - title - 7);
  return text::trim(line);
}

/// Of `!!! note "Title"`, `??? tip`, `???+ tip`; nullopt for any other line.
std::optional<std::string_view> admonition_title(std::string_view line) {
  if (line.substr(0, 3) != "!!!" && line.substr(0, 3) != "???") return std::nullopt;
  line.remove_prefix(3);
  if (line.substr(0, 1) == "+") line.remove_prefix(1);
  if (line.substr(0, 1) != " " || line.size() < 2 || !is_letter(line[1])) return std::nullopt;
  const std::size_t open = line.find('"');
  if (open == npos) return std::string_view();
  return line.substr(open + 1, line.find('"', open + 1) - open - 1);
}

/// Behind the `[!NOTE]` of a quotation's first line, with its sign of folding.
std::optional<std::size_t> alert_end(std::string_view text) {
  if (text.substr(0, 2) != "[!") return std::nullopt;
  std::size_t end = 2;
  while (end < text.size() && is_letter(text[end])) ++end;
  if (end == 2 || text.substr(end, 1) != "]") return std::nullopt;
  ++end;
  return end + (text.substr(end, 1) == "+" || text.substr(end, 1) == "-" ? 1 : 0);
}

/// Whether one of the marks may begin with the sign at `at`. What the Cleaner comes to know of
/// marks has to be known here.
bool may_be_mark(std::string_view text, std::size_t at) {
  if (text[at] == '{') return true;
  const std::string_view here = text.substr(at, 6);
  if (text[at] != '[')
    return here.starts_with(":::") || here.starts_with("!!!") || here.starts_with("???");
  const std::size_t word = here.find_first_not_of("[_");
  return here.starts_with("[!") ||
         (word != npos && text::lower_ascii(here.substr(word, 3)) == "toc");
}

bool may_have_marks(std::string_view text) {
  static constexpr CharacterSet signs("{[:!?");
  for (std::size_t at = signs.find(text, 0); at < text.size(); at = signs.find(text, at + 1))
    if (may_be_mark(text, at)) return true;
  return false;
}

class Cleaner {
 public:
  explicit Cleaner(std::string_view text) : text_(text), code_(text) { out_.reserve(text.size()); }

  Unmarked clean() && {
    while (at_ < text_.size()) {
      if (const auto end = admonition_ == 0 ? code_.block_end(at_) : code_.fence_end(at_))
        copy_lines(*end);
      else
        take_line();
    }
    return {std::move(out_), std::move(ids_)};
  }

 private:
  /// An id for the heading that ends in the line being written, or `back` lines before it.
  void keep_id(std::string_view id, std::size_t back = 0) {
    lines_ += static_cast<std::size_t>(std::count(out_.begin() + counted_, out_.end(), '\n'));
    counted_ = static_cast<std::ptrdiff_t>(out_.size());
    if (!id.empty() && lines_ >= back) ids_.emplace(lines_ + 1 - back, id);
  }

  /// Columns of the line at `at_` that stand for the admonition round it.
  std::size_t inset() {
    const std::string_view line = text_.substr(at_, line_end(text_, at_) - at_);
    if (admonition_ == 0 || is_blank(line)) return 0;
    if (line[0] == '\t') return 1;
    const std::size_t indent = skip_blanks(line, 0);
    if (indent < admonition_) admonition_ = indent / 4 * 4;
    return admonition_;
  }

  void copy_lines(std::size_t end) {
    while (at_ < end) {
      const std::size_t next = line_end(text_, at_);
      at_ += std::min(inset(), next - at_);
      copy_to(next);
    }
  }

  void copy_to(std::size_t end) {
    out_.append(text_.substr(at_, end - at_));
    at_ = end;
  }

  /// `words` as a paragraph in place of the line that ends at `end`.
  void replace_line(std::size_t end, std::string_view words) {
    if (words.empty())
      out_.push_back('\n');
    else
      out_.append("\n").append(words).append("\n\n");
    at_ = end;
  }

  void take_line() {
    at_ += inset();
    const std::size_t end = line_end(text_, at_);
    std::size_t begin = skip_blanks(text_, at_);
    while (begin < end && text_[begin] == '>') begin = skip_blanks(text_, begin + 1);
    const std::string_view line = text::trim(text_.substr(begin, end - std::min(begin, end)));
    const bool is_quoted = begin > at_ && text_.substr(at_, begin - at_).find('>') != npos;
    const std::string_view next = text_.substr(end, 4);
    const bool is_inset = next == "    " || next.substr(0, 1) == "\t";
    if (const auto title = admonition_title(line); title && is_inset && !is_quoted) {
      admonition_ += 4;
      return replace_line(end, *title);
    }
    if (line.substr(0, 3) == ":::" && !is_quoted) return replace_line(end, container_title(line));
    if (const auto alert = is_quoted ? alert_end(line) : std::nullopt) at_begin(begin + *alert);
    if (is_mark(line)) {
      keep_id(id_in(line), 1);
      at_begin(end);
      out_.push_back('\n');
      return;
    }
    if (is_list_of_contents(line, end)) {
      at_ = line_end(text_, end);
      return;
    }
    take_words(end);
  }

  /// Keeps the line's containers, `> > `, and goes on at `at`.
  void at_begin(std::size_t at) {
    const std::size_t inner = text_.find_first_not_of(" \t>", at_);
    out_.append(text_.substr(at_, std::min(inner, at) - at_));
    at_ = at;
  }

  static bool is_mark(std::string_view line) {
    if (is_place_of_contents(line)) return true;
    if (line.substr(0, 1) != "{") return false;
    const auto end = line.substr(0, 2) == "{:" ? kramdown_end(line, 0) : attributes_end(line, 0);
    return end && *end == line.size();
  }

  [[nodiscard]] bool is_list_of_contents(std::string_view line, std::size_t next) const {
    return list_marker_end(line, 0) && text_.substr(skip_blanks(text_, next), 5) == "{:toc";
  }

  /// The rest of the line, up to `end` or behind a code span that begins in it.
  void take_words(std::size_t end) {
    static constexpr CharacterSet stops("`{\\");
    const bool is_heading =
        text_[std::min(text_.find_first_not_of(" \t>", at_), text_.size() - 1)] == '#' ||
        is_underline(text_.substr(end, line_end(text_, end) - end));
    while (at_ < end) {
      const std::size_t stop = stops.find(text_.substr(0, end), at_);
      if (stop == end) return copy_to(end);
      copy_to(stop);
      if (text_[at_] == '`') {
        copy_to(code_.span_end(at_).value_or(code_.run_end(at_)));
        if (at_ > end) end = line_end(text_, at_);
      } else if (text_[at_] == '\\') {
        copy_to(std::min(at_ + 2, end));
      } else {
        take_brace(is_heading, end);
      }
    }
  }

  void take_brace(bool is_heading, std::size_t end) {
    auto close = kramdown_end(text_, at_);
    const bool follows = !out_.empty() && (out_.back() == ')' || out_.back() == ']');
    if (!close && (follows || is_heading)) {
      close = attributes_end(text_, at_);
      const bool is_last = close && is_blank(text_.substr(*close, end - std::min(*close, end)));
      if (!follows && !is_last) close.reset();
    }
    if (!close) return copy_to(at_ + 1);
    if (is_heading) keep_id(id_in(text_.substr(at_, *close - at_)));
    at_ = *close;
  }

  std::string_view text_;
  CodeFinder code_;
  std::size_t at_ = 0;
  std::size_t admonition_ = 0;  ///< columns that the text of open admonitions is set in
  std::string out_;
  HeadingIds ids_;
  std::ptrdiff_t counted_ = 0;  ///< of `out_`, whose lines so far are `lines_`
  std::size_t lines_ = 0;
};

}  // namespace

bool is_underline(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(" \t>"), line.size()));
  line = text::trim(line);
  return !line.empty() && (line[0] == '=' || line[0] == '-') &&
         line.find_first_not_of(line[0]) == npos;
}

Unmarked without_marks(std::string markdown) {
  return may_have_marks(markdown) ? Cleaner(markdown).clean() : Unmarked{std::move(markdown), {}};
}

}  // namespace blogsearch::markup
