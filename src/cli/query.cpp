// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <array>
#include <string_view>

#include "cli/commands.hpp"
#include "cli/hits.hpp"
#include "cli/inputs.hpp"
#include "cli/lookup.hpp"
#include "cli/report.hpp"
#include "cli/saved_search.hpp"
#include "cli/template.hpp"
#include "index/query_parser.hpp"
#include "time/write.hpp"

namespace blogsearch::cli {
namespace {

constexpr std::array<std::string_view, 3> sorts{"relevance", "newest", "oldest"};
constexpr std::array<std::string_view, 2> translations{"each", "one"};
constexpr std::array<std::string_view, 3> colours{"auto", "always", "never"};

constexpr std::array<Option, 14> options{{
    config_option,
    index_option,
    {"--limit", "", "N", "show at most N posts (10)"},
    {"--offset", "", "N", "leave out the first N posts (0)"},
    {"--sort", "", "ORDER", "relevance, newest or oldest (relevance)", sorts},
    {"--translations", "", "HOW",
     "each or one (each): a post that is there in several languages once for each, or once",
     translations},
    {"--exact", "", "", "words as typed: no other forms of them, no other spelling"},
    {"--as-you-type", "", "", "the last word is the beginning of one"},
    {"--strict-syntax", "", "", "what looks like an operator and is none is an error"},
    {"--now", "", "TIME", "what date:6m.. is counted from (SOURCE_DATE_EPOCH, or the clock)"},
    {"--explain", "", "",
     "says also how the words were understood, and why each post is where it is"},
    {"--json", "", "", "one JSON object in place of text"},
    {"--template", "", "T", "each post in this form, such as '{title}\\t{url}'"},
    {"--color", "", "WHEN", "auto, always or never (auto)", colours},
}};

constexpr Syntax syntax{
    "query",
    "finds posts",
    Operands::words,
    "WORD",
    "what to look for: words, \"a phrase\", title:word, tag:name, AND, OR, NOT, (…), or first of "
    "all @name, a saved search. After the first WORD everything but the long options below is a "
    "word too, and -- ends the options",
    options};

/// One word after another, as typed: an argument with spaces is no phrase, since whole queries are
/// quoted for the shell's sake.
std::string join_words(const Arguments& arguments) {
  return fmt::format("{}", fmt::join(arguments.operands(), " "));
}

Result<index::Request> read_request(const Arguments& arguments, const Console& console) {
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
  const auto which = arguments.choice("--translations", translations);
  if (!which) return which.error();
  const auto now = read_now(arguments, console);
  if (!now) return now.error();
  request.offset = *offset;
  request.limit = *limit;
  request.sort = static_cast<index::Sort>(*sort);
  request.translations = static_cast<index::Translations>(*which);
  request.today = time::calendar_day(*now);
  request.exact = arguments.has("--exact");
  request.as_you_type = arguments.has("--as-you-type");
  request.explain = arguments.has("--explain");
  return request;
}

/// How an answer is to be shown.
struct Form {
  Look look;
  bool is_json = false;
  bool is_watched = false;             ///< by a person, who is told what else there is
  std::optional<Template> of_a_hit{};  ///< in place of text
};

Result<Form> read_form(const Arguments& arguments, const Console& console) {
  Form form;
  const auto when = arguments.choice("--color", colours);
  if (!when) return when.error();
  form.look.width = console.text_width();
  form.look.colour = *when == 0   ? colour_of(console.out_is_terminal, console)
                     : *when == 1 ? Colour::on
                                  : Colour::off;
  form.look.links = links_of(console.out_is_terminal, form.look.colour, console);
  form.is_json = arguments.has("--json");
  form.is_watched = console.out_is_terminal;
  const std::optional<std::string> text = arguments.value("--template");
  if (!text) return form;
  if (form.is_json)
    return usage_error("--json and --template do not go together", "leave one of them out");
  Result<Template> of_a_hit = read_template(*text);
  if (!of_a_hit) return std::move(of_a_hit).error();
  form.of_a_hit = *std::move(of_a_hit);
  return form;
}

std::string shown(const index::Answer& answer, const index::Request& request, const Form& form) {
  if (form.is_json) return write_json(json_of(answer, request), syntax::Layout::indented) + '\n';
  std::string out;
  if (!form.of_a_hit) {
    out = show_hits(answer, form.look);
    const std::string facets = form.is_watched ? show_facets(answer.facets, form.look) : "";
    return facets.empty() || out.empty() ? out : out + '\n' + facets;
  }
  for (const index::Hit& hit : answer.hits) out += fill(*form.of_a_hit, hit);
  return out;
}

int ask(const index::Searcher& searcher, const index::Request& request, const Form& form,
        bool is_strict, Console& console) {
  const Result<index::Answer> answer = searcher.search(request);
  if (!answer) return fail(answer.error(), console);
  if (is_strict && !answer->hints.empty()) {
    const Diagnostics errors = index::as_errors(answer->hints);
    show(errors, Verbosity::normal, console);
    return exit_status(errors);
  }
  if (!form.is_json) show(answer->hints, Verbosity::normal, console);
  if (!form.is_json && console.err_is_terminal)
    console.err << fitted(remark(*answer, request), console.err_width());
  return deliver(shown(*answer, request, form), answer->total > 0 ? 0 : 1, console);
}

int run_query(const Arguments& arguments, Console& console) {
  Result<index::Request> request = read_request(arguments, console);
  if (!request) return fail(request.error(), console);
  const Result<Form> form = read_form(arguments, console);
  if (!form) return fail(form.error(), console);

  Diagnostics findings;
  const std::optional<index::Searcher> searcher = open_index(arguments, findings);
  show(findings, Verbosity::normal, console);
  if (!searcher) return exit_status(findings);
  Result<std::string> words = expand_saved(request->words, searcher->saved());
  if (!words) return fail(words.error(), console);
  request->words = *std::move(words);
  return ask(*searcher, *request, *form, arguments.has("--strict-syntax"), console);
}

}  // namespace

constinit const Command query_command{syntax, run_query};

}  // namespace blogsearch::cli
