// SPDX-License-Identifier: GPL-2.0-or-later
#include "manual/pages.hpp"

#include "cli/commands.hpp"
#include "cli/help.hpp"
#include "cli/help_config.hpp"
#include "cli/manual.hpp"
#include "cli/style.hpp"
#include "manual/roff.hpp"
#include "pipeline/setting_table.hpp"
#include "support/temp_dir.hpp"

namespace blogsearch::manual {
namespace {

using pipeline::SettingRow;
using pipeline::SettingSection;

void describe(Page& page, std::string_view description) {
  page.heading("Description");
  while (!description.empty()) {
    const std::size_t end = std::min(description.find("\n\n"), description.size());
    page.paragraph(description.substr(0, end));
    description.remove_prefix(std::min(end + 2, description.size()));
  }
}

void show(Page& page, std::span<const cli::Example> examples) {
  page.heading("Examples");
  for (const cli::Example& example : examples) {
    page.paragraph(example.text);
    page.lines({std::string(example.line)});
  }
}

void list(Page& page, std::string_view heading, std::span<const cli::Term> terms) {
  page.heading(heading);
  for (const cli::Term& term : terms) page.term(literal(term.name), term.text);
}

/// `-q, --quiet`, `--limit N`: the value is not typed as it stands.
std::string head_of(const cli::Option& option) {
  const std::string label = cli::label_of(option);
  if (option.value.empty()) return literal(label);
  return literal(label.substr(0, label.size() - option.value.size() - 1)) + " \\fI" +
         escaped(option.value) + "\\fP";
}

/// `blogsearch build [OPTION…] [PATH…]`
void synopsis(Page& page, const std::string& usage, std::string_view typed) {
  page.heading("Synopsis");
  page.paragraph("`" + std::string(typed) + "`" + usage.substr(typed.size()));
}

std::string command_page(const cli::Syntax& syntax) {
  const std::string name = "blogsearch-" + std::string(syntax.command);
  const std::string typed = "blogsearch " + std::string(syntax.command);
  const cli::Manual& manual = cli::manual_of(syntax.command);
  Page page(name, '1', syntax.summary);
  synopsis(page, cli::usage_of(syntax), typed);
  describe(page, manual.description);
  page.heading("Options");
  if (!syntax.operand.empty())
    page.term("\\fI" + escaped(syntax.operand) + "\\fP", syntax.operand_help);
  for (const cli::Option& option : syntax.options) page.term(head_of(option), option.help);
  page.term(head_of(cli::help_option), cli::help_option.help);
  show(page, manual.examples);
  list(page, "Exit status", cli::exit_statuses());
  std::vector<std::string> others{"blogsearch(1)", "blogsearch.yaml(5)"};
  if (syntax.command == "query") others.emplace_back("blogsearch-query(7)");
  page.see_also(others);
  return page.text();
}

std::string program_page() {
  const cli::Manual& manual = cli::manual_of("");
  Page page("blogsearch", '1', "feeds and a full-text search index from a folder of blog posts");
  synopsis(page, "blogsearch COMMAND [OPTION…] [ARGUMENT…]", "blogsearch");
  page.paragraph("`blogsearch --version`");
  describe(page, manual.description);
  page.heading("Commands");
  std::vector<std::string> others;
  for (const cli::Command* command : cli::commands()) {
    const std::string name(command->syntax.command);
    page.term(literal(name), command->syntax.summary);
    others.push_back("blogsearch-" + name + "(1)");
  }
  show(page, manual.examples);
  list(page, "Exit status", cli::exit_statuses());
  list(page, "Environment", cli::variables());
  list(page, "Files", cli::places());
  others.insert(others.end(), {"blogsearch.yaml(5)", "blogsearch-query(7)"});
  page.see_also(others);
  return page.text();
}

/// `limit: 20`; a part of a key is shown within it elsewhere.
std::string written(const SettingRow& key) {
  const std::string name(key.name);
  return name.substr(name.rfind('.') + 1) + ": " + std::string(key.example);
}

/// As wide as the pages in docs.
std::string wrapped(std::string_view text) { return cli::hang("", 0, text, 130); }

std::string settings_page() {
  Page page("blogsearch.yaml", '5', "the config of a site");
  page.heading("Description");
  page.paragraph(cli::about_config());
  for (const SettingSection& section : pipeline::setting_table()) {
    page.heading(section.name);
    page.paragraph(section.text);
    for (const SettingRow& key : section.keys) {
      page.term(literal(key.name) + ": " + escaped(key.form), key.text);
      if (!key.fallback.empty()) page.more("Default: `" + std::string(key.fallback) + "`");
      page.more("Example: `" + written(key) + "`");
    }
  }
  page.see_also({"blogsearch(1)", "blogsearch-init(1)", "blogsearch-query(7)"});
  return page.text();
}

}  // namespace

std::map<std::string, std::string> pages() {
  std::map<std::string, std::string> all{
      {"blogsearch.1", program_page()},
      {"blogsearch.yaml.5", settings_page()},
      {"blogsearch-query.7", query_page(support::slurp(SOURCE_DIR "/docs/query.md"))}};
  for (const cli::Command* command : cli::commands())
    all["blogsearch-" + std::string(command->syntax.command) + ".1"] =
        command_page(command->syntax);
  return all;
}

std::string config_page() {
  std::string out = "# The config file\n\n" + wrapped(cli::about_config()) + '\n' +
                    wrapped(
                        "This page, `blogsearch help config` and blogsearch.yaml(5) are made of "
                        "one table (`pipeline/setting_table.cpp`); every default and every "
                        "example on it is read by a test.");
  for (const SettingSection& section : pipeline::setting_table()) {
    const std::string name(section.name);
    out += "\n## " + name + "\n\n" + wrapped(section.text);
    for (const SettingRow& key : section.keys) {
      out += "\n### " + name + '.' + std::string(key.name) + "\n\n" + wrapped(key.text);
      out += "\n- form: `" + std::string(key.form) + "`\n";
      if (!key.fallback.empty()) out += "- default: `" + std::string(key.fallback) + "`\n";
      out += "- example: `" + written(key) + "`\n";
    }
  }
  return out;
}

}  // namespace blogsearch::manual
