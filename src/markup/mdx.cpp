// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/mdx.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "markup/code_finder.hpp"
#include "markup/excerpt.hpp"
#include "markup/jsx.hpp"
#include "markup/script.hpp"
#include "text/words.hpp"

namespace blogsearch::markup {
namespace {

constexpr std::size_t npos = std::string_view::npos;

/// One pass from left to right; each method takes what stands at `at_` and moves behind it.
class Reader {
 public:
  explicit Reader(std::string_view mdx) : mdx_(mdx), code_(mdx), script_(mdx) {
    out_.reserve(mdx.size());
  }

  std::string read() && {
    while (at_ < mdx_.size()) {
      if (is_line_start_) {
        begin_line();
        continue;
      }
      const std::size_t stop = std::min(mdx_.find_first_of("\n`\\{<", at_), mdx_.size());
      copy_to(stop);
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
    const std::size_t indent = skip_blanks(line, 0);
    if (!bases_.empty() && bases_.back() == npos) bases_.back() = indent;
    const std::size_t base = bases_.empty() ? 0 : bases_.back();
    if (const auto fence = code_.fence_end(at_))
      return copy_moved(*fence, is_in_list_ ? list_base_ : base);
    if (list_marker_end(line, indent)) {
      if (!is_in_list_) list_base_ = indent;
      is_in_list_ = true;
    } else if (indent <= base) {
      is_in_list_ = false;
    }
    at_ += is_in_list_ ? std::min(indent, list_base_) : indent;
  }

  /// A fenced block, `base` columns to the left.
  void copy_moved(std::size_t end, std::size_t base) {
    while (at_ < end) {
      const std::size_t next = line_end(mdx_, at_);
      at_ += std::min(skip_blanks(mdx_.substr(at_, next - at_), 0), base);
      copy_to(next);
    }
    is_line_start_ = may_begin_module_ = true;
  }

  void take_expression() {
    const auto end = script_.expression_end(at_);
    if (!end) return copy_to(at_ + 1);
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
    if (tag.shape == Tag::Shape::open && !tag.is_void()) bases_.push_back(npos);
    if (tag.shape == Tag::Shape::close && !bases_.empty()) bases_.pop_back();
    if (bases_.size() > deepest) bases_.erase(bases_.begin());
  }

  static constexpr std::size_t deepest = 64;

  std::string_view mdx_;
  CodeFinder code_;
  Script script_;
  std::size_t at_ = 0;
  std::string out_;
  bool is_line_start_ = true;
  bool has_ink_ = false;          ///< something was taken from this line
  bool may_begin_module_ = true;  ///< the line before belongs to no paragraph
  bool is_in_list_ = false;
  std::size_t list_base_ = 0;  ///< the column of the list's first marker
  /// Per open element the column where its text begins; npos while no line of it was seen.
  std::vector<std::size_t> bases_;
};

}  // namespace

std::string markdown_of_mdx(std::string_view mdx) { return Reader(mdx).read(); }

}  // namespace blogsearch::markup
