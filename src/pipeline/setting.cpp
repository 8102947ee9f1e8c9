// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/setting.hpp"

#include <charconv>

#include "frontmatter/keys.hpp"
#include "markup/selector.hpp"
#include "pipeline/date_settings.hpp"
#include "text/language_tag.hpp"
#include "text/uri.hpp"
#include "text/words.hpp"
#include "time/zone.hpp"

namespace blogsearch::pipeline {

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

void Setting::into(std::string& target) const {
  if (const auto text = scalar()) target = *text;
}

void Setting::into(std::filesystem::path& target) const {
  if (const auto text = scalar()) target = folder_ / *text;
}

void Setting::into(std::vector<std::string>& target) const { target = list(); }

void Setting::into(std::vector<std::filesystem::path>& target) const {
  target.clear();
  for (const std::string& text : list()) target.push_back(folder_ / text);
}

void Setting::into(std::size_t& target) const {
  const auto text = scalar();
  if (!text) return;
  const char* end = text->data() + text->size();
  const auto [stop, error] = std::from_chars(text->data(), end, target);
  if (stop != end || error != std::errc{})
    reject("a whole number, 0 or more", node_.span, "write `" + key() + ": 20`");
}

void Setting::into(model::Person& target) const {
  if (node_.is_scalar()) return into(target.name);
  if (!node_.is_mapping())
    return reject("a name, or a mapping of name, email and uri", node_.span,
                  "write `author: A. Writer`, or `author: {name: …, email: …, uri: …}`");
  const std::array<std::pair<std::string_view, std::string*>, 3> parts{
      {{"name", &target.name}, {"email", &target.email}, {"uri", &target.uri}}};
  for (const syntax::Member& member : node_.members) {
    const auto* part = std::find_if(parts.begin(), parts.end(),
                                    [&member](const auto& p) { return p.first == member.key; });
    if (part == parts.end())
      reject("name, email or uri", member.key_span, "known here: name email uri");
    else
      Setting(name_ + "." + member.key, member.value, source_, folder_, findings_)
          .into(*part->second);
  }
}

void Setting::into(bool& target) const {
  const frontmatter::Flag flag = frontmatter::flag_of(node_);
  if (flag == frontmatter::Flag::none)
    return reject("true or false", "write `" + key() + ": true`");
  target = flag == frontmatter::Flag::yes;
}

void Setting::into(model::BuiltPages& target) const {
  constexpr std::string_view hint = "write `built: {root: dist, select: article}`";
  if (!node_.is_mapping())
    return reject("a mapping of root, select and drop", node_.span, std::string(hint));
  using Set = void (*)(const Setting& part, model::BuiltPages& target);
  constexpr Choices<Set, 3> parts{
      {{"root", [](const Setting& part, auto& built) { part.into(built.root); }},
       {"select", [](const Setting& part, auto& built) { part.selector_into(built.select); }},
       {"drop", [](const Setting& part, auto& built) { part.selector_into(built.drop); }}}};
  for_each_member(parts, [&target](Set set, const Setting& part) { set(part, target); });
}

void Setting::url_into(std::string& target) const {
  const auto text = scalar();
  if (!text) return;
  if (!text::is_web_url(*text))
    return reject("an absolute URL", node_.span, "write `" + key() + ": https://example.org/`");
  target = *text;
}

void Setting::urls_into(std::vector<std::string>& target) const {
  target.clear();
  for (const Node& item : items())
    if (text::is_web_url(item.scalar))
      target.push_back(text::resolve(item.scalar, item.scalar));
    else
      reject("an absolute URL", item.span, "write `" + key() + ": https://example.org/`");
}

void Setting::reference_into(std::string& target) const {
  const auto text = scalar();
  if (!text) return;
  const bool is_path = !text::parse_uri(*text).scheme && text->find('/') != std::string::npos &&
                       text->find_first_of(" \t\r\n") == std::string::npos;
  if (!is_path && !text::is_web_url(*text))
    return reject("an absolute URL or a path of the site", node_.span,
                  "write https://example.org/" + key() + " or /" + key());
  target = *text;
}

void Setting::looks_into(model::Looks& looks, std::string& stylesheet) const {
  switch (frontmatter::flag_of(node_)) {
    case frontmatter::Flag::yes:
      looks = model::Looks::ours;
      return;
    case frontmatter::Flag::no:
      looks = model::Looks::none;
      return;
    case frontmatter::Flag::none:
      looks = model::Looks::theirs;
      reference_into(stylesheet);
  }
}

void Setting::zone_into(std::string& target) const {
  const auto text = scalar();
  if (!text) return;
  auto zone = time::find_zone(*text);
  if (!zone) return add(std::move(zone).error());
  target = *text;
}

void Setting::language_into(std::string& target) const {
  const auto text = scalar();
  if (!text) return;
  const auto tag = text::language_tag(*text);
  const bool is_sound = tag && text->find('_') == std::string::npos;
  if (is_sound) {
    target = *tag;
    return;
  }
  reject("a language tag of BCP 47 such as en or pt-BR", node_.span,
         tag ? did_you_mean(*tag, std::array<std::string_view, 1>{*tag})
             : "write `" + key() + ": en`");
}

void Setting::zones_into(std::map<std::string, std::string>& target) const {
  Diagnostics mistakes;
  read_zones(node_, target, mistakes);
  place(mistakes);
}

void Setting::years_into(int& first, int& last) const {
  Diagnostics mistakes;
  read_years(node_, first, last, mistakes);
  place(mistakes);
}

void Setting::pattern_into(std::string& target,
                           Result<void> (*check)(std::string_view pattern)) const {
  const auto text = scalar();
  if (!text) return;
  Result<void> checked = check(*text);
  if (!checked) return add(std::move(checked).error());
  target = *text;
}

void Setting::selector_into(std::string& target) const {
  const auto text = scalar();
  if (!text) return;
  auto read = markup::Selector::read(*text);
  if (!read) return add(std::move(read).error());
  target = *text;
}

void Setting::keys_into(std::vector<std::pair<std::string, std::string>>& target) const {
  if (!node_.is_mapping())
    return reject("a mapping of fields and keys", node_.span,
                  "write `keys: {published: [posted_when]}`");
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

void Setting::place(const Diagnostics& mistakes) const {
  for (const Diagnostic& mistake : mistakes) findings_.add(source_.place(mistake));
}

std::optional<std::string> Setting::scalar() const {
  if (node_.is_scalar()) return node_.scalar;
  reject("one text", node_.span, "write `" + key() + ": …` with one value on one line");
  return std::nullopt;
}

std::vector<Node> Setting::items() const {
  if (node_.is_scalar()) return {node_};
  const bool is_fit =
      node_.is_sequence() && std::all_of(node_.items.begin(), node_.items.end(),
                                         [](const Node& item) { return item.is_scalar(); });
  if (is_fit) return node_.items;
  reject("a list of texts", node_.span, "write `" + key() + ": [one, two]`");
  return {};
}

std::vector<std::string> Setting::list() const {
  std::vector<std::string> texts;
  for (const Node& item : items()) texts.push_back(item.scalar);
  return texts;
}

std::string Setting::key() const { return name_.substr(name_.rfind('.') + 1); }

void Setting::reject(std::string_view wanted) const { reject(wanted, node_.span); }

void Setting::reject(std::string_view wanted, Span span, std::string hint) const {
  Diagnostic finding;
  finding.code = Code::pipeline_bad_config;
  finding.message = "`" + name_ + "` should be " + std::string(wanted);
  finding.hint = std::move(hint);
  finding.span = span;
  findings_.add(source_.place(std::move(finding)));
}

void Setting::unknown(const syntax::Member& member,
                      const std::vector<std::string_view>& known) const {
  findings_.add(source_.place(unknown_key(member.key, member.key_span, known)));
}

/// Where the text was escaped or folded its parts are not where they seem to be, and the whole
/// value is pointed at.
void Setting::add(Diagnostic finding) const {
  if (source_.at(node_.span) != node_.scalar) finding.span = {0, node_.span.size()};
  if (finding.fault() != Fault::usage) finding.code = Code::pipeline_bad_config;
  finding.message = "`" + name_ + "`: " + finding.message;
  findings_.add(source_.place(std::move(finding), node_.span.begin));
}

}  // namespace blogsearch::pipeline
