// SPDX-License-Identifier: GPL-2.0-or-later
#include "syntax/literals.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace blogsearch::syntax {
namespace {

constexpr std::size_t value_limit = 10'000;
constexpr std::size_t depth_limit = 32;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
}
bool is_one_of(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }

struct Token {
  enum class Kind { end, word, text, computed, sign };

  Kind kind = Kind::end;  ///< computed: a text with holes or escapes that only a program fills
  char sign = 0;          ///< Kind::sign; '=' is an assignment only
  std::string text;       ///< of a word or a text
  Span span;
  bool starts_line = false;
};

/// Cuts a program into tokens, without its comments.
class Scanner {
 public:
  Scanner(std::string_view text, Program program) : text_(text), program_(program) {}

  std::vector<Token> run() && {
    for (skip_blanks(); at_ < text_.size(); skip_blanks()) {
      Token token = next();
      token.starts_line = std::exchange(line_is_new_, false);
      tokens_.push_back(std::move(token));
    }
    tokens_.push_back({Token::Kind::end, 0, "", {at_, at_}, true});
    return std::move(tokens_);
  }

 private:
  [[nodiscard]] bool is_at(std::string_view word) const {
    return text_.substr(at_, word.size()) == word;
  }

  void skip_past(std::string_view end) { at_ = std::min(text_.find(end, at_), text_.size()); }

  void skip_blanks() {
    for (; at_ < text_.size(); ++at_) {
      const bool is_comment = program_ == Program::python ? is_at("#") : is_at("//");
      if (is_comment) skip_past("\n");
      if (program_ == Program::javascript && is_at("/*")) {
        skip_past("*/");
        at_ = std::min(at_ + 1, text_.size());
        continue;
      }
      if (at_ == text_.size() || !is_one_of(text_[at_], " \t\r\n")) return;
      if (text_[at_] == '\n') line_is_new_ = true;
    }
  }

  Token next() {
    const char c = text_[at_];
    if (is_one_of(c, "'\"") || (c == '`' && program_ == Program::javascript)) return quoted();
    if (is_word(c)) return word();
    if (c == '/' && program_ == Program::javascript && expects_value()) return regex();
    Token token{Token::Kind::sign, c, "", {at_, at_ + 1}, false};
    const char before = at_ > 0 ? text_[at_ - 1] : ' ';
    const char after = at_ + 1 < text_.size() ? text_[at_ + 1] : ' ';
    if (c == '=' && (is_one_of(before, "=!<>+-*/%&|^?") || is_one_of(after, "=>")))
      token.sign = '~';
    ++at_;
    return token;
  }

  /// A slash here begins a pattern: it cannot divide.
  [[nodiscard]] bool expects_value() const {
    return tokens_.empty() || (tokens_.back().kind == Token::Kind::sign &&
                               is_one_of(tokens_.back().sign, "(,=:[!&|?{};~"));
  }

  Token regex() {
    const std::size_t begin = at_++;
    while (at_ < text_.size() && !is_one_of(text_[at_], "/\n")) at_ += text_[at_] == '\\' ? 2 : 1;
    at_ = std::min(at_ + 1, text_.size());
    return {Token::Kind::computed, 0, "", {begin, at_}, false};
  }

  Token word() {
    const std::size_t begin = at_;
    const bool is_number = is_digit(text_[at_]);
    while (at_ < text_.size() && (is_word(text_[at_]) || (is_number && text_[at_] == '.'))) ++at_;
    return {
        Token::Kind::word, 0, std::string(text_.substr(begin, at_ - begin)), {begin, at_}, false};
  }

  Token quoted() {
    const char quote = text_[at_];
    const std::string triple(3, quote);
    const bool is_triple = program_ == Program::python && is_at(triple);
    const std::string_view close = is_triple ? std::string_view(triple) : text_.substr(at_, 1);
    at_ += close.size();
    Token token{Token::Kind::text, 0, "", {at_, at_}, false};
    for (; at_ < text_.size() && !is_at(close); ++at_) {
      if (text_[at_] == '\n' && !is_triple && quote != '`') break;  // never closed
      if (is_at("${") && quote == '`') token.kind = Token::Kind::computed;
      if (text_[at_] == '\\' && at_ + 1 < text_.size()) {
        ++at_;
        if (is_word(text_[at_])) token.kind = Token::Kind::computed;  // \n, é …
      }
      token.text.push_back(text_[at_]);
    }
    token.span.end = std::min(at_, text_.size());
    if (!is_at(close)) token.kind = Token::Kind::computed;
    if (is_at(close)) at_ += close.size();
    return token;
  }

  std::string_view text_;
  Program program_;
  std::size_t at_ = 0;
  bool line_is_new_ = true;
  std::vector<Token> tokens_;
};

using Path = std::vector<std::string>;

/// Puts the literals among the tokens into a tree.
class Gatherer {
 public:
  Gatherer(std::vector<Token> tokens, Program program)
      : tokens_(std::move(tokens)), program_(program) {
    root_.kind = Node::Kind::mapping;
  }

  Node run() && {
    for (at_ = 0; tokens_[at_].kind != Token::Kind::end && count_ < value_limit; ++at_) visit();
    return std::move(root_);
  }

 private:
  /// What is open around the token: `key` names the value that is being given.
  struct Level {
    char bracket = 0;
    Path path;
    std::string key;
  };

  [[nodiscard]] bool is_sign(std::size_t at, std::string_view set) const {
    return at < tokens_.size() && tokens_[at].kind == Token::Kind::sign &&
           is_one_of(tokens_[at].sign, set);
  }

  void visit() {
    const Token& token = tokens_[at_];
    if (is_sign(at_, "([{"))
      open(token.sign);
    else if (is_sign(at_, ")]}"))
      close();
    else if (is_sign(at_, ",;"))
      levels_.back().key.clear();
    else if (is_key())
      add_value(token, at_ + 2, Twin::first_stays);
    else if (is_assignment())
      add_value(token, value_at_, Twin::last_stays);
    else if (is_item())
      add_item(token);
  }

  void open(char bracket) {
    Level level{bracket, levels_.back().path, ""};
    const bool is_named = !levels_.back().key.empty() && level.path.size() < depth_limit;
    if (is_named) level.path.push_back(levels_.back().key);
    levels_.push_back(std::move(level));
  }

  void close() {
    if (levels_.size() > 1) levels_.pop_back();
  }

  /// `key:` or `"key":` after a brace or a comma.
  [[nodiscard]] bool is_key() const {
    const Token::Kind kind = tokens_[at_].kind;
    return (kind == Token::Kind::word || kind == Token::Kind::text) &&
           levels_.back().bracket == '{' && at_ > 0 && is_sign(at_ - 1, "{,") &&
           is_sign(at_ + 1, ":");
  }

  /// `NAME =`, or TypeScript's `const NAME: Type =`. Notes where the value is.
  bool is_assignment() {
    if (tokens_[at_].kind != Token::Kind::word) return false;
    std::size_t sign = at_ + 1;
    const bool is_typed = program_ == Program::javascript && is_sign(sign, ":") && at_ > 0 &&
                          tokens_[at_ - 1].kind == Token::Kind::word;
    if (is_typed && tokens_[sign + 1].kind == Token::Kind::word) sign += 2;
    value_at_ = sign + 1;
    return is_sign(sign, "=");
  }

  [[nodiscard]] bool is_item() const {
    return levels_.back().bracket == '[' && tokens_[at_].kind == Token::Kind::text &&
           is_sign(at_ - 1, "[,") && is_sign(at_ + 1, ",]");
  }

  /// Nothing behind the value makes another one of it.
  [[nodiscard]] bool ends(std::size_t at) const {
    const Token& token = tokens_[at];
    if (token.kind == Token::Kind::end || is_sign(at, ",;)]}")) return true;
    if (token.kind == Token::Kind::word && (token.text == "as" || token.text == "satisfies"))
      return true;
    return token.starts_line && !is_sign(at, "+.%?&|");
  }

  [[nodiscard]] bool is_literal(const Token& token) const {
    if (token.kind == Token::Kind::text) return true;
    if (token.kind != Token::Kind::word) return false;
    const std::string& word = token.text;
    return is_digit(word[0]) || word == "true" || word == "false" || word == "True" ||
           word == "False";
  }

  enum class Twin { first_stays, last_stays };

  /// A literal is kept; any other value may hold literals of its own, below the key. What
  /// JavaScript assigns is named by nobody: `const config = {title: …}` is the config itself.
  void add_value(const Token& key, std::size_t value, Twin twin) {
    Level& level = levels_.back();
    if (value >= tokens_.size()) return;
    if (!is_literal(tokens_[value]) || !ends(value + 1)) {
      const bool is_named = twin == Twin::first_stays || program_ == Program::python;
      level.key = is_named ? key.text : "";
      at_ = value - 1;
      return;
    }
    Path path = level.path;
    path.push_back(key.text);
    Node& node = reach(path);
    if (node.is_null() || (twin == Twin::last_stays && node.is_scalar()))
      node = scalar(tokens_[value]);
    at_ = value;
  }

  void add_item(const Token& token) {
    if (levels_.back().path.empty()) return;
    Node& list = reach(levels_.back().path);
    if (list.is_null()) list.kind = Node::Kind::sequence;
    if (list.is_sequence()) list.items.push_back(scalar(token));
  }

  Node scalar(const Token& token) {
    ++count_;
    Node node;
    node.kind = Node::Kind::scalar;
    node.scalar = token.text;
    node.is_quoted = token.kind == Token::Kind::text;
    node.span = token.span;
    return node;
  }

  /// The node at a path; what is missing on the way is made.
  Node& reach(const Path& path) {
    Node* node = &root_;
    for (const std::string& key : path) {
      if (!node->is_mapping()) node->kind = Node::Kind::mapping;
      auto member = std::find_if(node->members.begin(), node->members.end(),
                                 [&key](const Member& m) { return m.key == key; });
      if (member == node->members.end())
        member = node->members.insert(member, Member{key, tokens_[at_].span, {}});
      node = &member->value;
    }
    return *node;
  }

  std::vector<Token> tokens_;
  Program program_;
  Node root_;
  std::vector<Level> levels_{1};
  std::size_t at_ = 0;
  std::size_t value_at_ = 0;
  std::size_t count_ = 0;
};

}  // namespace

Node read_literals(const SourceText& source, Program program) {
  return Gatherer(Scanner(source.bytes(), program).run(), program).run();
}

}  // namespace blogsearch::syntax
