// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/nesting.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "markup/allowed.hpp"
#include "markup/names.hpp"

namespace blogsearch::markup {
namespace {

constexpr std::string_view blocks =
    "address article aside blockquote center details dir div dl dd dt figcaption figure footer h1 "
    "h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre search section summary table ul";

constexpr std::array<std::string_view, 3> groups{"p", "a", "h1 h2 h3 h4 h5 h6"};
constexpr unsigned paragraphs = 1;  ///< the first of them

struct Holder {
  std::string_view holders, parts;
  bool is_pure;
};
constexpr std::array<Holder, 7> holders{{{"table", "caption colgroup thead tbody tfoot", true},
                                         {"thead tbody tfoot", "tr", true},
                                         {"tr", "td th", true},
                                         {"colgroup", "col", true},
                                         {"ul ol menu dir", "li", false},
                                         {"dl", "dt dd", false},
                                         {"ruby", "rt rp", false}}};

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\n\f") == std::string_view::npos;
}

}  // namespace

Nesting::Role Nesting::role_of(std::string_view name) {
  static const std::unordered_map<std::string_view, Role> roles = [] {
    std::unordered_map<std::string_view, Role> table;
    for_each_name(blocks, [&table](std::string_view each) { table[each].is_block = true; });
    for (unsigned i = 0; i < groups.size(); ++i)
      for_each_name(groups[i], [&](std::string_view each) { table[each].group = i + 1; });
    for (unsigned i = 0; i < holders.size(); ++i) {
      for_each_name(holders[i].parts, [&](std::string_view each) { table[each].part = i + 1; });
      for_each_name(holders[i].holders, [&](std::string_view each) {
        table[each].holds = i + 1;
        table[each].is_pure = holders[i].is_pure;
      });
    }
    return table;
  }();
  const auto found = roles.find(name);
  return found == roles.end() ? Role() : found->second;
}

bool Nesting::fits(const Role& role) const {
  const bool closes =
      (role.is_block || role.group != 0) &&
      std::any_of(open_.begin(), open_.end(), [&role](const Open& each) {
        return each.role.group != 0 &&
               (each.role.group == role.group || (role.is_block && each.role.group == paragraphs));
      });
  if (closes) return false;
  const Role parent = open_.empty() ? Role() : open_.back().role;
  return role.part != 0 ? parent.holds == role.part : !parent.is_pure;
}

bool Nesting::open(std::string_view name) {
  const Role role = role_of(name);
  if (!fits(role)) return false;
  if (is_void(name)) return true;
  open_.push_back({name, role});
  return open_.size() <= most_open_;
}

bool Nesting::close(std::string_view name) {
  if (open_.empty() || open_.back().name != name) return false;
  open_.pop_back();
  return true;
}

bool Nesting::text(std::string_view text) const {
  return open_.empty() || !open_.back().role.is_pure || is_blank(text);
}

}  // namespace blogsearch::markup
