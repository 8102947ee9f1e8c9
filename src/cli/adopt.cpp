// SPDX-License-Identifier: GPL-2.0-or-later
#include "blogsearch/pipeline/adopt.hpp"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/lookup.hpp"
#include "io/read.hpp"
#include "text/uri.hpp"
#include "time/write.hpp"

namespace blogsearch::cli {
namespace {

using pipeline::Adoption;
using pipeline::NotTaken;

constexpr std::array<Option, 5> options{{
    config_option,
    {"--posts", "", "DIR", "the folder of posts (posts.path of the config)"},
    {"--site-url", "", "URL", "where the site is published (site.url)"},
    {"--index", "", "DIR", "where the index goes: without a config, the ids go beside it"},
    {"--dry-run", "", "", "says what would be taken over, and writes nothing"},
}};

constexpr Syntax syntax{"adopt",
                        "takes over the entry ids of an existing feed",
                        Operands::some,
                        "OLD-FEED",
                        "the feed as a file: Atom, RSS or JSON Feed; of several the first that "
                        "names a post decides",
                        options};

/// What the posts are called depends on no clock: those of the future are compared too.
constexpr time::Timestamp end_of_time{std::chrono::sys_days{std::chrono::year{9999} / 12 / 31}, {}};

std::string reason(const NotTaken& entry) {
  const std::string own = printable(entry.own_id);
  switch (entry.reason) {
    case NotTaken::Reason::front_matter:
      return "the id in its front matter stays, " + own;
    case NotTaken::Reason::earlier_feed:
      return "an entry before gave it " + own;
    case NotTaken::Reason::another_post:
      return "that is the id of " + own;
  }
  return {};
}

std::string day_of(const feed::OldEntry& entry) {
  return entry.published ? time::calendar_day(*entry.published) : "no date";
}

std::string described(const Adoption& adoption, const std::string& ledger, bool is_rehearsal) {
  std::string out = fmt::format("{} {} (already so: {})", is_rehearsal ? "would adopt" : "adopted",
                                counted(adoption.adopted.size(), "id"), adoption.already);
  out += adoption.written ? fmt::format("; wrote {}\n", ledger) : "\n";
  for (const NotTaken& entry : adoption.not_taken)
    out += fmt::format("not taken: {} for {}: {}\n", printable(entry.id), printable(entry.path),
                       reason(entry));
  for (const feed::OldEntry& entry : adoption.unmatched)
    out += fmt::format("no post: {} \"{}\", {}, {}\n", printable(entry.id), printable(entry.title),
                       day_of(entry), entry.url.empty() ? "no link" : printable(entry.url));
  return out;
}

pipeline::Overrides overrides_of(const Arguments& arguments) {
  pipeline::Overrides overrides;
  overrides.config = arguments.value("--config");
  overrides.index = arguments.value("--index");
  overrides.site_url = arguments.value("--site-url");
  if (const auto posts = arguments.value("--posts")) overrides.posts = {*posts};
  return overrides;
}

int run_adopt(const Arguments& arguments, Console& console) {
  if (arguments.operands().empty())
    return fail(usage_error("adopt: a feed is missing",
                            "name the file of the feed that your readers have, such as "
                            "`blogsearch adopt old/atom.xml`"),
                console);
  for (const std::string& word : arguments.operands())
    if (text::is_web_url(word))
      return fail(usage_error("adopt reads files, and fetches nothing: " + word,
                              "save the feed first: curl -o old.xml " + word),
                  console);
  const std::vector<std::filesystem::path> feeds{arguments.operands().begin(),
                                                 arguments.operands().end()};
  const bool is_rehearsal = arguments.has("--dry-run");
  pipeline::BuildOptions build{end_of_time};
  build.keep = !is_rehearsal;

  Diagnostics findings;
  const auto config = pipeline::configure(overrides_of(arguments), findings);
  const std::optional<Adoption> adoption =
      config ? pipeline::adopt(*config, build, feeds, findings) : std::nullopt;
  show(findings, Verbosity::normal, console);
  const int status = exit_status(findings);
  if (!adoption) return status;
  const bool is_all = adoption->unmatched.empty() && adoption->not_taken.empty();
  return deliver(described(*adoption, printable(io::shown(config->ledger)), is_rehearsal),
                 status == 0 && !is_all ? 1 : status, console);
}

}  // namespace

constinit const Command adopt_command{syntax, run_adopt};

}  // namespace blogsearch::cli
