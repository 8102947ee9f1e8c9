// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/settings.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/suggest.hpp"
#include "frontmatter/keys.hpp"
#include "model/permalink.hpp"
#include "pipeline/date_settings.hpp"
#include "text/language_tag.hpp"
#include "text/uri.hpp"
#include "text/words.hpp"
#include "time/zone.hpp"

namespace blogsearch::pipeline {
namespace {

using model::SiteConfig;
using syntax::Node;

Diagnostic unknown_key(const std::string& word, Span span,
                       const std::vector<std::string_view>& known) {
  std::string hint = did_you_mean(word, known);
  if (hint.empty()) {
    hint = "known here:";
    for (const std::string_view name : known) hint.append(" ").append(name);
  }
  return {Code::pipeline_unknown_key, "unknown key \"" + word + '"', std::move(hint), span, "", {}};
}

/// One value of the config file on its way into a SiteConfig.
class Setting {
 public:
  Setting(std::string name, const Node& node, const SourceText& source,
          const std::filesystem::path& folder, Diagnostics& findings)
      : name_(std::move(name)),
        node_(node),
        source_(source),
        folder_(folder),
        findings_(findings) {}

  void into(std::string& target) const {
    if (const auto text = scalar()) target = *text;
  }

  void into(std::filesystem::path& target) const {
    if (const auto text = scalar()) target = folder_ / *text;
  }

  void into(std::vector<std::string>& target) const { target = list(); }

  void into(std::vector<std::filesystem::path>& target) const {
    target.clear();
    for (const std::string& text : list()) target.push_back(folder_ / text);
  }

  void into(std::size_t& target) const {
    const auto text = scalar();
    if (!text) return;
    const char* end = text->data() + text->size();
    const auto [stop, error] = std::from_chars(text->data(), end, target);
    if (stop != end || error != std::errc{}) reject("a whole number, 0 or more");
  }

  void into(model::Person& target) const {
    if (node_.is_scalar()) return into(target.name);
    if (!node_.is_mapping()) return reject("a name, or `{name: …, email: …, uri: …}`");
    const std::array<std::pair<std::string_view, std::string*>, 3> parts{
        {{"name", &target.name}, {"email", &target.email}, {"uri", &target.uri}}};
    for (const syntax::Member& member : node_.members) {
      const auto* part = std::find_if(parts.begin(), parts.end(),
                                      [&member](const auto& p) { return p.first == member.key; });
      if (part == parts.end())
        reject("name, email or uri", member.key_span);
      else
        Setting(name_ + "." + member.key, member.value, source_, folder_, findings_)
            .into(*part->second);
    }
  }

  void url_into(std::string& target) const {
    const auto text = scalar();
    if (!text) return;
    if (!text::is_web_url(*text)) return reject("an absolute URL such as https://example.org/");
    target = *text;
  }

  void zone_into(std::string& target) const {
    const auto text = scalar();
    if (!text) return;
    auto zone = time::find_zone(*text);
    if (!zone) return add(std::move(zone).error());
    target = *text;
  }

  void language_into(std::string& target) const {
    const auto text = scalar();
    if (!text) return;
    const auto tag = text::language_tag(*text);
    const bool is_sound = tag && text->find('_') == std::string::npos;
    if (is_sound) {
      target = *tag;
      return;
    }
    reject("a language tag of BCP 47 such as en or pt-BR", node_.span,
           tag ? did_you_mean(*tag, std::array<std::string_view, 1>{*tag}) : "");
  }

  void zones_into(std::map<std::string, std::string>& target) const {
    Diagnostics mistakes;
    read_zones(node_, target, mistakes);
    place(mistakes);
  }

  void years_into(int& first, int& last) const {
    Diagnostics mistakes;
    read_years(node_, first, last, mistakes);
    place(mistakes);
  }

  void pattern_into(std::string& target) const {
    const auto text = scalar();
    if (!text) return;
    auto checked = model::check_pattern(*text);
    if (!checked) return add(std::move(checked).error());
    target = *text;
  }

  /// `{published: [posted_when], tags: topic}`.
  void keys_into(std::vector<std::pair<std::string, std::string>>& target) const {
    if (!node_.is_mapping()) return reject("a mapping such as `{published: [posted_when]}`");
    target.clear();
    const std::vector<std::string_view> fields = frontmatter::field_names();
    for (const syntax::Member& member : node_.members) {
      if (!frontmatter::field_named(member.key)) {
        unknown(member, fields);
        continue;
      }
      const Setting keys(name_ + "." + member.key, member.value, source_, folder_, findings_);
      for (std::string& key : keys.list()) target.emplace_back(member.key, std::move(key));
    }
  }

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
    for (const Node& item : items()) {
      const auto value = choose(item.scalar, choices, item.span);
      const bool is_new = value && std::find(target.begin(), target.end(), *value) == target.end();
      if (is_new) target.push_back(*value);
    }
    if (node_.is_sequence() && node_.items.empty()) reject("a list of one or more");
  }

 private:
  void place(const Diagnostics& mistakes) const {
    for (const Diagnostic& mistake : mistakes) findings_.add(source_.place(mistake));
  }

  [[nodiscard]] std::optional<std::string> scalar() const {
    if (node_.is_scalar()) return node_.scalar;
    reject("a text");
    return std::nullopt;
  }

  /// A list, or one text as a list of one.
  [[nodiscard]] std::vector<Node> items() const {
    if (node_.is_scalar()) return {node_};
    const bool is_fit =
        node_.is_sequence() && std::all_of(node_.items.begin(), node_.items.end(),
                                           [](const Node& item) { return item.is_scalar(); });
    if (is_fit) return node_.items;
    reject("a list of texts");
    return {};
  }

  [[nodiscard]] std::vector<std::string> list() const {
    std::vector<std::string> texts;
    for (const Node& item : items()) texts.push_back(item.scalar);
    return texts;
  }

  template <class Value, std::size_t Size>
  std::optional<Value> choose(const std::string& word, const Choices<Value, Size>& choices,
                              Span span) const {
    std::string wanted;
    for (const auto& [name, value] : choices) {
      if (name == word) return value;
      wanted.append(wanted.empty() ? "" : ", ").append(name);
    }
    std::vector<std::string_view> names;
    for (const auto& [name, value] : choices) names.push_back(name);
    reject("one of: " + wanted, span, did_you_mean(word, names));
    return std::nullopt;
  }

  void reject(std::string_view wanted) const { reject(wanted, node_.span); }
  void reject(std::string_view wanted, Span span, std::string hint = "") const {
    Diagnostic finding;
    finding.code = Code::pipeline_bad_config;
    finding.message = "`" + name_ + "` should be " + std::string(wanted);
    finding.hint = std::move(hint);
    finding.span = span;
    findings_.add(source_.place(std::move(finding)));
  }

  void unknown(const syntax::Member& member, const std::vector<std::string_view>& known) const {
    findings_.add(source_.place(unknown_key(member.key, member.key_span, known)));
  }

  void add(Diagnostic finding) const {
    finding.code = Code::pipeline_bad_config;
    finding.message = "`" + name_ + "`: " + finding.message;
    findings_.add(source_.place(std::move(finding), node_.span.begin));
  }

  std::string name_;
  const Node& node_;
  const SourceText& source_;
  const std::filesystem::path& folder_;
  Diagnostics& findings_;
};

constexpr Setting::Choices<model::Format, 3> formats{
    {{"atom", model::Format::atom}, {"rss", model::Format::rss}, {"json", model::Format::json}}};
constexpr Setting::Choices<model::Content, 3> contents{{{"full", model::Content::full},
                                                        {"summary", model::Content::summary},
                                                        {"none", model::Content::none}}};
constexpr Setting::Choices<model::DateSource, 3> date_sources{
    {{"frontmatter", model::DateSource::frontmatter},
     {"filename", model::DateSource::filename},
     {"git", model::DateSource::git}}};
constexpr Setting::Choices<model::DateSource, 2> update_sources{
    {{"frontmatter", model::DateSource::frontmatter}, {"git", model::DateSource::git}}};
constexpr Setting::Choices<time::Order, 3> orders{
    {{"strict", time::Order::strict}, {"mdy", time::Order::mdy}, {"dmy", time::Order::dmy}}};

struct Key {
  std::string_view section, name;
  void (*set)(const Setting& setting, SiteConfig& config);
};
constexpr std::array<Key, 23> keys{{
    {"site", "title", [](const Setting& s, SiteConfig& c) { s.into(c.site.title); }},
    {"site", "url", [](const Setting& s, SiteConfig& c) { s.url_into(c.site.url); }},
    {"site", "description", [](const Setting& s, SiteConfig& c) { s.into(c.site.description); }},
    {"site", "language", [](const Setting& s, SiteConfig& c) { s.language_into(c.site.language); }},
    {"site", "timezone", [](const Setting& s, SiteConfig& c) { s.zone_into(c.site.timezone); }},
    {"site", "author", [](const Setting& s, SiteConfig& c) { s.into(c.site.author); }},
    {"posts", "path", [](const Setting& s, SiteConfig& c) { s.into(c.posts.paths); }},
    {"posts", "url", [](const Setting& s, SiteConfig& c) { s.pattern_into(c.posts.url); }},
    {"posts", "include", [](const Setting& s, SiteConfig& c) { s.into(c.posts.include); }},
    {"posts", "exclude", [](const Setting& s, SiteConfig& c) { s.into(c.posts.exclude); }},
    {"posts", "keys", [](const Setting& s, SiteConfig& c) { s.keys_into(c.posts.keys); }},
    {"posts", "date_from",
     [](const Setting& s, SiteConfig& c) { s.choices_into(c.posts.date_from, date_sources); }},
    {"posts", "updated_from",
     [](const Setting& s, SiteConfig& c) { s.choices_into(c.posts.updated_from, update_sources); }},
    {"feeds", "out", [](const Setting& s, SiteConfig& c) { s.into(c.feeds.out); }},
    {"feeds", "url", [](const Setting& s, SiteConfig& c) { s.url_into(c.feeds.url); }},
    {"feeds", "formats",
     [](const Setting& s, SiteConfig& c) { s.choices_into(c.feeds.formats, formats); }},
    {"feeds", "limit", [](const Setting& s, SiteConfig& c) { s.into(c.feeds.limit); }},
    {"feeds", "content",
     [](const Setting& s, SiteConfig& c) { s.choice_into(c.feeds.content, contents); }},
    {"search", "index", [](const Setting& s, SiteConfig& c) { s.into(c.search.index); }},
    {"search", "language", [](const Setting& s, SiteConfig& c) { s.into(c.search.language); }},
    {"dates", "order",
     [](const Setting& s, SiteConfig& c) { s.choice_into(c.dates.order, orders); }},
    {"dates", "zones", [](const Setting& s, SiteConfig& c) { s.zones_into(c.dates.zones); }},
    {"dates", "years",
     [](const Setting& s, SiteConfig& c) { s.years_into(c.dates.first_year, c.dates.last_year); }},
}};

/// Reads a mapping of mappings against the table.
class Sheet {
 public:
  Sheet(const SourceText& source, const std::filesystem::path& folder, Diagnostics& findings)
      : source_(source), folder_(folder), findings_(findings) {}

  void read(const Node& tree, SiteConfig& config) const {
    if (tree.is_null()) return;
    if (!tree.is_mapping()) return not_a_mapping("the config file", tree.span);
    for (const syntax::Member& section : tree.members) {
      const std::vector<std::string_view> known = names_in(section.key);
      if (known.empty())
        unknown(section.key, section.key_span, sections());
      else if (section.value.is_mapping())
        read_section(section, known, config);
      else if (!section.value.is_null())
        not_a_mapping("`" + section.key + "`", section.value.span);
    }
  }

 private:
  void read_section(const syntax::Member& section, const std::vector<std::string_view>& known,
                    SiteConfig& config) const {
    for (const syntax::Member& member : section.value.members) {
      const auto* key = std::find_if(keys.begin(), keys.end(), [&](const Key& row) {
        return row.section == section.key && row.name == member.key;
      });
      if (key == keys.end())
        unknown(member.key, member.key_span, known);
      else if (!member.value.is_null())
        key->set(Setting(section.key + "." + member.key, member.value, source_, folder_, findings_),
                 config);
    }
  }

  static std::vector<std::string_view> sections() {
    std::vector<std::string_view> names;
    for (const Key& row : keys)
      if (names.empty() || names.back() != row.section) names.push_back(row.section);
    return names;
  }

  static std::vector<std::string_view> names_in(std::string_view section) {
    std::vector<std::string_view> names;
    for (const Key& row : keys)
      if (row.section == section) names.push_back(row.name);
    return names;
  }

  void unknown(const std::string& word, Span span,
               const std::vector<std::string_view>& known) const {
    findings_.add(source_.place(unknown_key(word, span, known)));
  }

  void not_a_mapping(const std::string& what, Span span) const {
    Diagnostic finding;
    finding.code = Code::pipeline_bad_config;
    finding.message = what + " should be `key: value` lines";
    finding.span = span;
    findings_.add(source_.place(std::move(finding)));
  }

  const SourceText& source_;
  const std::filesystem::path& folder_;
  Diagnostics& findings_;
};

}  // namespace

void apply_settings(const Node& tree, const SourceText& source, const std::filesystem::path& folder,
                    SiteConfig& config, Diagnostics& findings) {
  Sheet(source, folder, findings).read(tree, config);
}

}  // namespace blogsearch::pipeline
