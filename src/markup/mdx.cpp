// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/mdx.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "markup/character_set.hpp"
#include "markup/code_finder.hpp"
#include "markup/excerpt.hpp"
#include "markup/jsx.hpp"
#include "markup/script.hpp"
#include "text/words.hpp"

namespace blogsearch::markup {
namespace {

constexpr std::size_t npos = std::string_view::npos;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// One pass from left to right; each method takes what stands at `at_` and moves behind it.
class Reader {
 public:
  explicit Reader(std::string_view mdx) : mdx_(mdx), code_(mdx), script_(mdx) {
    out_.reserve(mdx.size());
  }

  std::string read() && {
    static constexpr CharacterSet stops("\n`\\{<");
    while (at_ < mdx_.size()) {
      if (is_line_start_) {
        begin_line();
        continue;
      }
      copy_to(stops.find(mdx_, at_));
      if (at_ < mdx_.size()) take(mdx_[at_]);
    }
    return std::move(out_);
  }

 private:
  void take(char c) {
    switch (c) {
      case '\n':
        copy_to(at_ + 1);
        is_line_start_ = true;
        return;
      case '`':
        return copy_to(code_.span_end(at_).value_or(code_.run_end(at_)));
      case '\\':
        return copy_to(std::min(at_ + (mdx_.substr(at_ + 1, 1) == "\n" ? 1 : 2), mdx_.size()));
      case '{':
        return take_expression();
      default:
        return take_tag();
    }
  }

  void copy_to(std::size_t end) {
    has_ink_ = has_ink_ || !is_blank(mdx_.substr(at_, end - at_));
    out_.append(mdx_.substr(at_, end - at_));
    at_ = end;
  }

  void begin_line() {
    is_line_start_ = has_ink_ = false;
    const std::size_t end = line_end(mdx_, at_);
    const std::string_view line = mdx_.substr(at_, end - at_);
    if (is_blank(line)) {
      out_.push_back('\n');
      at_ = end;
      is_line_start_ = may_begin_module_ = true;
      return;
    }
    if (may_begin_module_ && is_module(line)) {
      at_ = script_.module_end(at_);
      is_line_start_ = true;
      return;
    }
    may_begin_module_ = line[0] == '#';
    begin_text(line);
  }

  static bool is_module(std::string_view line) {
    return line.substr(0, 7) == "import " || line.substr(0, 7) == "export ";
  }

  void begin_text(std::string_view line) {
    Level& level = levels_.back();
    const std::size_t indent = skip_blanks(line, 0);
    if (level.base == npos) level.base = indent;
    const bool is_item = list_marker_end(line, indent).has_value();
    if (is_item && !level.is_in_list) level.list_base = indent;
    if (is_item || indent <= level.list_base) level.is_in_list = is_item;
    const std::size_t origin = level.is_in_list ? level.list_base : level.base;
    if (const auto end = verbatim_end(line.substr(indent))) return copy_moved(*end, origin);
    const std::size_t cut = level.is_in_list ? std::min(indent, origin) : indent;
    out_.append(level.column, ' ');
    column_ = level.column + indent - cut;
    at_ += cut;
  }

  /// Behind the fenced code or the TeX between `$$` that begins with the line at `at_`.
  std::optional<std::size_t> verbatim_end(std::string_view line) const {
    if (line.substr(0, 2) != "$$") return code_.fence_end(at_);
    const std::size_t open = mdx_.find("$$", at_);
    const std::size_t close = mdx_.find("$$", open + 2);
    return close == npos ? std::nullopt : std::optional(line_end(mdx_, close));
  }

  /// A fenced block, from the column `origin` to that of the element round it.
  void copy_moved(std::size_t end, std::size_t origin) {
    while (at_ < end) {
      const std::size_t next = line_end(mdx_, at_);
      at_ += std::min(skip_blanks(mdx_.substr(at_, next - at_), 0), origin);
      out_.append(levels_.back().column, ' ');
      copy_to(next);
    }
    is_line_start_ = may_begin_module_ = true;
  }

  /// `x^{2}`, `\frac{a}{b}`: TeX is no expression.
  [[nodiscard]] bool is_tex() const {
    constexpr std::size_t longest_name = 24;
    if (at_ == 0) return false;
    if (at_ == tex_end_ || mdx_[at_ - 1] == '^' || mdx_[at_ - 1] == '_') return true;
    std::size_t begin = at_;
    while (begin > 0 && at_ - begin < longest_name && is_letter(mdx_[begin - 1])) --begin;
    return begin > 0 && begin < at_ && mdx_[begin - 1] == '\\';
  }

  void take_expression() {
    const auto end = script_.expression_end(at_);
    if (!end) return copy_to(at_ + 1);
    if (mdx_.substr(at_ + 1, 1) == "#") return copy_to(*end);  // Docusaurus' id of a heading
    if (is_tex()) {
      tex_end_ = *end;
      return copy_to(*end);
    }
    has_ink_ = !stands_alone(*end);
    may_begin_module_ = may_begin_module_ || !has_ink_;
    out_.append(text_of_expression(mdx_.substr(at_ + 1, *end - at_ - 2)));
    at_ = *end;
  }

  void take_tag() {
    if (mdx_.substr(at_, 4) == "<!--") {
      const std::size_t end = mdx_.find("-->", at_);
      return copy_to(end == npos ? mdx_.size() : end + 3);
    }
    const auto tag = read_tag(mdx_, at_, script_);
    if (!tag) return copy_to(at_ + 1);
    if (tag->is_hidden_element()) return skip_hidden(*tag);
    const bool is_alone = stands_alone(tag->end);
    has_ink_ = !is_alone;
    may_begin_module_ = may_begin_module_ || is_alone;
    if (is_alone) separate();
    if (is_alone && tag->is_html()) out_.append(column_, ' ');
    if (tag->is_html()) out_.append(tag->html(script_, mdx_));
    at_ = tag->end;
    if (is_alone) separate();
    note_depth(*tag);
  }

  /// Scripts and styles show nothing, whatever they hold.
  void skip_hidden(const Tag& tag) {
    at_ = tag.end;
    if (tag.shape != Tag::Shape::open) return;
    const std::size_t close = mdx_.find("</" + std::string(tag.name), at_);
    at_ = close == npos ? mdx_.size() : std::min(mdx_.find('>', close), mdx_.size() - 1) + 1;
  }

  /// Nothing stands in the line in front of what ends at `end`, nor behind it.
  [[nodiscard]] bool stands_alone(std::size_t end) const {
    const std::size_t next = skip_blanks(mdx_, end);
    return !has_ink_ && (next == mdx_.size() || mdx_[next] == '\n' || mdx_[next] == '\r');
  }

  /// What a component stands between are blocks of their own.
  void separate() {
    if (!out_.empty()) out_.append("\n\n");
  }

  void note_depth(const Tag& tag) {
    const Level& outer = levels_.back();
    if (tag.shape == Tag::Shape::open && !tag.is_void() && levels_.size() < deepest)
      levels_.push_back({outer.is_in_list ? std::min(column_, widest) : outer.column});
    else if (tag.shape == Tag::Shape::close && levels_.size() > 1)
      levels_.pop_back();
  }

  /// An open element, or the body itself.
  struct Level {
    std::size_t column = 0;   ///< where its text is to begin
    std::size_t base = npos;  ///< where it begins in the source; npos while no line of it was seen
    bool is_in_list = false;
    std::size_t list_base = 0;  ///< the column of the list's first marker
  };
  static constexpr std::size_t deepest = 64, widest = 24;

  std::string_view mdx_;
  CodeFinder code_;
  Script script_;
  std::size_t at_ = 0;
  std::string out_;
  bool is_line_start_ = true;
  bool has_ink_ = false;          ///< something was taken from this line
  bool may_begin_module_ = true;  ///< the line before belongs to no paragraph
  std::size_t column_ = 0;        ///< of this line's text in `out_`
  std::size_t tex_end_ = 0;       ///< behind the last braces that were TeX
  std::vector<Level> levels_{{0, 0}};
};

}  // namespace

std::string markdown_of_mdx(std::string_view mdx) { return Reader(mdx).read(); }

}  // namespace blogsearch::markup
