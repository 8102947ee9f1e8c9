// SPDX-License-Identifier: GPL-2.0-or-later
#include "syntax/json.hpp"

#include <nlohmann/json.hpp>

namespace blogsearch::syntax {
namespace {

using Tree = nlohmann::ordered_json;

Tree to_tree(const Json& json);

struct ToTree {
  Tree operator()(const Json::Array& array) const {
    Tree out = Tree::array();
    for (const Json& element : array) out.push_back(to_tree(element));
    return out;
  }
  Tree operator()(const Json::Object& object) const {
    Tree out = Tree::object();
    for (const auto& [key, member] : object) out[key] = to_tree(member);
    return out;
  }
  template <class Scalar>
  Tree operator()(const Scalar& scalar) const {
    return scalar;
  }
};

Tree to_tree(const Json& json) { return std::visit(ToTree{}, json.value()); }

Json from_tree(const Tree& tree) {
  switch (tree.type()) {
    case Tree::value_t::boolean:
      return tree.get<bool>();
    case Tree::value_t::number_integer:
    case Tree::value_t::number_unsigned:
      return tree.get<std::int64_t>();
    case Tree::value_t::number_float:
      return tree.get<double>();
    case Tree::value_t::string:
      return tree.get<std::string>();
    case Tree::value_t::array: {
      Json::Array array;
      for (const Tree& element : tree) array.push_back(from_tree(element));
      return array;
    }
    case Tree::value_t::object: {
      Json::Object object;
      for (const auto& [key, member] : tree.items()) object.emplace_back(key, from_tree(member));
      return object;
    }
    default:
      return nullptr;
  }
}

}  // namespace

const Json* Json::find(std::string_view key) const {
  const auto* object = std::get_if<Object>(&value_);
  if (object == nullptr) return nullptr;
  for (const auto& [name, member] : *object)
    if (name == key) return &member;
  return nullptr;
}

std::string write_json(const Json& json, Layout layout) {
  const int indent = layout == Layout::indented ? 2 : -1;
  return to_tree(json).dump(indent, ' ', false, Tree::error_handler_t::replace);
}

Result<Json> read_json(std::string_view text) try {
  return from_tree(Tree::parse(text.begin(), text.end()));
} catch (const nlohmann::json::parse_error& error) {
  Diagnostic finding{Code::syntax_invalid_json, "this is not JSON", "", {}, "", {}};
  const std::size_t at = error.byte == 0 ? 0 : std::min(error.byte - 1, text.size());
  finding.span = {at, at};
  return finding;
}

}  // namespace blogsearch::syntax
