// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <filesystem>
#include <string>
#include <system_error>

#include "cli/commands.hpp"
#include "cli/report.hpp"
#include "io/read.hpp"
#include "io/release.hpp"
#include "pipeline/generator.hpp"

namespace blogsearch::cli {
namespace {

namespace fs = std::filesystem;
using pipeline::Proposal;

constexpr Syntax syntax{
    "init", "writes a blogsearch.yaml for the site generator it recognises", Operands::at_most_one,
    "DIR",  "the folder of the generator's own config (the current one)",    {}};

std::string shell_word(const fs::path& path) {
  std::string text = path.string();
  const bool is_plain = text.find_first_of(" '\"\\$&;|<>()*?[]#~`!{}") == std::string::npos;
  if (is_plain) return text;
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

/// What was recognised, what is left to do, and the next command.
std::string summary(const Proposal& proposal, const fs::path& folder, const fs::path& file) {
  const std::string posts = proposal.posts == 0   ? std::string("no post with a date yet")
                            : proposal.posts == 1 ? std::string("1 post")
                                                  : fmt::format("{} posts", proposal.posts);
  std::string out = fmt::format("{}, by {}: {} in {}\n", proposal.generator, proposal.evidence,
                                posts, fmt::join(proposal.paths, ", "));
  for (const std::string& other : proposal.others)
    out += fmt::format("{} is here too; its posts are not in this config\n", other);
  const std::string name = io::shown(file);
  out += fmt::format("wrote {}\n", name);
  if (!proposal.url)
    out += fmt::format("edit {}: site.url, where the site is published, was not found\n", name);
  if (!proposal.pattern && !proposal.pattern.reason.empty())
    out += fmt::format("edit {}: posts.url, {}\n", name, proposal.pattern.reason);
  const bool is_here = folder == ".";
  return out + "next: blogsearch build" + (is_here ? "" : " --config " + shell_word(file)) + "\n";
}

Diagnostic unrecognised(const fs::path& folder) {
  return usage_error(fmt::format("no site generator and no post with a date in {}",
                                 folder == "." ? "this folder" : io::shown(folder)),
                     fmt::format("looked for the config of {}, and for Markdown files with a date",
                                 fmt::join(pipeline::known_generators(), ", ")));
}

int run_init(const Arguments& arguments, Console& console) {
  const fs::path folder =
      arguments.operands().empty() ? fs::path(".") : fs::path(arguments.operands().front());
  const fs::path file = folder == "." ? fs::path("blogsearch.yaml") : folder / "blogsearch.yaml";
  std::error_code error;
  if (!fs::is_directory(folder, error))
    return fail(usage_error(fmt::format("there is no folder {}", folder.string()),
                            "name the folder of the generator's own config"),
                console);
  if (fs::exists(fs::symlink_status(file, error)))
    return fail(usage_error(fmt::format("{} is there already", file.string()),
                            "edit it, or remove it to have a new one written"),
                console);

  Diagnostics findings;
  const std::optional<Proposal> proposal = pipeline::recognise(folder, findings);
  show(findings, Verbosity::normal, console);
  if (!proposal) return fail(unrecognised(folder), console);
  const Result<io::Change> written = io::replace(file, pipeline::config_text(*proposal));
  if (!written) return fail(written.error(), console);
  return deliver(summary(*proposal, folder, file), exit_status(findings), console);
}

}  // namespace

constinit const Command init_command{syntax, run_init};

}  // namespace blogsearch::cli
