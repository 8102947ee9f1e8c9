// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <array>

#include "cli/commands.hpp"
#include "cli/hits.hpp"
#include "cli/lookup.hpp"
#include "cli/report.hpp"

namespace blogsearch::cli {
namespace {

constexpr std::array<Option, 7> options{{
    config_option,
    index_option,
    {"--limit", "", "N", "show at most N posts (10)"},
    {"--offset", "", "N", "leave out the first N posts (0)"},
    {"--sort", "", "ORDER", "relevance, newest or oldest (relevance)"},
    {"--json", "", "", "one JSON object in place of text"},
    {"--color", "", "WHEN", "auto, always or never (auto)"},
}};

constexpr Syntax syntax{
    "query",
    "finds posts",
    Operands::words,
    "WORD",
    "what to look for: words, \"a phrase\", title:word, tag:name, AND, OR, NOT, (…). After the "
    "first WORD everything but the long options below is a word too, and -- ends the options",
    options};

constexpr std::array<std::string_view, 3> sorts{"relevance", "newest", "oldest"};
constexpr std::array<std::string_view, 3> colours{"auto", "always", "never"};

/// One word after another, as typed: an argument with spaces is no phrase, since whole queries are
/// quoted for the shell's sake.
std::string join_words(const Arguments& arguments) {
  return fmt::format("{}", fmt::join(arguments.operands(), " "));
}

Result<index::Request> read_request(const Arguments& arguments) {
  index::Request request;
  request.words = join_words(arguments);
  if (request.words.find_first_not_of(' ') == std::string::npos)
    return usage_error("there are no words to look for", "blogsearch query WORD…");
  const auto offset = arguments.number("--offset", request.offset);
  if (!offset) return offset.error();
  const auto limit = arguments.number("--limit", request.limit);
  if (!limit) return limit.error();
  const auto sort = arguments.choice("--sort", sorts);
  if (!sort) return sort.error();
  request.offset = *offset;
  request.limit = *limit;
  request.sort = static_cast<index::Sort>(*sort);
  return request;
}

Result<Colour> read_colour(const Arguments& arguments, const Console& console) {
  const auto when = arguments.choice("--color", colours);
  if (!when) return when.error();
  if (*when == 0) return colour_of(console.out_is_terminal, console);
  return colours[*when] == "always" ? Colour::on : Colour::off;
}

int run_query(const Arguments& arguments, Console& console) {
  const Result<index::Request> request = read_request(arguments);
  if (!request) return fail(request.error(), console);
  const Result<Colour> colour = read_colour(arguments, console);
  if (!colour) return fail(colour.error(), console);

  Diagnostics findings;
  const std::optional<index::Searcher> searcher = open_index(arguments, findings);
  show(findings, Verbosity::normal, console);
  if (!searcher) return exit_status(findings);
  const Result<index::Answer> answer = searcher->search(*request);
  if (!answer) return fail(answer.error(), console);

  const bool is_json = arguments.has("--json");
  if (!is_json && console.err_is_terminal) console.err << remark(*answer, *request);
  return deliver(is_json ? write_json(json_of(*answer, *request), syntax::Layout::indented) + '\n'
                         : show_hits(*answer, console.text_width(), *colour),
                 answer->total > 0 ? 0 : 1, console);
}

}  // namespace

constinit const Command query_command{syntax, run_query};

}  // namespace blogsearch::cli
