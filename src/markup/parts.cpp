// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/parts.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "markup/html_parts.hpp"
#include "markup/nodes.hpp"
#include "model/anchor.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

namespace blogsearch::markup {
namespace {

using model::HeadingForm;
using model::Part;

class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text) {
    for (std::size_t at = 0; at < text.size(); ++at)
      if (text[at] == '\n') begins_.push_back(at + 1);
  }

  /// The line of this number, from 1, as it is; empty when there is none.
  [[nodiscard]] std::string_view at(int number) const {
    const auto index = static_cast<std::size_t>(number - 1);
    if (number < 1 || index >= begins_.size()) return {};
    const std::string_view rest = text_.substr(begins_[index]);
    return rest.substr(0, rest.find('\n'));
  }

 private:
  std::string_view text_;
  std::vector<std::size_t> begins_{0};
};

/// `Title` of `## Title ##`.
std::string_view inside_signs(std::string_view line) {
  line = text::trim(line);
  line.remove_prefix(std::min(line.find_first_not_of('#'), line.size()));
  const std::size_t last = line.find_last_not_of('#');
  const bool is_closed =
      last != std::string_view::npos && (line[last] == ' ' || line[last] == '\t');
  return text::trim(is_closed ? line.substr(0, last) : line);
}

/// What the generators that read the source take for a heading: its last line, without the signs
/// of a quotation round it.
std::string_view source_of(cmark_node* heading, const Lines& lines) {
  const int first = cmark_node_get_start_line(heading);
  std::string_view line = lines.at(first);
  const auto column = static_cast<std::size_t>(cmark_node_get_start_column(heading) - 1);
  line.remove_prefix(std::min(column, line.size()));
  if (line.substr(0, 1) == "#") return inside_signs(line);
  for (int next = first + 1; next <= cmark_node_get_end_line(heading); ++next) {
    std::string_view below = lines.at(next);
    if (is_underline(below)) break;
    below.remove_prefix(std::min(below.find_first_not_of(" \t>"), below.size()));
    line = below;
  }
  return text::trim(line);
}

/// What of a heading's tree a rule reads; a break of the line is nothing to all of them.
std::string words_of(cmark_node* heading, HeadingForm form) {
  std::string out;
  bool is_image = false;
  walk(heading, [&](cmark_event_type event, cmark_node* node) {
    const auto type = cmark_node_get_type(node);
    if (type == CMARK_NODE_IMAGE) is_image = event == CMARK_EVENT_ENTER;
    const bool is_read = !is_image || form == HeadingForm::described;
    if (is_read && (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)) out.append(literal(node));
    return true;
  });
  return out;
}

class Builder {
 public:
  Builder(const Source& source, model::Anchors rule)
      : source_(source), rule_(rule), form_(model::heading_form(rule)), lines_(source.markdown) {}

  void visit(cmark_event_type event, cmark_node* node) {
    const auto type = cmark_node_get_type(node);
    if (type == CMARK_NODE_HEADING)
      event == CMARK_EVENT_ENTER ? begin_heading(node) : end_heading();
    else if (type == CMARK_NODE_CODE_BLOCK)
      add_code(node);
    else if (type == CMARK_NODE_HTML_BLOCK)
      add_html(node);
    else
      append_text(current(), event, node);
  }

  model::Body take() && {
    flush();
    const std::vector<std::string> anchors = model::anchors_of(headings_, rule_);
    for (std::size_t i = 0; i < anchors.size(); ++i)
      body_[places_[i]].anchor = text::make_legal(anchors[i]);
    const auto is_empty = [](const Part& part) { return part.text.empty() && part.anchor.empty(); };
    body_.erase(std::remove_if(body_.begin(), body_.end(), is_empty), body_.end());
    return std::move(body_);
  }

 private:
  std::string& current() { return is_in_heading_ ? heading_.text : text_; }

  /// What was written since the last part as a part of its own.
  void flush() {
    if (!text::trim(text_).empty()) {
      Part part;
      part.text = text::make_legal(text_);
      body_.push_back(std::move(part));
    }
    text_.clear();
  }

  void add(Part part) {
    flush();
    body_.push_back(std::move(part));
  }

  void begin_heading(cmark_node* node) {
    is_in_heading_ = true;
    heading_ = Part();
    heading_.kind = Part::Kind::heading;
    heading_.level = cmark_node_get_heading_level(node);
    model::Heading heading;
    heading.text =
        form_ == HeadingForm::source ? std::string(source_of(node, lines_)) : words_of(node, form_);
    heading.id = id_of(node);
    headings_.push_back(std::move(heading));
  }

  void end_heading() {
    is_in_heading_ = false;
    heading_.text = text::squeeze(text::make_legal(heading_.text));
    add(std::move(heading_));
    places_.push_back(body_.size() - 1);
  }

  [[nodiscard]] std::string id_of(cmark_node* heading) const {
    const auto first = static_cast<std::size_t>(cmark_node_get_start_line(heading));
    const auto last = static_cast<std::size_t>(cmark_node_get_end_line(heading));
    const auto found = source_.ids.lower_bound(first);
    return found != source_.ids.end() && found->first <= last ? found->second : std::string();
  }

  void add_code(cmark_node* node) {
    Part part;
    part.kind = Part::Kind::code;
    part.text = text::make_legal(literal(node));
    const char* info = cmark_node_get_fence_info(node);
    part.language = text::make_legal(language_of_fence(info == nullptr ? "" : info));
    if (!text::trim(part.text).empty()) add(std::move(part));
  }

  void add_html(cmark_node* node) {
    for (Part& part : html_parts(literal(node))) {
      if (part.kind != Part::Kind::text) {
        add(std::move(part));
        continue;
      }
      text_.append(part.text);
      end_line(text_);
    }
  }

  const Source& source_;
  model::Anchors rule_;
  HeadingForm form_;
  Lines lines_;
  model::Body body_;
  std::string text_;  ///< behind the last part
  Part heading_;
  bool is_in_heading_ = false;
  std::vector<model::Heading> headings_;
  std::vector<std::size_t> places_;  ///< of the headings in `body_`
};

}  // namespace

model::Body parts_of(cmark_node* root, const Source& source, model::Anchors rule) {
  Builder builder(source, rule);
  walk(root, [&builder](cmark_event_type event, cmark_node* node) {
    builder.visit(event, node);
    return true;
  });
  return std::move(builder).take();
}

}  // namespace blogsearch::markup
