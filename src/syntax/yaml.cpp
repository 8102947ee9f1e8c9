// SPDX-License-Identifier: GPL-2.0-or-later
#include "syntax/yaml.hpp"

#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <map>
#include <sstream>

#include "syntax/limits.hpp"
#include "syntax/mapping.hpp"
#include "syntax/yaml_mistake.hpp"

namespace blogsearch::syntax {
namespace {

struct TooLarge {};  // thrown through yaml-cpp, which knows no other way to be stopped

/// Builds the tree from the parser's events. Sequences and mappings stay open on a stack until
/// their end; a mapping's key is a finished node that waits for its value.
class Builder : public YAML::EventHandler {
 public:
  Builder(const SourceText& source, Span span, std::size_t limit, Diagnostics& findings)
      : source_(source),
        text_(source.at(span)),
        offset_(span.begin),
        limit_(limit),
        findings_(findings) {}

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
    const auto at = static_cast<std::size_t>(std::max(mark.pos, 0));
    if (at < text_.size() && (text_[at] == '"' || text_[at] == '\''))
      if (auto finding = find_unclosed_quote(text_, at)) fail(*std::move(finding));
    close(std::move(node), anchor);
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    open(Node::Kind::sequence, mark, anchor, style);
  }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    open(Node::Kind::mapping, mark, anchor, style);
  }
  void OnSequenceEnd() override { end(); }
  void OnMapEnd() override { end(); }

 private:
  struct Open {
    Node node;
    bool is_flow;
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
    std::size_t begin = std::min(static_cast<std::size_t>(std::max(mark.pos, 0)), text_.size());
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
    if (count_ > limit_) throw TooLarge{};
  }

  void open(Node::Kind kind, const YAML::Mark& mark, YAML::anchor_t anchor,
            YAML::EmitterStyle::value style) {
    Open level;
    level.is_flow = style == YAML::EmitterStyle::Flow;
    level.node.kind = kind;
    level.node.span = here(mark);
    level.anchor = anchor;
    stack_.push_back(std::move(level));
  }

  void end() {
    Open level = std::move(stack_.back());
    stack_.pop_back();
    merge(level.node);
    close(std::move(level.node), level.anchor);
  }

  /// `<<: *base` (YAML 1.1, which most generators read): what `mapping` itself has not.
  static void merge(Node& mapping) {
    const auto found = std::find_if(mapping.members.begin(), mapping.members.end(),
                                    [](const Member& m) { return m.key == "<<"; });
    if (found == mapping.members.end()) return;
    const Node base = std::move(found->value);
    mapping.members.erase(found);
    const std::vector<Node> bases = base.is_sequence() ? base.items : std::vector<Node>{base};
    for (const Node& node : bases)
      for (const Member& member : node.members)
        if (mapping.find(member.key) == nullptr) mapping.members.push_back(member);
  }

  /// `node` is complete: it goes into what is open around it.
  void close(Node node, YAML::anchor_t anchor) {
    count(1);
    if (anchor != 0) {
      count(size_of(node));
      anchored_[anchor] = node;
    }
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
      add_pair(parent, *std::exchange(parent.key, std::nullopt), std::move(node));
    }
  }

  void add_pair(Open& mapping, Node key, Node value) {
    if (value.is_null() && !has_colon(mapping, key))
      return fail(line_without_colon(text_, {key.span.begin - offset_, key.span.end - offset_}));
    Member member{std::move(key.scalar), key.span, std::move(value)};
    if (!add_member(mapping.node, std::move(member), source_, findings_)) has_errors_ = true;
  }

  /// yaml-cpp takes a line without `: ` for a key without a value: `date:2022-12-14` would be lost.
  [[nodiscard]] bool has_colon(const Open& mapping, const Node& key) const {
    if (key.is_quoted || source_.at(key.span) != key.scalar) return true;  // an alias, `? |`
    if (mapping.is_flow && key.scalar.find(':') == std::string::npos) return true;
    const std::size_t next = text_.find_first_not_of(" \t", key.span.end - offset_);
    if (next != text_.npos && text_[next] == ':') return true;
    const std::size_t begin = key.span.begin - offset_;
    const std::size_t last = begin == 0 ? text_.npos : text_.find_last_not_of(" \t", begin - 1);
    return last != text_.npos && text_[last] == '?';
  }

  void fail(Diagnostic finding) {
    findings_.add(source_.place(std::move(finding), offset_));
    has_errors_ = true;
  }

  const SourceText& source_;
  std::string_view text_;
  std::size_t offset_;
  std::size_t limit_;
  Diagnostics& findings_;
  bool has_errors_ = false;
  std::size_t count_ = 0;
  std::vector<Open> stack_;
  std::map<YAML::anchor_t, Node> anchored_;
  Node root_;
};

/// Where another document begins: yaml-cpp ends one where a line does not belong to it.
class NextDocument : public YAML::EventHandler {
 public:
  [[nodiscard]] std::optional<std::size_t> begin() const { return begin_; }

  void OnDocumentStart(const YAML::Mark& mark) override {
    begin_ = static_cast<std::size_t>(std::max(mark.pos, 0));
  }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t,
                const std::string&) override {}
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {}
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {}
  void OnMapEnd() override {}

 private:
  std::optional<std::size_t> begin_;
};

/// What stands behind the document that was read, other than another one behind `---`.
std::optional<std::size_t> find_rest(YAML::Parser& parser, std::string_view text) {
  NextDocument next;
  std::optional<std::size_t> begin;
  try {
    parser.HandleNextDocument(next);
    begin = next.begin();
  } catch (const YAML::Exception& error) {
    const auto noticed = static_cast<std::size_t>(std::max(error.mark.pos, 0));
    begin = next.begin().value_or(noticed);
  }
  return begin && text.substr(*begin, 3) != "---" ? begin : std::nullopt;
}

std::size_t position(const YAML::Exception& error) {
  return static_cast<std::size_t>(std::max(error.mark.pos, 0));
}

}  // namespace

std::optional<Node> read_yaml(const SourceText& source, Span span, Diagnostics& findings,
                              std::size_t limit) {
  const std::string_view text = source.at(span);
  const auto refuse = [&](Diagnostic reason) {
    findings.add(source.place(std::move(reason), span.begin));
    return std::nullopt;
  };
  if (const auto deep = scan_brackets(text).too_deep) return refuse(too_deep(*deep));
  if (auto directive = find_directive(text)) return refuse(*std::move(directive));
  if (const auto nul = text.find('\0'); nul != text.npos) return refuse(nul_byte(nul));
  Builder builder(source, span, limit, findings);
  try {
    std::istringstream stream{std::string(text)};
    YAML::Parser parser(stream);
    parser.HandleNextDocument(builder);
    const auto rest = builder.has_errors() ? std::nullopt : find_rest(parser, text);
    if (rest) return refuse(text_behind(text, *rest));
  } catch (const TooLarge&) {
    return refuse(too_many_nodes(limit));
  } catch (const YAML::DeepRecursion& error) {
    return refuse(too_deep(position(error)));
  } catch (const YAML::Exception& error) {
    if (builder.has_errors()) return std::nullopt;
    return refuse(yaml_mistake(text, error.msg, position(error)));
  }
  if (builder.has_errors()) return std::nullopt;
  return builder.take_root();
}

}  // namespace blogsearch::syntax
