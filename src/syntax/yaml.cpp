// SPDX-License-Identifier: GPL-2.0-or-later
#include "syntax/yaml.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <map>
#include <sstream>

namespace blogsearch::syntax {
namespace {

constexpr std::size_t node_limit = 10'000;

struct TooLarge {};  // thrown through yaml-cpp, which knows no other way to be stopped

/// Builds the tree from the parser's events. Sequences and mappings stay open on a stack until
/// their end; a mapping's key is a finished node that waits for its value.
class Builder : public YAML::EventHandler {
 public:
  Builder(const SourceText& source, Span span, Diagnostics& findings)
      : source_(source), text_(source.at(span)), offset_(span.begin), findings_(findings) {}

  [[nodiscard]] Node take_root() { return std::move(root_); }
  [[nodiscard]] bool has_errors() const { return has_errors_; }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnAnchor(const YAML::Mark&, const std::string&) override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    Node node;
    node.span = here(mark);
    close(std::move(node), anchor);
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    Node copy = anchored_[anchor];
    count(size_of(copy));
    copy.span = here(mark);
    close(std::move(copy), 0);
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    Node node;
    node.kind = Node::Kind::scalar;
    node.scalar = value;
    node.is_quoted = tag != "?";
    node.span = scalar_span(mark, value);
    close(std::move(node), anchor);
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(Node::Kind::sequence, mark, anchor);
  }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(Node::Kind::mapping, mark, anchor);
  }
  void OnSequenceEnd() override { end(); }
  void OnMapEnd() override { end(); }

 private:
  struct Open {
    Node node;
    YAML::anchor_t anchor;
    std::optional<Node> key;
  };

  [[nodiscard]] Span here(const YAML::Mark& mark) const {
    const auto at = offset_ + static_cast<std::size_t>(std::max(mark.pos, 0));
    return {at, at};
  }

  /// The mark is at the opening quote of a quoted scalar. What was folded or escaped cannot be
  /// found letter by letter: it points to the rest of its line.
  [[nodiscard]] Span scalar_span(const YAML::Mark& mark, const std::string& value) const {
    std::size_t begin = static_cast<std::size_t>(std::max(mark.pos, 0));
    const bool has_quote = begin < text_.size() && (text_[begin] == '"' || text_[begin] == '\'');
    if (has_quote) ++begin;
    std::size_t end = begin + value.size();
    if (text_.substr(begin, value.size()) != value)
      end = std::min(text_.find_first_of("\r\n", begin), text_.size());
    return Span{begin, end}.shifted(offset_);
  }

  static std::size_t size_of(const Node& node) {
    std::size_t size = 1;
    for (const Node& item : node.items) size += size_of(item);
    for (const Member& member : node.members) size += size_of(member.value);
    return size;
  }

  void count(std::size_t nodes) {
    count_ += nodes;
    if (count_ > node_limit) throw TooLarge{};
  }

  void open(Node::Kind kind, const YAML::Mark& mark, YAML::anchor_t anchor) {
    Open level;
    level.node.kind = kind;
    level.node.span = here(mark);
    level.anchor = anchor;
    stack_.push_back(std::move(level));
  }

  void end() {
    Open level = std::move(stack_.back());
    stack_.pop_back();
    close(std::move(level.node), level.anchor);
  }

  /// `node` is complete: it goes into what is open around it.
  void close(Node node, YAML::anchor_t anchor) {
    count(1);
    if (anchor != 0) anchored_[anchor] = node;
    if (stack_.empty()) {
      root_ = std::move(node);
      return;
    }
    Open& parent = stack_.back();
    if (parent.node.is_sequence()) {
      parent.node.items.push_back(std::move(node));
    } else if (!parent.key) {
      parent.key = std::move(node);
    } else {
      add_member(parent.node, *std::exchange(parent.key, std::nullopt), std::move(node));
    }
  }

  void add_member(Node& mapping, Node key, Node value) {
    const auto twin = std::find_if(mapping.members.begin(), mapping.members.end(),
                                   [&key](const Member& m) { return m.key == key.scalar; });
    if (twin == mapping.members.end()) {
      mapping.members.push_back({std::move(key.scalar), key.span, std::move(value)});
      return;
    }
    const std::size_t first_line = source_.locate(twin->key_span).line;
    Diagnostic finding;
    finding.code = Code::syntax_duplicate_key;
    finding.message = "the key \"" + key.scalar + "\" is given twice, first in line " +
                      std::to_string(first_line);
    finding.hint = "keep one of the two";
    finding.span = key.span;
    findings_.add(source_.place(std::move(finding)));
    has_errors_ = true;
  }

  const SourceText& source_;
  std::string_view text_;
  std::size_t offset_;
  Diagnostics& findings_;
  bool has_errors_ = false;
  std::size_t count_ = 0;
  std::vector<Open> stack_;
  std::map<YAML::anchor_t, Node> anchored_;
  Node root_;
};

/// What yaml-cpp says of the mistakes people really make, in words that help.
struct Phrase {
  std::string_view theirs, ours, hint;
  std::size_t late = 0;  ///< how far behind the mistake yaml-cpp's mark is
};
constexpr std::array<Phrase, 7> phrases{{
    {"illegal map value", "a second colon in one line", "put the whole value in quotes"},
    {"end of map not found", "this line is neither a key nor part of the value above it",
     "write `key: value`, or indent the line if it belongs to the value above"},
    {"end of sequence not found", "this line does not belong to the list above it",
     "align it with the list's other items"},
    {"end of map flow not found", "a `{` is not closed",
     "close it with `}`, or put the value in quotes"},
    {"end of sequence flow not found", "a `[` is not closed",
     "close it with `]`, or put the value in quotes"},
    {"unknown token", "this character cannot begin a value", "put the value in quotes"},
    {"unknown escape character: ", "unknown escape in a double-quoted text",
     "double the backslash, or use single quotes", 2},
}};

Diagnostic explain(const YAML::Exception& error) {
  Diagnostic finding;
  finding.code = Code::syntax_invalid_yaml;
  const auto* phrase = std::find_if(phrases.begin(), phrases.end(), [&error](const Phrase& row) {
    return error.msg.compare(0, row.theirs.size(), row.theirs) == 0;
  });
  const bool is_known = phrase != phrases.end();
  finding.message = "this is not valid YAML: ";
  finding.message += is_known ? phrase->ours : std::string_view(error.msg);
  if (is_known) finding.hint = phrase->hint;
  const std::size_t mark = static_cast<std::size_t>(std::max(error.mark.pos, 0));
  const std::size_t at = mark - std::min(mark, is_known ? phrase->late : 0);
  finding.span = {at, at};
  return finding;
}

Diagnostic too_large() {
  Diagnostic finding;
  finding.code = Code::syntax_too_large;
  finding.message = "more than " + std::to_string(node_limit) + " values";
  finding.hint = "keep data that is not about the post out of its front matter";
  return finding;
}

}  // namespace

std::optional<Node> read_yaml(const SourceText& source, Span span, Diagnostics& findings) {
  Builder builder(source, span, findings);
  try {
    std::istringstream stream{std::string(source.at(span))};
    YAML::Parser parser(stream);
    parser.HandleNextDocument(builder);
  } catch (const TooLarge&) {
    findings.add(source.place(too_large(), span.begin));
    return std::nullopt;
  } catch (const YAML::Exception& error) {
    findings.add(source.place(explain(error), span.begin));
    return std::nullopt;
  }
  if (builder.has_errors()) return std::nullopt;
  return builder.take_root();
}

}  // namespace blogsearch::syntax
