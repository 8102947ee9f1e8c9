// SPDX-License-Identifier: GPL-2.0-or-later
//
// One value of the config file, read as what its key wants.
#pragma once

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "blogsearch/core/result.hpp"
#include "blogsearch/model/config.hpp"
#include "core/source_text.hpp"
#include "core/suggest.hpp"
#include "syntax/node.hpp"

namespace blogsearch::pipeline {

[[nodiscard]] Diagnostic unknown_key(const std::string& word, Span span,
                                     const std::vector<std::string_view>& known);

/// One value of the config file on its way into a SiteConfig.
class Setting {
 public:
  Setting(std::string name, const syntax::Node& node, const SourceText& source,
          const std::filesystem::path& folder, Diagnostics& findings)
      : name_(std::move(name)),
        node_(node),
        source_(source),
        folder_(folder),
        findings_(findings) {}

  void into(std::string& target) const;
  void into(std::filesystem::path& target) const;
  void into(std::vector<std::string>& target) const;
  void into(std::vector<std::filesystem::path>& target) const;
  void into(std::size_t& target) const;
  void into(bool& target) const;
  void into(model::Person& target) const;
  void into(model::BuiltPages& target) const;
  void url_into(std::string& target) const;
  /// A URL or a list of them.
  void urls_into(std::vector<std::string>& target) const;
  /// A URL, or a path such as `/icon.png`.
  void reference_into(std::string& target) const;
  /// `true`, `false`, or what `reference_into` takes.
  void looks_into(model::Looks& looks, std::string& stylesheet) const;
  void zone_into(std::string& target) const;
  /// What `check` finds nothing wrong with.
  void pattern_into(std::string& target, Result<void> (*check)(std::string_view pattern)) const;
  void language_into(std::string& target) const;
  void selector_into(std::string& target) const;

  /// `{CST: "+08:00", IST: Asia/Kolkata}`
  void zones_into(std::map<std::string, std::string>& target) const;

  /// `{first: 1900, last: 2200}`
  void years_into(int& first, int& last) const;

  /// `{published: [posted_when], tags: topic}`.
  void keys_into(std::vector<std::pair<std::string, std::string>>& target) const;

  template <class Value, std::size_t Size>
  using Choices = std::array<std::pair<std::string_view, Value>, Size>;

  template <class Value, std::size_t Size>
  void choice_into(Value& target, const Choices<Value, Size>& choices) const {
    const auto text = scalar();
    if (!text) return;
    if (const auto value = choose(*text, choices, node_.span)) target = *value;
  }

  template <class Value, std::size_t Size>
  void choices_into(std::vector<Value>& target, const Choices<Value, Size>& choices) const {
    target.clear();
    for (const syntax::Node& item : items()) {
      const auto value = choose(item.scalar, choices, item.span);
      const bool is_new = value && std::find(target.begin(), target.end(), *value) == target.end();
      if (is_new) target.push_back(*value);
    }
    if (node_.is_sequence() && node_.items.empty()) reject("a list of one or more");
  }

  /// The value as it is written; null when it is none of one text.
  [[nodiscard]] const std::string* text() const {
    return node_.is_scalar() ? &node_.scalar : nullptr;
  }
  [[nodiscard]] bool is_mapping() const { return node_.is_mapping(); }
  [[nodiscard]] bool is_sequence() const { return node_.is_sequence(); }
  [[nodiscard]] bool is_empty_list() const { return node_.is_sequence() && node_.items.empty(); }

  /// `visit(key, value)` for each member that is not null.
  template <class Visit>
  void for_each_member(const Visit& visit) const {
    for (const syntax::Member& member : node_.members)
      if (!member.value.is_null()) visit(member.key, part(member));
  }

  /// The same for members whose keys are among `choices`, by what these stand for.
  template <class Value, std::size_t Size, class Visit>
  void for_each_member(const Choices<Value, Size>& choices, const Visit& visit) const {
    for (const syntax::Member& member : node_.members) {
      const auto* row = std::find_if(choices.begin(), choices.end(),
                                     [&member](const auto& c) { return c.first == member.key; });
      if (row == choices.end())
        unknown(member, names_of(choices));
      else if (!member.value.is_null())
        visit(row->second, part(member));
    }
  }

  /// `visit(item)` for each of a sequence.
  template <class Visit>
  void for_each_item(const Visit& visit) const {
    for (const syntax::Node& item : node_.items)
      visit(Setting(name_, item, source_, folder_, findings_));
  }

  [[nodiscard]] bool has(std::string_view member) const { return node_.find(member) != nullptr; }

  /// "`feeds.by` should be WANTED", at the value's place.
  void reject(std::string_view wanted, std::string hint) const {
    reject(wanted, node_.span, std::move(hint));
  }

  /// What a reader of the value's text found in it, at its place there.
  void add(Diagnostic finding) const;

 private:
  void place(const Diagnostics& mistakes) const;

  [[nodiscard]] Setting part(const syntax::Member& member) const {
    return {name_ + "." + member.key, member.value, source_, folder_, findings_};
  }

  template <class Value, std::size_t Size>
  static std::vector<std::string_view> names_of(const Choices<Value, Size>& choices) {
    std::vector<std::string_view> names;
    for (const auto& [name, value] : choices) names.push_back(name);
    return names;
  }

  [[nodiscard]] std::optional<std::string> scalar() const;

  /// A list, or one text as a list of one.
  [[nodiscard]] std::vector<syntax::Node> items() const;

  [[nodiscard]] std::vector<std::string> list() const;

  template <class Value, std::size_t Size>
  std::optional<Value> choose(const std::string& word, const Choices<Value, Size>& choices,
                              Span span) const {
    std::string wanted;
    for (const auto& [name, value] : choices) {
      if (name == word) return value;
      wanted.append(wanted.empty() ? "" : ", ").append(name);
    }
    const std::vector<std::string_view> names = names_of(choices);
    std::string hint = did_you_mean(word, names);
    if (hint.empty()) hint = "write `" + key() + ": " + std::string(names.front()) + "`";
    reject("one of: " + wanted, span, std::move(hint));
    return std::nullopt;
  }

  /// The key alone, as it stands in the file: `limit` of `feeds.limit`.
  [[nodiscard]] std::string key() const;

  void reject(std::string_view wanted) const;
  void reject(std::string_view wanted, Span span, std::string hint = "") const;

  void unknown(const syntax::Member& member, const std::vector<std::string_view>& known) const;

  std::string name_;
  const syntax::Node& node_;
  const SourceText& source_;
  const std::filesystem::path& folder_;
  Diagnostics& findings_;
};

}  // namespace blogsearch::pipeline
