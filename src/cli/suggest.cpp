// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <array>
#include <string>

#include "cli/commands.hpp"
#include "cli/completions.hpp"
#include "cli/lookup.hpp"
#include "cli/report.hpp"
#include "cli/style.hpp"
#include "syntax/json.hpp"

namespace blogsearch::cli {
namespace {

using index::Suggestion;
using syntax::Json;

constexpr Option for_option{"--for", "", "WHAT",
                            "query, word or post: for a shell that completes one, what may stand "
                            "in the place of the last word",
                            completed_names};

constexpr std::array<Option, 5> options{{
    config_option,
    index_option,
    {"--limit", "", "N", "at most N titles, N tags and N words (5)"},
    {"--json", "", "", "one JSON object in place of text"},
    for_option,
}};

constexpr Syntax syntax{"suggest",
                        "says how what was typed may go on",
                        Operands::words,
                        "PREFIX",
                        "the beginning of a title, a tag or a word; of several words the last one "
                        "goes on",
                        options};

/// In the order of Suggestion::Kind.
constexpr std::array<std::string_view, 3> kinds{"title", "tag", "word"};

std::string_view kind_of(const Suggestion& suggestion) {
  return kinds[static_cast<std::size_t>(suggestion.kind)];
}

/// A line each, but on a terminal that is narrower.
std::string described(const std::vector<Suggestion>& suggestions, std::size_t width) {
  constexpr std::size_t column = 7;
  std::string out;
  for (const Suggestion& suggestion : suggestions) {
    const bool is_title = suggestion.kind == Suggestion::Kind::title;
    out += hang(kind_of(suggestion), column,
                printable(suggestion.text) +
                    (is_title ? "" : fmt::format("  ({})", counted(suggestion.posts, "post"))),
                width);
  }
  return out;
}

Json json_of(const std::string& beginning, const std::vector<Suggestion>& suggestions) {
  Json::Array rows;
  for (const Suggestion& suggestion : suggestions)
    rows.emplace_back(Json::Object{
        {"kind", kind_of(suggestion)}, {"text", suggestion.text}, {"posts", suggestion.posts}});
  return Json::Object{{"query", beginning}, {"suggestions", std::move(rows)}};
}

/// A shell that completes a word has no use for errors: where there is no index, there is nothing.
int complete(const Arguments& arguments, Completed what, Console& console) {
  Diagnostics unheard;
  const std::optional<index::Searcher> searcher = open_index(arguments, unheard);
  return deliver(searcher ? completions(*searcher, what, arguments.operands()) : "", 0, console);
}

int run_suggest(const Arguments& arguments, Console& console) {
  constexpr std::size_t default_limit = 5;
  const Result<std::size_t> what = arguments.choice(for_option.name, completed_names);
  if (!what) return fail(what.error(), console);
  if (arguments.has(for_option.name))
    return complete(arguments, static_cast<Completed>(*what), console);
  const std::string beginning = fmt::format("{}", fmt::join(arguments.operands(), " "));
  if (beginning.find_first_not_of(' ') == std::string::npos)
    return fail(usage_error("there is nothing to go on from", "blogsearch suggest PREFIX"),
                console);
  const Result<std::size_t> limit = arguments.number("--limit", default_limit);
  if (!limit) return fail(limit.error(), console);
  Diagnostics findings;
  const std::optional<index::Searcher> searcher = open_index(arguments, findings);
  show(findings, Verbosity::normal, console);
  if (!searcher) return exit_status(findings);
  const Result<std::vector<Suggestion>> suggestions = searcher->suggest(beginning, *limit);
  if (!suggestions) return fail(suggestions.error(), console);
  return deliver(
      arguments.has("--json")
          ? write_json(json_of(beginning, *suggestions), syntax::Layout::indented) + '\n'
          : described(*suggestions, console.out_is_terminal ? console.width : std::string::npos),
      suggestions->empty() ? 1 : 0, console);
}

}  // namespace

constinit const Command suggest_command{syntax, run_suggest};

}  // namespace blogsearch::cli
