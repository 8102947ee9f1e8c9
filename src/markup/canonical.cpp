// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/canonical.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <map>
#include <utility>
#include <vector>

#include "markup/allowed.hpp"
#include "markup/names.hpp"
#include "markup/tokens.hpp"
#include "text/words.hpp"

namespace blogsearch::markup {
namespace {

constexpr std::size_t most_tags = 250'000;
constexpr std::size_t most_reopened = 200'000;
constexpr std::size_t most_attributes = 100;  ///< of a tag; the others are left out

/// Left open, they are opened again in the next block (HTML, 13.2.4.3).
constexpr std::string_view formatting = "a b big code em font i nobr s small strike strong tt u";

/// Inside these a tag of what is outside closes nothing (HTML, 13.2.4.2).
constexpr std::string_view barriers = "applet caption marquee object table td template th";

/// They can hold no tags, and no reader shows what they hold.
constexpr std::string_view raw = "noembed noframes script style textarea";

/// Their tags say nothing to a feed; what is inside stays.
constexpr std::string_view ignored = "form frame frameset isindex";

/// A page has one of each.
constexpr std::array<std::string_view, 3> page_elements{"html", "head", "body"};

/// What a start tag closes, up to an element of `within`.
struct Implied {
  std::string_view openers, closed, within;
};
constexpr std::array<Implied, 9> implied{{
    {"address article aside blockquote center details dialog dir div dl fieldset figcaption figure "
     "footer h1 h2 h3 h4 h5 h6 header hgroup hr li dd dt listing main menu nav ol p pre search "
     "section summary table ul",
     "p", "button"},
    {"li", "li", "ul ol menu dir"},
    {"dd dt", "dd dt", "dl"},
    {"option optgroup", "option optgroup", "select datalist"},
    {"rb rp rt rtc", "rb rp rt rtc", "ruby"},
    {"td th", "td th", "table"},
    {"tr", "tr td th", "table"},
    {"thead tbody tfoot", "thead tbody tfoot tr td th caption colgroup", "table"},
    {"a", "a", ""},
}};

bool is_sound(std::string_view name) {
  return std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == ':' || c == '.';
  });
}

/// An element that feeds drop with all it holds; gumbo's own assertions fail on some that hold
/// each other (template, select).
bool is_hidden(std::string_view name) {
  return name != "noscript" && fate_of(Language::html, name) == Fate::drop;
}

/// An element that `/>` closes: of SVG, of MathML, or of somebody's own.
bool is_foreign(std::string_view name) { return fate_of(Language::html, name) == Fate::unwrap; }

/// What is asked of an element again and again: bits of `opens`, `closed` and `within` are rows of
/// `implied`.
struct Traits {
  unsigned opens = 0, closed = 0, within = 0;
  bool is_barrier = false, is_block = false, is_formatting = false, is_hidden = false;
};

Traits traits_of(std::string_view name) {
  Traits traits;
  for (std::size_t row = 0; row < implied.size(); ++row) {
    if (is_among(implied[row].openers, name)) traits.opens |= 1U << row;
    if (is_among(implied[row].closed, name)) traits.closed |= 1U << row;
    if (is_among(implied[row].within, name)) traits.within |= 1U << row;
  }
  traits.is_barrier = is_among(barriers, name);
  traits.is_block = (traits.opens & 1U) != 0 || is_among("td th tr thead tbody tfoot", name);
  traits.is_formatting = is_among(formatting, name);
  traits.is_hidden = is_hidden(name);
  return traits;
}

std::string written(const Token& token) {
  std::string out = "<" + token.name;
  std::size_t count = 0;
  for (const TagAttribute& attribute : token.attributes) {
    if (!is_sound(attribute.name)) continue;
    if (++count > most_attributes) break;
    out.append(" ").append(attribute.name).append("=\"");
    for (const char c : attribute.value) {
      if (c == '"')
        out += "&quot;";
      else if (c != '\0')
        out += c;
    }
    out += '"';
  }
  return out + '>';
}

class Canon {
 public:
  explicit Canon(std::size_t most_open) : most_open_(most_open) {}

  std::optional<std::string> write(std::string_view html) {
    out_.reserve(html.size() + html.size() / 8);
    most_bytes_ = 8 * html.size() + (1U << 16U);
    Tokens tokens(html);
    while (const auto token = tokens.next()) {
      if (token->kind == Token::Kind::text)
        text(token->text);
      else if (is_sound(token->name) && !is_among(ignored, token->name))
        token->kind == Token::Kind::start ? start(*token, tokens) : end(token->name);
      if (is_too_much()) return std::nullopt;
    }
    take_from(0);
    return std::move(out_);
  }

 private:
  struct Open {
    std::string name;
    std::string tag;
    Traits traits;
  };
  using Row = std::vector<Open>;
  static bool is_link(const Open& each) { return each.name == "a"; }

  [[nodiscard]] bool is_too_much() const {
    return open_.size() > most_open_ || tags_ > most_tags || reopened_ > most_reopened ||
           out_.size() > most_bytes_;
  }

  void text(std::string_view text) {
    if (!text::trim(text).empty()) reopen_pending();
    emit_text(text);
  }

  /// As written, but for what could be taken for a tag.
  void emit_text(std::string_view text) {
    if (hidden_ > 0) return;
    for (const char c : text) {
      if (c == '<')
        out_ += "&lt;";
      else if (c != '\0')
        out_ += c;
    }
  }

  void start(const Token& token, Tokens& tokens) {
    ++tags_;
    reopened_ += formatting_;
    if (!take_raw(token, tokens) && !take_of_page(token)) open(token);
  }

  /// Whether it was an element that holds no tags; its content is read then, too.
  bool take_raw(const Token& token, Tokens& tokens) {
    if (is_among(raw, token.name)) {
      tokens.raw_text(token.name);
    } else if (token.name == "plaintext") {
      text(tokens.rest());
    } else if (token.name == "xmp") {
      text(text::escape_html(tokens.raw_text(token.name)));
    } else if (token.name == "title" || token.name == "iframe") {
      emit(written(token));
      const std::string_view inside = tokens.raw_text(token.name);
      if (token.name == "title") emit_text(inside);
      emit("</" + token.name + '>');
    } else {
      return false;
    }
    return true;
  }

  /// Whether it was an element of which a page has one; each is written once.
  bool take_of_page(const Token& token) {
    const auto* page = std::find(page_elements.begin(), page_elements.end(), token.name);
    if (page == page_elements.end()) return false;
    bool& is_there = has_page_element_[static_cast<std::size_t>(page - page_elements.begin())];
    if (!std::exchange(is_there, true)) emit(written(token));
    return true;
  }

  void open(const Token& token) {
    const Traits traits = known_traits(token.name);
    for (std::size_t row = 0; row < implied.size(); ++row)
      if ((traits.opens & 1U << row) != 0) close_implied(1U << row);
    if (token.name == "a")
      pending_.erase(std::remove_if(pending_.begin(), pending_.end(), is_link), pending_.end());
    if (traits.is_barrier)
      pending_.clear();
    else if (!traits.is_block)
      reopen_pending();
    std::string tag = written(token);
    if (is_void(token.name)) {
      emit(tag);
    } else if (token.is_closed && is_foreign(token.name)) {
      emit(tag.append("</").append(token.name).append(">"));
    } else {
      push({token.name, std::move(tag), traits});
    }
  }

  Traits known_traits(const std::string& name) {
    const auto [place, is_new] = traits_.try_emplace(name);
    if (is_new) place->second = traits_of(name);
    return place->second;
  }

  void close_implied(unsigned row) {
    for (std::size_t i = open_.size(); i-- > 0;) {
      const Traits traits = open_[i].traits;
      if ((traits.within & row) != 0) return;
      const bool closes = (traits.closed & row) != 0;
      if (closes) close(i);
      if (traits.is_barrier && !closes) return;
    }
  }

  void end(const std::string& name) {
    const bool is_of_table = is_among("table caption td th tr thead tbody tfoot", name);
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (open_[i].name == name) return close(i);
      const bool is_barred = is_of_table ? open_[i].name == "table" : open_[i].traits.is_barrier;
      if (is_barred) return;
    }
    const auto late = std::find_if(pending_.rbegin(), pending_.rend(),
                                   [&name](const Open& each) { return each.name == name; });
    if (late != pending_.rend()) pending_.erase(std::next(late).base());
  }

  /// Closes the element at `i` and all inside it. Emphasis that was left open inside goes on
  /// behind it; blocks that began inside emphasis outlive it (HTML, 13.2.6.4.7).
  void close(std::size_t i) {
    Row row = take_from(i);
    const auto inside = std::next(row.begin());
    if (row.front().traits.is_formatting) {
      reopened_ += row.size();
      std::for_each(inside, row.end(), [this](Open& each) { push(std::move(each)); });
    } else if (!row.front().traits.is_barrier) {
      std::copy_if(std::make_move_iterator(inside), std::make_move_iterator(row.end()),
                   std::back_inserter(pending_),
                   [](const Open& each) { return each.traits.is_formatting; });
    }
  }

  /// Closes the element at `i` and all inside it; those.
  Row take_from(std::size_t i) {
    const auto first = std::next(open_.begin(), static_cast<std::ptrdiff_t>(i));
    for (auto each = open_.end(); each != first;) {
      --each;
      if (each->traits.is_hidden)
        --hidden_;
      else
        emit("</" + each->name + '>');
      if (each->traits.is_formatting) --formatting_;
    }
    Row row(std::make_move_iterator(first), std::make_move_iterator(open_.end()));
    open_.erase(first, open_.end());
    return row;
  }

  void reopen_pending() {
    if (pending_.empty()) return;
    reopened_ += pending_.size();
    for (Open& each : std::exchange(pending_, {}))
      if (!is_link(each) || std::none_of(open_.begin(), open_.end(), is_link))
        push(std::move(each));
  }

  void push(Open open) {
    if (open.traits.is_hidden)
      ++hidden_;
    else
      emit(open.tag);
    if (open.traits.is_formatting) ++formatting_;
    open_.push_back(std::move(open));
  }

  void emit(std::string_view html) {
    if (hidden_ == 0) out_ += html;
  }

  std::size_t most_open_;
  std::string out_;
  std::map<std::string, Traits> traits_;  ///< of the names so far
  Row open_;                              ///< outermost first
  Row pending_;                           ///< emphasis to be opened again in front of the next text
  std::size_t formatting_ = 0;            ///< among `open_`
  std::size_t hidden_ = 0;                ///< among `open_`; nothing is written inside them
  std::size_t tags_ = 0, reopened_ = 0, most_bytes_ = 0;
  std::array<bool, page_elements.size()> has_page_element_{};
};

}  // namespace

std::optional<std::string> canonical(std::string_view html, std::size_t most_open) {
  return Canon(most_open).write(html);
}

}  // namespace blogsearch::markup
