// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/selector.hpp"

#include <algorithm>
#include <utility>

#include "text/words.hpp"

namespace blogsearch::markup {
namespace {

bool is_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

}  // namespace

/// Recursive descent, a function a production.
class SelectorReader {
 public:
  explicit SelectorReader(std::string_view text) : text_(text) {}

  Result<Selector> read() {
    Selector selector;
    do {
      selector.alternatives_.push_back(complex());
    } while (!has_failed_ && take(','));
    if (has_failed_ || at_ < text_.size()) return refusal();
    return selector;
  }

 private:
  Selector::Complex complex() {
    Selector::Complex out;
    skip_blanks();
    auto relation = Selector::Relation::descendant;
    while (!has_failed_) {
      out.push_back(compound(relation));
      const bool is_apart = skip_blanks();
      if (take('>')) {
        relation = Selector::Relation::child;
        skip_blanks();
      } else if (is_apart && at_ < text_.size() && text_[at_] != ',') {
        relation = Selector::Relation::descendant;
      } else {
        break;
      }
    }
    return out;
  }

  Selector::Compound compound(Selector::Relation relation) {
    Selector::Compound out;
    out.relation = relation;
    const std::size_t begin = at_;
    if (!take('*')) out.type = text::lower_ascii(name());
    for (bool more = true; more && !has_failed_;) {
      if (take('.'))
        out.conditions.push_back({"class", '~', required_name()});
      else if (take('#'))
        out.conditions.push_back({"id", '=', required_name()});
      else if (take('['))
        out.conditions.push_back(condition());
      else
        more = false;
    }
    if (at_ == begin) has_failed_ = true;
    return out;
  }

  Selector::Condition condition() {
    Selector::Condition out;
    skip_blanks();
    out.attribute = text::lower_ascii(required_name());
    skip_blanks();
    if (take(']')) return out;
    out.how = at_ < text_.size() ? text_[at_] : ' ';
    if (out.how != '=' && std::string_view("~^$*|").find(out.how) != std::string_view::npos) ++at_;
    require('=');
    skip_blanks();
    if (!has_failed_) out.value = value();
    skip_blanks();
    require(']');
    return out;
  }

  std::string value() {
    if (at_ >= text_.size() || (text_[at_] != '"' && text_[at_] != '\'')) return required_name();
    const std::size_t end = text_.find(text_[at_], at_ + 1);
    if (end == std::string_view::npos) {
      has_failed_ = true;
      return {};
    }
    std::string out(text_.substr(at_ + 1, end - at_ - 1));
    at_ = end + 1;
    return out;
  }

  std::string name() {
    std::string out;
    for (; at_ < text_.size(); ++at_) {
      const bool is_escaped = text_[at_] == '\\' && at_ + 1 < text_.size();
      if (is_escaped)
        ++at_;
      else if (!is_name(text_[at_]))
        break;
      out += text_[at_];
    }
    return out;
  }

  std::string required_name() {
    std::string out = name();
    if (out.empty()) has_failed_ = true;
    return out;
  }

  bool take(char c) {
    if (has_failed_ || at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  void require(char c) {
    if (!take(c)) has_failed_ = true;
  }

  bool skip_blanks() {
    const std::size_t begin = at_;
    while (!has_failed_ && at_ < text_.size() && is_blank(text_[at_])) ++at_;
    return at_ > begin;
  }

  [[nodiscard]] Diagnostic refusal() const {
    Diagnostic finding;
    finding.code = Code::markup_bad_selector;
    finding.message = at_ < text_.size() ? "a selector has no place for `" +
                                               std::string(text_.substr(at_, 1)) + "`"
                                         : "the selector ends too early";
    finding.hint = "write one such as article, main .post or [itemprop=articleBody]";
    finding.span = {at_, std::min(at_ + 1, text_.size())};
    return finding;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool has_failed_ = false;
};

Result<Selector> Selector::read(std::string_view text) { return SelectorReader(text).read(); }

bool Selector::matches(const GumboNode& element) const {
  return std::any_of(alternatives_.begin(), alternatives_.end(),
                     [&element](const Complex& complex) { return fits(complex, element); });
}

const GumboNode* Selector::find_in(const GumboNode& root) const {
  for (const Complex& complex : alternatives_) {
    const GumboNode* found =
        find(root, [&complex](const GumboNode& element) { return fits(complex, element); });
    if (found != nullptr) return found;
  }
  return nullptr;
}

/// One pass from the root down to `element`: a search upwards would try all ancestors for each
/// compound, and those of a deep page in every combination.
bool Selector::fits(const Complex& complex, const GumboNode& element) {
  if (!fits(complex.back(), element)) return false;
  std::vector<const GumboNode*> line;
  for (const GumboNode* at = &element; at != nullptr && is_element(*at); at = at->parent)
    line.push_back(at);
  // Of the beginnings of the selector: which end at the parent, which at any ancestor.
  std::vector<bool> at_parent(complex.size()), above(complex.size());
  for (auto node = line.rbegin(); node != line.rend(); ++node) {
    std::vector<bool> here(complex.size());
    for (std::size_t i = 0; i < complex.size(); ++i) {
      const bool is_child = complex[i].relation == Relation::child;
      here[i] = (i == 0 || (is_child ? at_parent : above)[i - 1]) && fits(complex[i], **node);
    }
    for (std::size_t i = 0; i < complex.size(); ++i) above[i] = above[i] || here[i];
    at_parent = std::move(here);
  }
  return at_parent.back();
}

bool Selector::fits(const Compound& compound, const GumboNode& element) {
  if (!compound.type.empty() && compound.type != name_of(element)) return false;
  return std::all_of(compound.conditions.begin(), compound.conditions.end(),
                     [&element](const Condition& condition) { return holds(condition, element); });
}

bool Selector::holds(const Condition& condition, const GumboNode& element) {
  const auto found = attribute(element, condition.attribute.c_str());
  if (!found) return false;
  const std::string_view value = *found;
  const std::string& wanted = condition.value;
  const bool starts = value.substr(0, wanted.size()) == wanted;
  switch (condition.how) {
    case '=':
      return value == wanted;
    case '~':
      return has_word(value, wanted);
    case '^':
      return !wanted.empty() && starts;
    case '$':
      return !wanted.empty() && value.size() >= wanted.size() &&
             value.substr(value.size() - wanted.size()) == wanted;
    case '*':
      return !wanted.empty() && value.find(wanted) != std::string_view::npos;
    case '|':
      return starts && (value.size() == wanted.size() || value[wanted.size()] == '-');
    default:
      return true;
  }
}

}  // namespace blogsearch::markup
