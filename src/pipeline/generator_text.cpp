// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <string_view>

#include "blogsearch/model/config.hpp"
#include "pipeline/generator.hpp"
#include "text/words.hpp"

namespace blogsearch::pipeline {
namespace {

constexpr std::size_t comment_column = 41;

bool is_plain(std::string_view text) {
  constexpr std::string_view special = "#{}[],&*!|>'\"%@`\\?";
  const std::string word = text::lower_ascii(text);
  if (text.empty() || word == "null" || word == "~" || text.find(": ") != std::string_view::npos ||
      text.back() == ':' || std::string_view("-.:=< ").find(text.front()) != std::string_view::npos)
    return text == ".";
  return std::none_of(text.begin(), text.end(), [&special](char c) {
    return special.find(c) != std::string_view::npos || (c >= 0 && c < ' ') || c == 0x7F;
  });
}

/// A YAML scalar: plain where it may be, else in double quotes.
std::string scalar(std::string_view text) {
  if (is_plain(text)) return std::string(text);
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out.push_back('\\');
    out.push_back(c >= 0 && (c < ' ' || c == 0x7F) ? ' ' : c);
  }
  return out + "\"";
}

std::string list(const std::vector<std::string>& items) {
  std::string out;
  for (const std::string& item : items) out += (out.empty() ? "" : ", ") + scalar(item);
  return "[" + out + "]";
}

std::string with_comment(std::string line, std::string_view comment) {
  if (!comment.empty()) {
    const std::size_t width = text::display_width(line);
    line.append(width + 2 > comment_column ? 2 : comment_column - width, ' ');
    line.append("# ").append(comment);
  }
  return line + "\n";
}

/// A line of what was found, or a commented one that shows the form.
std::string line(std::string_view key, const Fact& fact, std::string_view form,
                 std::string_view comment) {
  if (fact) return with_comment("  " + std::string(key) + ": " + scalar(fact.value), fact.reason);
  return with_comment("  # " + std::string(key) + ": " + std::string(form), comment);
}

std::string author(const Proposal& proposal) {
  if (!proposal.author)
    return line("author", Fact(), "{name: …, email: …, uri: …}", "default: the title");
  if (!proposal.email && !proposal.author_uri) return line("author", proposal.author, "", "");
  std::string parts = "{name: " + scalar(proposal.author.value);
  if (proposal.email) parts += ", email: " + scalar(proposal.email.value);
  if (proposal.author_uri) parts += ", uri: " + scalar(proposal.author_uri.value);
  return with_comment("  author: " + parts + "}", proposal.author.reason);
}

std::string site_part(const Proposal& proposal) {
  return "site:\n" + line("title", proposal.title, "…", "default: the host of url") +
         line("url", proposal.url, "https://example.org/",
              "EDIT THIS: where the site is published") +
         line("description", proposal.description, "…", "") +
         line("language", proposal.language, "en", "a BCP 47 tag") +
         line("timezone", proposal.timezone, "Europe/Berlin",
              "what a date without an offset means (default: UTC)") +
         author(proposal);
}

std::string posts_part(const Proposal& proposal) {
  const std::string path =
      proposal.paths.size() == 1 ? scalar(proposal.paths.front()) : list(proposal.paths);
  std::string out = "posts:\n" + with_comment("  path: " + path, "one folder or a list");
  const std::string why =
      proposal.pattern.reason.empty()
          ? "default; where a post is published, below site.url"
          : "EDIT THIS: " + proposal.pattern.reason + ", which has no placeholder here";
  out += line("url", proposal.pattern, "/{path}/", why);
  const bool is_default = proposal.include.empty();
  out += is_default ? "  # include: " + list(model::SiteConfig().posts.include) + "\n"
                    : "  include: " + list(proposal.include) + "\n";
  return out + (proposal.exclude.empty()
                    ? with_comment("  # exclude: []", "")
                    : with_comment("  exclude: " + list(proposal.exclude), "no posts"));
}

std::string feeds_part(const Proposal& proposal) {
  return "feeds:\n" + line("out", proposal.out, "dist", "default; the folder that is uploaded") +
         with_comment("  # formats: [atom, rss, json]", "") +
         with_comment("  # limit: 20", "entries in a feed; 0 = all") +
         with_comment("  # content: full", "full | summary | none");
}

/// The stemmer's language is the site's. In one line when both are the defaults.
std::string search_part(const Proposal& proposal) {
  const std::string tag = text::lower_ascii(proposal.language.value);
  const std::string language = tag.substr(0, tag.find('-'));
  const bool is_default = language.empty() || language == "en";
  const std::string_view why = "whose word endings are the same to a query";
  if (is_default && !proposal.anchors) return with_comment("# search: {language: en}", why);
  return "search:\n" +
         line("language", is_default ? Fact() : Fact{language, std::string(why)}, "en", why) +
         line("anchors", proposal.anchors, "github", "whose rule made the headings' ids");
}

}  // namespace

std::string config_text(const Proposal& proposal) {
  const std::string what = proposal.generator == "Markdown"
                               ? "a folder of Markdown"
                               : proposal.generator + " (" + proposal.evidence + ")";
  return "# Written by `blogsearch init` for " + what +
         ".\n# A line that is commented out shows the form, most often of the default.\n" +
         site_part(proposal) + posts_part(proposal) + feeds_part(proposal) + search_part(proposal) +
         with_comment("# dates: {order: strict}", "strict | mdy | dmy: what 03/04/2022 means");
}

}  // namespace blogsearch::pipeline
