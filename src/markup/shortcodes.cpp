// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/shortcodes.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "markup/addresses.hpp"
#include "markup/code_finder.hpp"
#include "markup/shortcode.hpp"
#include "markup/shortcode_arguments.hpp"
#include "markup/shortcode_table.hpp"
#include "markup/snippets.hpp"
#include "text/words.hpp"

namespace blogsearch::markup {
namespace {

using Form = Shortcode::Form;
using Shape = Shortcode::Shape;
constexpr std::size_t npos = std::string_view::npos;

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

class Rewriter {
 public:
  Rewriter(std::string_view body, Flavour flavour, std::vector<std::string>& unknown)
      : body_(body), flavour_(flavour), unknown_(unknown), codes_(find_shortcodes(body, flavour)) {
    for (const Shortcode& code : codes_) {
      if (code.form == Form::output) shown_.emplace(variable_of(code));
      const bool is_template =
          code.form == Form::tag && effect_of(code) != Effect::unknown && !code.is_in_code;
      is_templated_ = is_templated_ || is_template || is_raw(code);
    }
  }

  std::string rewrite() && {
    for (next_ = 0; next_ < codes_.size(); ++next_) {
      const Shortcode& code = codes_[next_];
      if (code.span.begin < at_ || is_left_alone(code)) continue;
      out_.append(body_.substr(at_, code.span.begin - at_));
      at_ = code.span.end;
      take(code);
    }
    out_.append(body_.substr(at_));
    while (!outer_.empty()) end_variable();
    return std::move(out_);
  }

 private:
  static bool is_raw(const Shortcode& code) {
    return code.form == Form::tag && effect_of(code) == Effect::raw;
  }

  [[nodiscard]] bool is_left_alone(const Shortcode& code) const {
    if (!code.is_in_code || code.form == Form::text || is_raw(code)) return false;
    return !is_templated_ || code.form == Form::hugo || code.form == Form::call ||
           (code.form == Form::tag && effect_of(code) == Effect::unknown);
  }

  static std::string_view variable_of(const Shortcode& output) {
    return output.arguments.substr(0, output.arguments.find_first_of(" |.([\t\n"));
  }

  void take(const Shortcode& code) {
    if (code.form == Form::text) return take_text(code);
    if (code.form == Form::output) return take_output(code);
    const Effect effect = effect_of(code);
    if (code.shape == Shape::close) {
      if (effect == Effect::variable) end_variable(code);
      if (effect == Effect::control || effect == Effect::raw) drop_empty_line();
      return;
    }
    if (effect == Effect::unknown) name_unknown(code);
    leave(code, effect);
  }

  void leave(const Shortcode& code, Effect effect) {
    const Arguments arguments(code.arguments);
    const std::string first = arguments.at(0);
    switch (effect) {
      case Effect::unknown:
      case Effect::inner:
        return;
      case Effect::control:
        return drop_empty_line();
      case Effect::gone:
        return skip_to_partner(code);
      case Effect::raw:
        return drop_empty_line();
      case Effect::code:
        return leave_code(code, arguments);
      case Effect::variable:
        return begin_variable(code);
      case Effect::target:
        return leave_target(arguments);
      case Effect::page:
        out_.append(source_address(first));
        return;
      case Effect::post:
        out_.append(post_address(first));
        return;
      case Effect::figure:
        return leave_figure(code, arguments);
      case Effect::embed:
      case Effect::gist:
      case Effect::tweet:
        return leave_embed(code, effect, arguments);
      case Effect::summary:
        return leave_line(plain(arguments.named({"summary", "title"}) + first, flavour_));
      case Effect::include:
        return leave_include(code);
      case Effect::quotation:
        return leave_line(plain(speaker_of(code, arguments), flavour_));
    }
  }

  /// `{% include figure.html src="…" %}` is `{% figure src="…" %}`.
  void leave_include(const Shortcode& code) {
    std::string_view file = code.arguments.substr(0, code.arguments.find_first_of(" \t\n"));
    Shortcode shown = code;
    shown.arguments = text::trim(code.arguments.substr(file.size()));
    if (!file.empty() && (file.back() == '"' || file.back() == '\'')) file.remove_suffix(1);
    file = file.substr(file.find_last_of("/\"'") + 1);
    shown.name = file.substr(0, file.find('.'));
    const Effect effect = effect_of(shown);
    if (effect == Effect::figure || effect == Effect::embed || effect == Effect::gist)
      leave(shown, effect);
  }

  /// `author="…"`, or all words as Hexo has them: `{% blockquote Author, Source %}`.
  static std::string speaker_of(const Shortcode& code, const Arguments& arguments) {
    const std::string author = arguments.named({"author"});
    return author.empty() && code.form == Form::tag ? std::string(code.arguments) : author;
  }

  void take_text(const Shortcode& code) {
    if (code.name.empty()) {
      out_.append(code.arguments);
      return;
    }
    const std::string_view brackets = code.name;
    std::string text(brackets);
    text.append(code.arguments);
    text.append(brackets == "{{<"   ? ">}}"
                : brackets == "{{%" ? "%}}"
                : brackets == "{%"  ? "%}"
                                    : "}}");
    out_.append(code.is_in_code ? text : plain(text, flavour_));
  }

  /// `{{ "text" | filter }}` and a variable of the body's own are known; others leave nothing.
  void take_output(const Shortcode& code) {
    const std::string_view expression = code.arguments;
    const char quote = expression.front();
    if (quote == '"' || quote == '\'') {
      const std::size_t close = expression.find(quote, 1);
      if (close != npos && keeps_text(expression.substr(close + 1)))
        out_.append(expression.substr(1, close - 1));
      return;
    }
    const auto variable = variables_.find(variable_of(code));
    if (variable == variables_.end()) return drop_empty_marks();
    const std::string value = std::move(variable->second);  // shown once: nothing grows
    variables_.erase(variable);
    const std::size_t filter = expression.find("highlight");
    if (filter == npos) {
      out_.append(value);
      return;
    }
    const std::size_t quoted = expression.find_first_of("\"'", filter);
    leave_block(value, quoted == npos ? "" : Arguments(expression.substr(quoted)).at(0));
  }

  /// `<{{ url }}>` is no address any more, `**{{ name }}**` nothing strong.
  void drop_empty_marks() {
    if (flavour_ == Flavour::html) return;
    const auto is_mark = [](char open, char close) {
      return open == '<' ? close == '>'
                         : open == close && std::string_view("*_`").find(open) != npos;
    };
    std::size_t count = 0;
    while (count < out_.size() && at_ + count < body_.size() &&
           is_mark(out_[out_.size() - 1 - count], body_[at_ + count]))
      ++count;
    if (count < out_.size() && is_word(out_[out_.size() - 1 - count])) return;  // they close it
    out_.resize(out_.size() - count);
    at_ += count;
  }

  void name_unknown(const Shortcode& code) {
    const std::string name(code.name);
    const bool is_markdown = body_.substr(code.span.begin, 3) == "{{%";
    std::string shown = "{{ " + name + "() }}";
    if (code.form == Form::hugo)
      shown = is_markdown ? "{{% " + name + " %}}" : "{{< " + name + " >}}";
    if (code.form == Form::tag) shown = "{% " + name + " %}";
    if (code.form == Form::call && code.shape == Shape::open) shown = "{% " + name + "() %}";
    if (named_.insert(shown).second) unknown_.push_back(shown);
  }

  void skip_to_partner(const Shortcode& code) {
    if (code.partner == Shortcode::no_partner) return;
    at_ = std::max(at_, codes_[code.partner].span.end);
  }

  [[nodiscard]] std::string_view inner_of(const Shortcode& code) const {
    if (code.partner == Shortcode::no_partner) return {};
    return body_.substr(code.span.end, codes_[code.partner].span.begin - code.span.end);
  }

  void leave_code(const Shortcode& code, const Arguments& arguments) {
    if (code.partner == Shortcode::no_partner) return;
    const std::string named = arguments.named({"lang", "language"});
    const bool has_language =
        code.name == "highlight" || (code.form == Form::hugo && code.name == "code");
    std::string inner(inner_of(code));
    if (code.form == Form::tag) inner = without_raw_marks(inner);
    skip_to_partner(code);
    leave_block(inner, named.empty() && has_language ? arguments.at(0) : named);
  }

  [[nodiscard]] std::string without_raw_marks(std::string_view inner) const {
    std::string out;
    std::size_t at = 0;
    for (const Shortcode& code : find_shortcodes(inner, Flavour::html)) {
      if (!is_raw(code)) continue;
      out.append(inner.substr(at, code.span.begin - at));
      at = code.span.end;
      const std::size_t newline =
          inner.substr(at, 1) == "\n" && (out.empty() || out.back() == '\n');
      at += newline;
    }
    return out.append(inner.substr(at));
  }

  /// The white space that is all of the line so far; none when there is more in it.
  [[nodiscard]] std::optional<std::string> indent() const {
    constexpr std::size_t longest = 256;
    std::size_t begin = out_.size();
    while (begin > 0 && out_.size() - begin < longest &&
           (out_[begin - 1] == ' ' || out_[begin - 1] == '\t'))
      --begin;
    const bool is_first = begin == 0 || out_[begin - 1] == '\n';
    return is_first ? std::optional(out_.substr(begin)) : std::nullopt;
  }

  [[nodiscard]] bool is_at_line_end() const {
    const std::size_t next = skip_blanks(body_, at_);
    return next >= body_.size() || body_[next] == '\n' || body_[next] == '\r';
  }

  void leave_block(std::string_view code, std::string_view language) {
    const auto before = indent();
    if (code.find('\n') == npos && !(before && is_at_line_end())) {
      out_.append(code_span(code, flavour_));
      return;
    }
    if (flavour_ == Flavour::markdown) begin_block(before);
    out_.append(code_block(code, language, before.value_or(""), flavour_));
    if (!is_at_line_end()) out_.append("\n\n");
  }

  /// A block of HTML in the lines before would take the fence for text of its own.
  void begin_block(const std::optional<std::string>& before) {
    if (!before) out_.append("\n\n");
    if (!before || out_.size() < before->size() + 2) return;
    const std::size_t line = out_.size() - before->size();
    if (out_[line - 2] == '>') out_.insert(line, "\n");
  }

  void begin_variable(const Shortcode& code) {
    const bool is_block = code.partner != Shortcode::no_partner &&
                          (code.name == "capture" || code.arguments.find('=') == npos);
    if (!is_block) return drop_empty_line();
    outer_.push_back({std::move(out_), code.partner, Arguments(code.arguments).at(0)});
    out_.clear();
  }

  void end_variable(const Shortcode&) {
    if (!outer_.empty() && outer_.back().close == next_) end_variable();
    drop_empty_line();
  }

  /// A value that the body shows waits for its place; any other one stays where it is.
  void end_variable() {
    Outer outer = std::move(outer_.back());
    outer_.pop_back();
    std::string value = std::move(out_);
    out_ = std::move(outer.text);
    if (shown_.count(outer.variable) != 0)
      variables_[outer.variable] = std::move(value);
    else if (outer.variable.substr(0, 4) == "code")
      leave_block(value, "");
    else
      out_.append(value);
  }

  void leave_target(const Arguments& arguments) {
    const std::string path = arguments.named({"path"});
    out_.append(page_address(path.empty() ? arguments.at(0) : path));
  }

  void leave_figure(const Shortcode& code, const Arguments& arguments) {
    std::string address = arguments.named({"src", "url", "path", "image_path"});
    std::string title = arguments.named({"title"});
    const std::string caption = arguments.named({"caption"});
    std::string description = arguments.named({"alt"});
    for (std::size_t i = 0; address.empty() && i < 8 && !arguments.at(i).empty(); ++i)
      if (arguments.at(i).find('.') != npos || arguments.at(i).find('/') != npos) {
        address = arguments.at(i);
        if (description.empty()) description = arguments.at(i + 1);
      }
    if (!title.empty() && !caption.empty()) title += ' ';
    const auto before = indent();
    if (!address.empty() && before && flavour_ == Flavour::markdown) begin_block(before);
    if (!address.empty())
      out_.append(picture(address, description, title + caption, flavour_));
    else if (code.partner != Shortcode::no_partner)
      leave_line(title + caption);  // what it encloses is the picture
  }

  void leave_embed(const Shortcode& code, Effect effect, const Arguments& arguments) {
    const Service* service = service_of(code.name);
    const std::string user = arguments.named({"user"});
    std::string id = arguments.named({"id", "url", "src"});
    std::string label = arguments.named({"title"});
    if (id.empty()) id = arguments.at(0);
    if (code.name == "youtubeEmbed" && label.empty()) label = arguments.at(1);
    if (id.empty()) return;
    std::string address =
        service == nullptr ? "https://twitter.com/" : std::string(service->address);
    if (effect == Effect::gist && arguments.at(1).find('.') == npos && !arguments.at(1).empty())
      id += "/" + arguments.at(1);
    if (effect == Effect::tweet) address += (user.empty() ? "i" : user) + "/status/";
    if (id.find("://") != npos) address.clear();
    if (label.empty()) label = service == nullptr ? "Twitter" : std::string(service->label);
    out_.append(link(label, address + id));
  }

  /// `words` as a paragraph of their own.
  void leave_line(const std::string& words) {
    if (words.empty()) return;
    out_.append(flavour_ == Flavour::html ? "<p>" + words + "</p>" : "\n\n" + words + "\n\n");
  }

  /// A line that held nothing but a tag of control is none.
  void drop_empty_line() {
    if (!is_at_line_end()) return;
    const auto before = indent();
    if (!before) return;
    out_.resize(out_.size() - before->size());
    at_ = line_end(body_, at_);
  }

  struct Outer {
    std::string text;
    std::size_t close;  ///< place of the tag that ends the variable
    std::string variable;
  };

  std::string_view body_;
  Flavour flavour_;
  std::vector<std::string>& unknown_;
  std::vector<Shortcode> codes_;
  bool is_templated_ = false;
  std::size_t next_ = 0;
  std::size_t at_ = 0;
  std::string out_;
  std::vector<Outer> outer_;
  std::set<std::string, std::less<>> shown_;
  std::map<std::string, std::string, std::less<>> variables_;
  std::set<std::string> named_;
};

}  // namespace

std::string without_shortcodes(std::string_view body, Flavour flavour,
                               std::vector<std::string>& unknown) {
  return Rewriter(body, flavour, unknown).rewrite();
}

}  // namespace blogsearch::markup
