// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "index/query_names.hpp"
#include "index/query_tree.hpp"

namespace blogsearch::index {
namespace {

using Kind = Node::Kind;

std::string sign_of(const Node& node) {
  switch (node.sign) {
    case Node::Sign::must:
      return "+";
    case Node::Sign::must_not:
      return "-";
    case Node::Sign::none:
      break;
  }
  return "";
}

std::string separator_of(const Node& node) {
  switch (node.kind) {
    case Kind::all:
      return " AND ";
    case Kind::any:
      return " OR ";
    case Kind::near:
      return " NEAR/" + std::to_string(node.distance) + ' ';
    default:
      return " ";
  }
}

std::string in_field(const Node& node, const std::string& value) {
  const std::string name(name_of(node.field));
  return name.empty() ? value : name + ':' + value;
}

std::string show_dates(const Node& node) {
  return "date:" + node.begin + (node.begin == node.end ? "" : ".." + node.end);
}

std::string show_leaf(const Node& node) {
  switch (node.kind) {
    case Kind::phrase:
      return in_field(node, '"' + node.text + '"');
    case Kind::dates:
      return show_dates(node);
    case Kind::nothing:
      return node.text;
    default:
      return in_field(node, node.text + (node.is_prefix ? "*" : ""));
  }
}

bool is_joined(const Node& node) {
  return node.kind == Kind::group || node.kind == Kind::all || node.kind == Kind::any ||
         node.kind == Kind::near;
}

/// What is joined of several stands in brackets, unless it is the whole. So does a word that begins
/// like a sign behind a sign: `-(--locked)`.
std::string show_member(const Node& node) {
  const std::string sign = sign_of(node);
  const std::string shown = is_joined(node) ? show(node) : show_leaf(node);
  const bool is_ambiguous = !sign.empty() && (shown.front() == '-' || shown.front() == '+');
  return sign + (is_joined(node) || is_ambiguous ? '(' + shown + ')' : shown);
}

}  // namespace

std::string show(const Node& node) {
  if (!is_joined(node)) return show_leaf(node);
  const bool is_wrapping = node.kind == Kind::group && node.members.size() == 1;
  if (is_wrapping && node.members.front().sign == Node::Sign::none)
    return show(node.members.front());
  std::string out;
  for (const Node& member : node.members)
    out += (out.empty() ? "" : separator_of(node)) + show_member(member);
  return out;
}

std::string show(const ParsedQuery& query) {
  std::string out = show(query.root);
  for (const SortName& name : sort_names)
    if (query.sort == name.sort) out += (out.empty() ? "sort:" : " sort:") + std::string(name.word);
  return out;
}

}  // namespace blogsearch::index
