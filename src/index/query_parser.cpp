// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/query_parser.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/characters.hpp"
#include "core/source_text.hpp"
#include "index/query_dates.hpp"
#include "index/query_hint.hpp"
#include "index/query_operators.hpp"
#include "index/query_pairs.hpp"
#include "index/query_scanner.hpp"

namespace blogsearch::index {
namespace {

using Kind = Node::Kind;
using Lexemes = std::vector<Lexeme>;
using Sign = Node::Sign;
using Type = Lexeme::Type;

/// A pasted page is cut here: each word costs a list of postings to be read, phrases of thousands
/// of words take minutes, and what they would find the first hundred find as well.
constexpr std::size_t max_words = 128;
constexpr std::size_t max_bytes = 4096;

constexpr std::size_t max_hints = 10;

bool is_in_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// The last word is not cut in two, unless it is the only one; no character ever is.
std::string_view first_bytes(std::string_view text) {
  if (text.size() <= max_bytes) return text;
  constexpr std::string_view spaces = " \t\r\n";
  const std::size_t space = text.find_last_of(spaces, max_bytes);
  const bool has_word = space != std::string_view::npos && text.find_first_not_of(spaces) < space;
  std::size_t end = has_word ? space : max_bytes;
  while (end > 0 && continues_character(text[end])) --end;
  return text.substr(0, end);
}

std::string_view without_end(std::string_view text) {
  return text.substr(0, text.find_last_not_of(" \t\r\n") + 1);
}

std::string_view beginning(std::string_view text, Diagnostics& hints) {
  const auto cut = [&](std::size_t size) {
    hints.add(query_hint({size, size + 1},
                         "the query is longer than " + std::to_string(max_words) + " words or " +
                             std::to_string(max_bytes) + " bytes, the rest is left out",
                         "write fewer words"));
    return text.substr(0, size);
  };
  const std::string_view first = first_bytes(text);
  std::size_t words = 0;
  for (std::size_t i = 0; i < first.size(); ++i) {
    const bool begins = is_in_word(text[i]) && (i == 0 || !is_in_word(text[i - 1]));
    if (begins && ++words > max_words) return cut(i);
  }
  return first.size() == text.size() ? text : cut(first.size());
}

bool is_sole(const Node& node) {
  return node.kind == Kind::group && node.sign == Sign::none && node.members.size() == 1;
}

Node sole_member(Node& group) {
  Node member = std::move(group.members.front());
  return member;
}

/// Recursive descent: from `parse_any`, which binds loosest, to `parse_operand`. Every call takes
/// at least one lexeme, and each level of brackets costs one round of calls.
class Parser {
 public:
  Parser(const Lexemes& lexemes, std::string_view today, Diagnostics& hints)
      : lexemes_(lexemes), today_(today), hints_(hints) {}

  Node parse() {
    Node node;
    if (!lexemes_.empty()) node = parse_any();
    return node.kind == Kind::group ? node : joined(Kind::group, one(std::move(node)));
  }

 private:
  using Nodes = std::vector<Node>;

  [[nodiscard]] bool is_at(Type type) const {
    return at_ < lexemes_.size() && lexemes_[at_].type == type;
  }

  bool take(Type type) {
    const bool is_there = is_at(type);
    if (is_there) ++at_;
    return is_there;
  }

  static Nodes one(Node node) {
    Nodes nodes;
    nodes.push_back(std::move(node));
    return nodes;
  }

  static Node joined(Kind kind, Nodes members) {
    Node node;
    node.kind = kind;
    node.span = {members.front().span.begin, members.back().span.end};
    node.members = std::move(members);
    return node;
  }

  /// a OR b: its members have no signs, an excluding one is a group.
  Node parse_any() {
    Nodes members = one(parse_group());
    while (take(Type::disjunction)) members.push_back(parse_group());
    if (members.size() == 1) return std::move(members.front());
    for (Node& member : members)
      while (is_sole(member) && member.members.front().sign != Sign::must_not) {
        member = sole_member(member);
        if (member.sign == Sign::must) member.sign = Sign::none;
      }
    return joined(Kind::any, std::move(members));
  }

  /// a b +c -d
  Node parse_group() {
    Nodes members;
    while (at_ < lexemes_.size() && !is_at(Type::disjunction) && !is_at(Type::close))
      members.push_back(parse_all());
    if (members.size() == 1 && members.front().sign == Sign::none)
      return std::move(members.front());
    return joined(Kind::group, std::move(members));
  }

  /// a AND NOT b
  Node parse_all() {
    Nodes members = one(parse_side());
    while (take(Type::conjunction)) members.push_back(parse_side());
    if (members.size() == 1) return std::move(members.front());
    for (Node& member : members)
      for (; member.sign != Sign::must_not; member = sole_member(member)) {
        member.sign = Sign::none;
        if (!is_sole(member)) break;
      }
    return joined(Kind::all, std::move(members));
  }

  Node parse_side() {
    const std::size_t begin = lexemes_[at_].span.begin;
    if (take(Type::negation)) {
      Node node = parse_near();
      node.sign = Sign::must_not;
      node.span.begin = begin;
      return node;
    }
    Node node = parse_near();
    while (is_sole(node)) node = sole_member(node);
    return node;
  }

  /// a NEAR/3 b: the widest distance of a chain counts for all of it.
  Node parse_near() {
    Nodes members = one(parse_operand());
    std::size_t distance = 0;
    while (is_at(Type::proximity)) {
      distance = std::max(distance, lexemes_[at_++].distance);
      members.push_back(parse_operand());
    }
    if (members.size() == 1) return std::move(members.front());
    Node near = joined(Kind::near, std::move(members));
    near.field = near.members.front().field;
    near.distance = distance;
    return near;
  }

  Node parse_operand() {
    const Lexeme& lexeme = lexemes_[at_++];
    Node node = lexeme.type == Type::open ? parse_any() : make_leaf(lexeme);
    if (lexeme.type == Type::open)
      node.span = {lexeme.span.begin, lexemes_[at_++].span.end};
    else
      node.span = lexeme.span;
    node.sign = lexeme.sign;
    return node;
  }

  Node make_leaf(const Lexeme& lexeme) {
    const Meaning meaning = lexeme.name == nullptr ? Meaning::words : lexeme.name->meaning;
    if (meaning != Meaning::words && meaning != Meaning::value) return make_dates(lexeme);
    Node node;
    node.kind = lexeme.type == Type::phrase ? Kind::phrase : Kind::word;
    node.field = lexeme.name == nullptr ? Field::any : lexeme.name->field;
    node.text = lexeme.text;
    node.is_prefix = lexeme.is_prefix;
    return node;
  }

  Node make_dates(const Lexeme& lexeme) {
    Node node;
    if (auto days = read_days(lexeme.name->meaning, lexeme.typed(), today_)) {
      node.kind = Kind::dates;
      node.begin = std::move(days->begin);
      node.end = std::move(days->end);
    } else {
      const std::string quote = lexeme.type == Type::phrase ? "\"" : "";
      days.error().span = lexeme.span;
      hints_.add(std::move(days).error());
      node.kind = Kind::nothing;
      node.text = std::string(lexeme.name->word) + ':' + quote + lexeme.typed() + quote;
    }
    return node;
  }

  const Lexemes& lexemes_;
  std::string_view today_;
  Diagnostics& hints_;
  std::size_t at_ = 0;
};

/// In the order of their places, in the words that were typed.
Diagnostics place(const Diagnostics& found, std::string_view words) {
  std::vector<Diagnostic> hints(found.begin(), found.end());
  std::stable_sort(hints.begin(), hints.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return a.span.begin < b.span.begin;
  });
  hints.resize(std::min(hints.size(), max_hints));
  const SourceText query("query", std::string(words));
  Diagnostics placed;
  for (Diagnostic& hint : hints) placed.add(query.place(std::move(hint)));
  return placed;
}

bool is_plain(const Lexeme& lexeme) {
  return lexeme.type == Type::word && lexeme.sign == Sign::none && lexeme.name == nullptr &&
         !lexeme.is_prefix;
}

}  // namespace

ParsedQuery parse_query(std::string_view words, std::string_view today) {
  Diagnostics hints;
  const std::string_view first = beginning(without_end(words), hints);
  Lexemes lexemes = scan_query(pair_up(first, hints), hints);
  ParsedQuery query;
  query.sort = take_sort(lexemes, hints);
  settle(lexemes, hints);
  query.root = Parser(lexemes, today, hints).parse();
  query.hints = place(hints, first);
  query.has_operators =
      query.sort.has_value() || !std::all_of(lexemes.begin(), lexemes.end(), is_plain);
  return query;
}

Diagnostics as_errors(const Diagnostics& hints) {
  Diagnostics errors;
  for (Diagnostic hint : hints) {
    hint.code = Code::index_bad_query;
    errors.add(std::move(hint));
  }
  return errors;
}

}  // namespace blogsearch::index
