// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/shortcode.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "markup/character_set.hpp"
#include "markup/code_finder.hpp"
#include "markup/excerpt.hpp"
#include "markup/shortcode_table.hpp"
#include "text/words.hpp"

namespace blogsearch::markup {
namespace {

using Form = Shortcode::Form;
using Shape = Shortcode::Shape;
constexpr std::size_t npos = std::string_view::npos;

/// The next `needle`, when asked from left to right: each stretch is read once.
class Next {
 public:
  Next(std::string_view text, std::string_view needle) : text_(text), needle_(needle) {}
  std::size_t from(std::size_t at) {
    if (found_ != npos && (found_ < at || !is_known_)) found_ = text_.find(needle_, at);
    is_known_ = true;
    return found_;
  }

 private:
  std::string_view text_, needle_;
  std::size_t found_ = 0;
  bool is_known_ = false;
};

struct Brackets {
  Form form;
  std::string_view open, close;
};
constexpr std::array<Brackets, 4> brackets{{
    {Form::hugo, "{{<", ">}}"},
    {Form::hugo, "{{%", "%}}"},
    {Form::tag, "{%", "%}"},
    {Form::output, "{{", "}}"},
}};

bool is_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

std::size_t name_end(std::string_view text, std::string_view also) {
  std::size_t end = 0;
  while (end < text.size() && (is_name(text[end]) || also.find(text[end]) != npos)) ++end;
  return end;
}

std::string_view without_dashes(std::string_view inner) {
  if (!inner.empty() && (inner.front() == '-' || inner.front() == '~')) inner.remove_prefix(1);
  if (!inner.empty() && (inner.back() == '-' || inner.back() == '~')) inner.remove_suffix(1);
  return text::trim(inner);
}

/// `name(…)` or a plain dotted name: what Zola takes out of its `/* … */`; a comment of Go's
/// templates is prose.
bool is_escaped_code(std::string_view inner) {
  if (inner.substr(0, 2) == "/*") return true;
  const std::size_t end = name_end(inner, ".:");
  return end != 0 && (end == inner.size() || inner[end] == '(');
}

/// What stands between the `/*` and `*/` of an escaped shortcode.
std::optional<std::string_view> escaped(std::string_view inner) {
  inner = text::trim(inner);
  if (inner.size() < 4 || inner.substr(0, 2) != "/*" || inner.substr(inner.size() - 2) != "*/")
    return std::nullopt;
  return inner.substr(2, inner.size() - 4);
}

void read_hugo(std::string_view inner, Shortcode& code) {
  inner = text::trim(inner);
  if (!inner.empty() && inner.front() == '/') {
    code.shape = Shape::close;
    inner = text::trim(inner.substr(1));
  } else if (!inner.empty() && inner.back() == '/') {
    code.shape = Shape::empty;
    inner = text::trim(inner.substr(0, inner.size() - 1));
  }
  const std::size_t end = name_end(inner, "-./");
  code.name = inner.substr(0, end);
  code.arguments = text::trim(inner.substr(end));
}

/// Reads `name …`, `endname`, `name(…)`; a call's arguments lose their parentheses.
void read_tag(std::string_view inner, Shortcode& code) {
  const std::size_t end = name_end(inner, "-:");
  code.name = inner.substr(0, end);
  code.arguments = text::trim(inner.substr(end));
  if (end < inner.size() && inner[end] == '(' && inner.back() == ')') {
    code.form = Form::call;
    code.arguments = code.arguments.substr(1, code.arguments.size() - 2);
  } else if (code.name.substr(0, 3) == "end") {
    code.shape = Shape::close;
    code.name.remove_prefix(3);
    if (code.name.empty()) code.form = Form::call;
  }
}

class Finder {
 public:
  Finder(std::string_view body, Flavour flavour)
      : body_(body),
        flavour_(flavour),
        code_(body),
        next_{Next(body, ">}}"), Next(body, "%}}"), Next(body, "%}"), Next(body, "}}")},
        comment_end_(body, "#}") {}

  std::vector<Shortcode> find() && {
    if (body_.find('{') == npos) return {};
    if (flavour_ == Flavour::html) {
      find_in(0, body_.size(), false);
    } else {
      find_in_markdown();
    }
    match();
    return std::move(found_);
  }

 private:
  void find_in_markdown() {
    static constexpr CharacterSet stops("\n`{");
    bool is_line_start = true;
    std::size_t at = 0;
    while (at < body_.size()) {
      if (is_line_start) {
        if (const auto end = code_.block_end(at)) {
          at = find_in(at, *end, true);
          continue;
        }
        is_line_start = false;
      }
      const std::size_t stop = stops.find(body_, at);
      if (stop == body_.size()) return;
      at = stop + 1;
      if (body_[stop] == '\n') {
        is_line_start = true;
      } else if (body_[stop] == '{') {
        at = take(stop, body_.size(), false);
        is_line_start = body_[at - 1] == '\n';
      } else {
        const auto end = code_.span_end(stop);
        at = end ? find_in(stop, *end, true) : code_.run_end(stop);
      }
    }
  }

  /// Everything between two offsets; where to go on, behind `end` if raw text went beyond it.
  std::size_t find_in(std::size_t at, std::size_t end, bool is_in_code) {
    while (at < end) {
      const std::size_t stop = body_.substr(0, end).find('{', at);
      if (stop == npos) break;
      at = take(stop, end, is_in_code);
    }
    return std::max(at, end);
  }

  /// What begins with the brace at `at`, if anything; where to go on.
  std::size_t take(std::size_t at, std::size_t end, bool is_in_code) {
    if (body_.substr(at, 2) == "{#") return take_comment(at, is_in_code);
    for (std::size_t i = 0; i < brackets.size(); ++i) {
      if (body_.substr(at, brackets[i].open.size()) != brackets[i].open) continue;
      const auto code = read(at, i, is_in_code);
      if (!code || code->span.end > end) return at + brackets[i].open.size();
      return keep(*code, end);
    }
    return is_in_code ? at + 1 : take_link_mark(at);
  }

  /// `{# … #}` of Nunjucks and Tera; `{#name}` is the id of a heading.
  std::size_t take_comment(std::size_t at, bool is_in_code) {
    const std::size_t close = comment_end_.from(at + 2);
    const char next = at + 2 < body_.size() ? body_[at + 2] : 'x';
    const bool is_comment = next == ' ' || next == '\n' || next == '-' || next == '\t';
    if (is_in_code || close == npos || !is_comment) return at + 2;
    const std::string_view inner = body_.substr(at + 2, close - at - 2);
    Shortcode code;
    code.span = {at, close + 2};
    if (is_excerpt_word(inner)) code.arguments = excerpt_mark;
    found_.push_back(code);
    return close + 2;
  }

  /// Pelican's `{filename}` and the like in front of a path.
  std::size_t take_link_mark(std::size_t at) {
    constexpr std::array<std::string_view, 8> marks{"{filename}", "{static}",   "{attach}",
                                                    "{index}",    "{category}", "{tag}",
                                                    "{author}",   "{photo}"};
    const bool is_value = at > 0 && std::string_view("(<\"'= ").find(body_[at - 1]) != npos;
    for (const std::string_view mark : marks) {
      if (!is_value || body_.substr(at, mark.size()) != mark) continue;
      Shortcode code;
      code.span = {at, at + mark.size()};
      found_.push_back(code);
      return code.span.end;
    }
    return at + 1;
  }

  std::optional<Shortcode> read(std::size_t at, std::size_t kind, bool is_in_code) {
    constexpr std::size_t longest = 4096;
    const Brackets& pair = brackets[kind];
    const std::size_t begin = at + pair.open.size();
    const std::size_t close = next_[kind].from(begin);
    if (close == npos || close - at > longest) return std::nullopt;
    const std::string_view inner = body_.substr(begin, close - begin);
    Shortcode code;
    code.span = {at, close + pair.close.size()};
    code.form = pair.form;
    code.is_in_code = is_in_code;
    if (const auto text = escaped(inner)) return unescape(code, pair, *text);
    if (inner.find(pair.open.substr(0, 2)) != npos) return std::nullopt;
    if (inner.find("\n\n") != npos && pair.form == Form::output) return std::nullopt;
    if (pair.form == Form::hugo) {
      read_hugo(inner, code);
      return code.name.empty() ? std::nullopt : std::optional(code);
    }
    if (pair.form == Form::tag) {
      read_tag(without_dashes(inner), code);
      return code;
    }
    return read_output(without_dashes(inner), code);
  }

  std::optional<Shortcode> unescape(Shortcode code, const Brackets& pair, std::string_view text) {
    if (code.form == Form::output && !is_escaped_code(text::trim(text))) return std::nullopt;
    code.form = Form::text;
    code.name = pair.open;  // `arguments` stand between brackets again
    code.arguments = text;
    return code;
  }

  std::optional<Shortcode> read_output(std::string_view inner, Shortcode code) const {
    const std::size_t begin = code.span.begin;
    if (begin > 0 && std::string_view("$^_\\").find(body_[begin - 1]) != npos)
      return std::nullopt;  // `${{ secrets.KEY }}`, TeX
    if (inner.empty() || (!is_name(inner[0]) && inner[0] != '"' && inner[0] != '\''))
      return std::nullopt;  // a template of Go's: `{{ .Title }}`
    const std::size_t end = name_end(inner, "");
    if (end != 0 && end < inner.size() && inner[end] == '(' && inner.back() == ')') {
      code.form = Form::call;
      code.shape = Shape::empty;
      code.name = inner.substr(0, end);
      code.arguments = inner.substr(end + 1, inner.size() - end - 2);
    } else {
      code.arguments = inner;
    }
    return code;
  }

  /// Puts it into the list, and what it encloses out of the search.
  std::size_t keep(Shortcode code, std::size_t end) {
    found_.push_back(code);
    const Effect effect = effect_of(code);
    const bool is_raw = effect == Effect::raw;
    if (code.shape != Shape::open || (!is_raw && effect != Effect::code && effect != Effect::gone))
      return code.span.end;
    if (code.is_in_code && !is_raw) return code.span.end;
    if (effect == Effect::gone && code.name != "comment") return code.span.end;
    const auto close = find_close(code, end);
    if (!close) return code.span.end;
    found_.back().encloses_text = true;
    found_.back().partner = found_.size();
    found_.push_back(*close);
    return close->span.end;
  }

  /// The closing tag of `code`'s name; once there is none there is none up to `end`.
  std::optional<Shortcode> find_close(const Shortcode& code, std::size_t end) {
    const std::string name = (code.form == Form::hugo ? "/" : "") + std::string(code.name);
    if (code.span.end <= unclosed_before_[name]) return std::nullopt;
    const std::string_view open = code.form == Form::hugo ? "{{" : "{%";
    for (std::size_t at = body_.find(open, code.span.end); at != npos && at < end;
         at = body_.find(open, at + 2)) {
      for (std::size_t i = 0; i + 1 < brackets.size(); ++i) {
        if (brackets[i].form != code.form) continue;
        if (body_.substr(at, brackets[i].open.size()) != brackets[i].open) continue;
        const auto other = read(at, i, code.is_in_code);
        if (other && other->shape == Shape::close && other->name == code.name) return other;
      }
    }
    unclosed_before_[name] = end;
    return std::nullopt;
  }

  /// Pairs each closing tag with the last open one of its name.
  void match() {
    std::map<std::pair<Form, std::string_view>, std::vector<std::size_t>> open;
    for (std::size_t i = 0; i < found_.size(); ++i) {
      const Shortcode& code = found_[i];
      if (code.form == Form::text || code.form == Form::output || code.encloses_text) continue;
      const auto key = std::pair(code.form, code.form == Form::call ? "" : code.name);
      if (code.shape == Shape::open) open[key].push_back(i);
      if (code.shape != Shape::close || open[key].empty()) continue;
      found_[open[key].back()].partner = i;
      open[key].pop_back();
    }
  }

  std::string_view body_;
  Flavour flavour_;
  CodeFinder code_;
  std::array<Next, 4> next_;
  Next comment_end_;
  std::vector<Shortcode> found_;
  std::map<std::string, std::size_t> unclosed_before_;
};

}  // namespace

std::vector<Shortcode> find_shortcodes(std::string_view body, Flavour flavour) {
  return Finder(body, flavour).find();
}

}  // namespace blogsearch::markup
