// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/loader.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "markup/document.hpp"
#include "markup/html_text.hpp"
#include "model/permalink.hpp"
#include "model/source_path.hpp"
#include "pipeline/attach.hpp"
#include "pipeline/conventions.hpp"
#include "pipeline/ground.hpp"
#include "pipeline/identity.hpp"
#include "text/language_tag.hpp"
#include "text/uri.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"
#include "time/write.hpp"

namespace blogsearch::pipeline {
namespace {

using frontmatter::Draft;
using model::Post;

/// `U+000B`.
std::string code_point_at(const SourceText& source, Span place) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const char32_t character = text::decode(source.bytes(), place.begin).character.value_or(0);
  std::string name = "U+";
  for (const unsigned shift : {12U, 8U, 4U, 0U}) name += digits[(character >> shift) & 0xFU];
  return name;
}

void report_flaw(const SourceText& source, Diagnostics& findings) {
  const auto flaw = text::find_flaw(source.bytes());
  if (!flaw) return;
  const std::string more =
      flaw->count == 1 ? "" : " (and " + std::to_string(flaw->count - 1) + " more)";
  Diagnostic finding;
  finding.span = flaw->span;
  if (flaw->is_utf8) {
    finding.code = Code::text_control_character;
    finding.message = "the character " + code_point_at(source, flaw->span) +
                      ", which no feed can carry, is left out" + more;
    finding.hint = "delete it; it is invisible in most editors";
  } else {
    finding.code = Code::text_not_utf8;
    finding.message = "bytes that are not UTF-8 are shown as \uFFFD" + more;
    finding.hint = "save the file in the UTF-8 encoding";
  }
  findings.add(source.place(std::move(finding)));
}

/// `2024-03-05-my-first_post.md` → `my first post`.
std::string title_from(const std::string& path) {
  std::string name = model::read_source_path(path).name;
  std::replace_if(
      name.begin(), name.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
  const std::string title = text::squeeze(text::make_legal(name));
  return title.empty() ? path : title;
}

std::string title_of(const SourceText& source, const Draft& draft, const std::string& path,
                     const model::Limits& limits, Diagnostics& findings) {
  if (!draft.title.empty()) return draft.title;
  std::string heading =
      markup::Document(source.at(draft.body), "", markup::flavour_of(path), {}, limits.markup)
          .first_heading();
  if (!heading.empty()) return heading;
  std::string title = title_from(path);
  Diagnostic finding;
  finding.code = Code::frontmatter_title_from_file_name;
  finding.message = "no title: the file's name is used, \"" + title + "\"";
  finding.hint = "add a line `title: …` to the front matter";
  finding.span = {0, std::min(source.bytes().find_first_of("\r\n"), source.bytes().size())};
  findings.add(source.place(std::move(finding)));
  return title;
}

/// What front matter writes as a URL or as a path of the site, as a URL; else empty.
std::string absolute(const model::SiteConfig& config, const std::string& written) {
  if (text::is_web_url(written)) return text::resolve(config.site.url, written);
  const bool is_path = !written.empty() && written[0] == '/';
  return is_path ? model::permalink(config.site.url, written) : std::string();
}

std::vector<model::Link> absolute(const Post& post, std::vector<model::Link> links) {
  for (model::Link& link : links) link.url = text::resolve(post.url, link.url);
  return links;
}

/// Front matter's, else the file name's (`post.de.md`), else the site's.
std::string lang_of(const Draft& draft, const std::string& path, const model::SiteConfig& config) {
  if (!draft.lang.empty()) return draft.lang;
  std::string lang = model::read_source_path(path).lang;
  return lang.empty() ? config.site.language : lang;
}

/// `de/hello.md` of the language `de` → `hello`
std::string translation_of(const std::string& path, std::string_view lang) {
  std::string key = model::read_source_path(path).path;
  const std::size_t slash = key.find('/');
  const auto first = text::language_tag(std::string_view(key).substr(0, slash));
  return first == lang && slash != std::string::npos ? key.substr(slash + 1) : key;
}

Post post_of(const SourceText& source, Draft draft, const io::Found& found,
             const model::SiteConfig& config, state::Loaded& loaded) {
  Diagnostics& findings = loaded.findings;
  Post post;
  post.source = found.file;
  post.title = title_of(source, draft, found.path, config.limits,
                        findings);  // a URL may be made of it as written
  post.published = *draft.published;
  post.updated = draft.updated ? std::max(*draft.updated, post.published) : post.published;
  post.lang = lang_of(draft, found.path, config);
  post.section = model::read_source_path(found.path).section;
  post.translation = translation_of(found.path, post.lang);
  identify(post, source, draft, config, found.path, findings);
  if (std::string title = markup::plain_text(draft.title); !title.empty())
    post.title = std::move(title);
  attach(post, source, draft, config, found, loaded);
  post.summary = markup::plain_text(draft.summary);
  post.excerpt_separator =
      draft.excerpt_separator.empty() ? config.posts.excerpt_separator : draft.excerpt_separator;
  post.tags = std::move(draft.tags);
  post.categories = std::move(draft.categories);
  post.series = std::move(draft.series);
  for (const std::string& alias : draft.aliases)
    post.aliases.push_back(absolute(config, alias[0] == '/' ? alias : "/" + alias));
  post.canonical = absolute(config, draft.canonical);
  if (!draft.external.empty()) post.external = text::resolve(post.url, draft.external);
  post.via = absolute(post, std::move(draft.via));
  post.related = absolute(post, std::move(draft.related));
  post.rights = std::move(draft.rights);
  if (!draft.license.empty()) post.license = text::resolve(post.url, draft.license);
  post.in_feeds = draft.in_feeds;
  post.in_search = draft.in_search;
  post.authors = std::move(draft.authors);
  if (post.authors.empty()) post.authors.push_back(config.site.author);
  post.body = draft.body;
  post.body_digest = digest_of_body(source.at(draft.body));
  return post;
}

/// Why a post is in no output now, or empty.
std::string reason_to_hold(const Draft& draft, const BuildOptions& options) {
  if (draft.is_draft && !options.drafts) return "draft";
  if (!draft.published) return "draft without a date";
  if (*draft.published > options.now) return "due " + time::rfc3339(*draft.published);
  if (draft.expires && *draft.expires <= options.now)
    return "expired " + time::rfc3339(*draft.expires);
  if (!draft.in_feeds && !draft.in_search) return "neither for feeds nor for search";
  return {};
}

frontmatter::Keys keys_of(const model::SiteConfig& config) {
  frontmatter::Keys keys;
  for (const auto& [name, key] : config.posts.keys)
    if (const auto field = frontmatter::field_named(name)) keys.add(*field, key);
  return keys;
}

/// Around `now`, between the instants at which the post appears and disappears.
state::Period period_of(const Draft& draft, const time::Timestamp& now) {
  state::Period period;
  for (const std::optional<time::Timestamp>& instant : {draft.published, draft.expires}) {
    if (!instant) continue;
    period.narrow(*instant <= now ? state::Period{instant, {}} : state::Period{{}, instant});
  }
  return period;
}

}  // namespace

Loader::Loader(const model::SiteConfig& config, const BuildOptions& options,
               frontmatter::Dates dates)
    : config_(config),
      options_(options),
      dates_(std::move(dates)),
      ground_(ground_of(config)),
      keys_(keys_of(config)),
      dating_(config, dates_) {}

Result<state::Loaded> Loader::load(const io::Found& found, Result<Source> read) const {
  state::Loaded loaded;
  if (!read) {
    loaded.findings.add(std::move(read).error());
    return loaded;
  }
  const SourceText& source = read->text;
  std::optional<Draft> draft =
      frontmatter::read(source, dates_, keys_, config_.limits, loaded.findings);
  if (!draft) return loaded;
  draft->is_draft = draft->is_draft || model::is_in_drafts(found.path);
  if (auto dated = dating_.complete(*draft, source, found, loaded.findings); !dated)
    return std::move(dated).error();
  if (loaded.findings.has_errors()) return loaded;
  loaded.is_page = !draft->published && !draft->is_draft;
  if (loaded.is_page) return loaded;
  loaded.period = period_of(*draft, options_.now);
  report_flaw(source, loaded.findings);
  loaded.held_back = reason_to_hold(*draft, options_);
  if (!loaded.held_back.empty()) {
    loaded.due = due_date(*draft);
    return loaded;
  }
  loaded.post = post_of(source, *std::move(draft), found, config_, loaded);
  loaded.post->path = ground_.inward(found.file);
  loaded.post->digest = read->digest;
  return loaded;
}

/// When a post that is held back will be seen, if ever.
std::optional<time::Timestamp> Loader::due_date(const Draft& draft) const {
  const bool is_ever_seen = (!draft.is_draft || options_.drafts) && draft.published &&
                            (!draft.expires || *draft.expires > *draft.published);
  return is_ever_seen && *draft.published > options_.now ? draft.published : std::nullopt;
}

}  // namespace blogsearch::pipeline
