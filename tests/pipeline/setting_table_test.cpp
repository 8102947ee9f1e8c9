// SPDX-License-Identifier: GPL-2.0-or-later
//
// The table of config keys holds what is told of them against what is read: it knows every key,
// its defaults change nothing, its examples do, and its choices are those that are taken.
#include "pipeline/setting_table.hpp"

#include <algorithm>
#include <iterator>
#include <sstream>

#include "blogsearch/pipeline/build.hpp"
#include "state/config_fields.hpp"
#include "support/catch.hpp"
#include "support/findings.hpp"
#include "support/temp_dir.hpp"

using namespace blogsearch;
using pipeline::SettingRow;
using pipeline::SettingSection;

namespace {

using Words = std::vector<std::string>;

struct Configured {
  std::string bytes;  ///< all of it
  std::string said;
};

Configured configure(const support::TempDir& dir, const std::string& yaml) {
  pipeline::Overrides overrides;
  overrides.config = dir.write("blogsearch.yaml", yaml);
  Diagnostics findings;
  const auto config = pipeline::configure(overrides, findings);
  state::Packer packer;
  if (config) packer(*config);
  std::string said;
  for (const Diagnostic& finding : findings) said += finding.message + '\n' + finding.hint + '\n';
  return {config ? packer.take() : "", said};
}

const std::string base = "site: {url: \"https://e.org/\"}\n";

/// A config with this value of `built.root`, or `extra[].path`.
std::string config_with(std::string_view section, std::string_view key, std::string_view value) {
  std::string head = base + std::string(section) + ":\n";
  if (section == "site") head = key == "url" ? "site:\n" : "site:\n  url: https://e.org/\n";
  const std::size_t dot = key.find('.');
  const std::string name(key.substr(0, dot));
  const std::string written(value);
  if (dot == key.npos) return head + "  " + name + ": " + written + '\n';
  const std::string part(key.substr(dot + 1));
  if (!name.ends_with("[]")) return head + "  " + name + ": {" + part + ": " + written + "}\n";
  const std::string path = part == "path" ? "" : "path: a.xml, ";
  return head + "  " + name.substr(0, name.size() - 2) + ": [{" + path + part + ": " + written +
         "}]\n";
}

/// What is behind "known here:" after a key that nobody knows.
Words known(const std::string& yaml) {
  const support::TempDir dir;
  const std::string said = configure(dir, yaml).said;
  CAPTURE(yaml, said);
  const std::string mark = "known here:";
  REQUIRE(said.find(mark) != said.npos);
  std::istringstream rest(said.substr(said.find(mark) + mark.size()));
  std::string line;
  std::getline(rest, line);
  std::istringstream words(line);
  return {std::istream_iterator<std::string>(words), std::istream_iterator<std::string>()};
}

/// The names of the table's keys below `parent`, without it: of `built.` root, select, drop.
Words told(const SettingSection& section, const std::string& parent) {
  Words names;
  for (const SettingRow& key : section.keys) {
    const std::string name(key.name);
    const bool is_below = name.rfind(parent, 0) == 0 && name.find('.', parent.size()) == name.npos;
    if (is_below) names.push_back(name.substr(parent.size()));
  }
  return names;
}

Words sorted(Words words) {
  std::sort(words.begin(), words.end());
  return words;
}

template <class Visit>
void for_each_key(const Visit& visit) {
  for (const SettingSection& section : pipeline::setting_table())
    for (const SettingRow& key : section.keys) {
      const std::string name = std::string(section.name) + '.' + std::string(key.name);
      CAPTURE(name);
      visit(section, key);
    }
}

/// `strict | mdy | dmy`, also of a list; none where a word of the form stands for others.
Words choices_of(std::string form) {
  if (form.rfind("list of ", 0) == 0) form.erase(0, 8);
  const bool is_choice = std::all_of(form.begin(), form.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || c == '-' || c == '|' || c == ' ';
  });
  if (!is_choice || form.find('|') == form.npos) return {};
  std::istringstream words(form);
  Words choices{std::istream_iterator<std::string>(words), std::istream_iterator<std::string>()};
  choices.erase(std::remove(choices.begin(), choices.end(), "|"), choices.end());
  return choices;
}

}  // namespace

TEST_CASE("pipeline: every key that is read is in the table", "[pipeline]") {
  Words sections;
  for (const SettingSection& section : pipeline::setting_table()) {
    const std::string name(section.name);
    CAPTURE(name);
    sections.push_back(name);
    CHECK(sorted(told(section, "")) == sorted(known(config_with(name, "xyzzyxyzzy", "1"))));
  }
  CHECK(sections == known("xyzzyxyzzy: {}\n"));
}

TEST_CASE("pipeline: every part of a key that is read is in the table", "[pipeline]") {
  for (const SettingSection& section : pipeline::setting_table()) {
    const Words names = told(section, "");
    for (const std::string& name : names) {
      CAPTURE(name);
      const Words parts = told(section, name + ".");
      if (!parts.empty()) {
        const std::string wrong = config_with(section.name, name + ".xyzzyxyzzy", "1");
        CHECK(sorted(parts) == sorted(known(wrong)));
      }
      const Words of_each = told(section, name + "[].");
      if (!of_each.empty()) {
        const std::string wrong = config_with(section.name, name + "[].xyzzyxyzzy", "1");
        CHECK(sorted(of_each) == sorted(known(wrong)));
      }
    }
  }
}

TEST_CASE("pipeline: every default in the table is what nothing means", "[pipeline]") {
  const support::TempDir dir;
  const Configured nothing = configure(dir, base);
  for_each_key([&](const SettingSection& section, const SettingRow& key) {
    if (key.fallback.empty()) return;
    const Configured same = configure(dir, config_with(section.name, key.name, key.fallback));
    CHECK(same.said == "");
    CHECK((same.bytes == nothing.bytes));
  });
}

TEST_CASE("pipeline: every example in the table is taken and changes something", "[pipeline]") {
  const support::TempDir dir;
  for_each_key([&](const SettingSection& section, const SettingRow& key) {
    const bool is_of_each = key.name.find("[].") != key.name.npos && !key.name.ends_with(".path");
    const Configured nothing =
        configure(dir, is_of_each ? base + "feeds: {extra: [{path: a.xml}]}\n" : base);
    const Configured other = configure(dir, config_with(section.name, key.name, key.example));
    CHECK(other.said == "");
    CHECK(key.example != key.fallback);
    // What is compared is what outputs are made of: how they are made is no part of it.
    if (section.name != "build") CHECK((other.bytes != nothing.bytes));
  });
}

TEST_CASE("pipeline: the choices in the table are those that are taken", "[pipeline]") {
  const support::TempDir dir;
  std::size_t keys = 0;
  for_each_key([&](const SettingSection& section, const SettingRow& key) {
    const Words choices = choices_of(std::string(key.form));
    if (choices.empty()) return;
    ++keys;
    for (const std::string& choice : choices)
      CHECK(configure(dir, config_with(section.name, key.name, choice)).said == "");
    const std::string said = configure(dir, config_with(section.name, key.name, "xyzzy")).said;
    CHECK(said != "");
    if (choices.front() == "true") return;
    std::string wanted = "one of: ";
    for (const std::string& choice : choices)
      wanted += (choice == choices.front() ? "" : ", ") + choice;
    CHECK(said.find(wanted + '\n') != said.npos);
  });
  CHECK(keys >= 12);
}

TEST_CASE("pipeline: every placeholder of posts.url is told", "[pipeline]") {
  const support::TempDir dir;
  const std::string said = configure(dir, config_with("posts", "url", "/{xyzzyxyzzy}/")).said;
  std::istringstream words(said.substr(said.find("known:") + 6));
  std::string text;
  for_each_key([&](const SettingSection& section, const SettingRow& key) {
    if (section.name == "posts" && key.name == "url") text = std::string(key.text);
  });
  std::size_t count = 0;
  for (std::string word; words >> word; ++count) {
    CAPTURE(word);
    CHECK(text.find('`' + word + '`') != text.npos);
  }
  CHECK(count >= 19);
}
