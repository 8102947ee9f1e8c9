// SPDX-License-Identifier: GPL-2.0-or-later
//
// Every diagnostic: its name, how grave it is, and whose it is to mend. docs/diagnostics.md has a
// section and fixtures/diagnostics/ a case for each row.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "blogsearch/core/code.hpp"
#include "blogsearch/core/severity.hpp"

namespace blogsearch {
inline namespace core {

struct CodeRow {
  Code code;
  std::string_view id;  ///< `room.reason`, as printed in brackets
  Severity severity;
  Fault fault;
};

inline constexpr std::size_t code_count = static_cast<std::size_t>(Code::count_);
inline constexpr std::array<CodeRow, code_count> code_table{{
    {Code::text_not_utf8, "text.not-utf8", Severity::warning, Fault::post},
    {Code::text_control_character, "text.control-character", Severity::warning, Fault::post},
    {Code::time_unknown_form, "time.unknown-form", Severity::error, Fault::post},
    {Code::time_impossible, "time.impossible", Severity::error, Fault::post},
    {Code::time_ambiguous, "time.ambiguous", Severity::error, Fault::post},
    {Code::time_incomplete, "time.incomplete", Severity::error, Fault::post},
    {Code::time_unknown_zone, "time.unknown-zone", Severity::error, Fault::post},
    {Code::time_out_of_range, "time.out-of-range", Severity::error, Fault::post},
    {Code::time_skipped, "time.skipped", Severity::warning, Fault::post},
    {Code::time_wrong_weekday, "time.wrong-weekday", Severity::warning, Fault::post},
    {Code::io_not_found, "io.not-found", Severity::error, Fault::environment},
    {Code::io_unreadable, "io.unreadable", Severity::error, Fault::environment},
    {Code::io_unwritable, "io.unwritable", Severity::error, Fault::environment},
    {Code::io_too_large, "io.too-large", Severity::error, Fault::post},
    {Code::io_leads_out, "io.leads-out", Severity::error, Fault::post},
    {Code::syntax_invalid_yaml, "syntax.invalid-yaml", Severity::error, Fault::post},
    {Code::syntax_invalid_toml, "syntax.invalid-toml", Severity::error, Fault::post},
    {Code::syntax_invalid_json, "syntax.invalid-json", Severity::error, Fault::post},
    {Code::syntax_duplicate_key, "syntax.duplicate-key", Severity::error, Fault::post},
    {Code::syntax_too_large, "syntax.too-large", Severity::error, Fault::post},
    {Code::frontmatter_bad_fence, "frontmatter.bad-fence", Severity::error, Fault::post},
    {Code::frontmatter_unclosed, "frontmatter.unclosed", Severity::error, Fault::post},
    {Code::frontmatter_too_large, "frontmatter.too-large", Severity::error, Fault::post},
    {Code::frontmatter_too_many_names, "frontmatter.too-many-names", Severity::error, Fault::post},
    {Code::frontmatter_not_a_mapping, "frontmatter.not-a-mapping", Severity::error, Fault::post},
    {Code::frontmatter_wrong_type, "frontmatter.wrong-type", Severity::error, Fault::post},
    {Code::frontmatter_unknown_syntax, "frontmatter.unknown-syntax", Severity::error, Fault::post},
    {Code::frontmatter_key_misspelt, "frontmatter.key-misspelt", Severity::warning, Fault::post},
    {Code::frontmatter_comment, "frontmatter.comment", Severity::warning, Fault::post},
    {Code::frontmatter_bad_address, "frontmatter.bad-address", Severity::warning, Fault::post},
    {Code::frontmatter_bad_language, "frontmatter.bad-language", Severity::warning, Fault::post},
    {Code::frontmatter_bad_enclosure, "frontmatter.bad-enclosure", Severity::warning, Fault::post},
    {Code::frontmatter_title_from_file_name, "frontmatter.title-from-file-name", Severity::warning,
     Fault::post},
    {Code::markup_too_nested, "markup.too-nested", Severity::warning, Fault::post},
    {Code::markup_too_much, "markup.too-much", Severity::warning, Fault::post},
    {Code::markup_bad_selector, "markup.bad-selector", Severity::error, Fault::usage},
    {Code::model_bad_url, "model.bad-url", Severity::error, Fault::usage},
    {Code::model_bad_pattern, "model.bad-pattern", Severity::error, Fault::usage},
    {Code::model_unused_permalink, "model.unused-permalink", Severity::warning, Fault::post},
    {Code::model_duplicate_url, "model.duplicate-url", Severity::error, Fault::post},
    {Code::model_duplicate_id, "model.duplicate-id", Severity::error, Fault::post},
    {Code::model_bad_ledger, "model.bad-ledger", Severity::error, Fault::usage},
    {Code::feed_not_a_feed, "feed.not-a-feed", Severity::error, Fault::usage},
    {Code::feed_entry_without_id, "feed.entry-without-id", Severity::warning, Fault::usage},
    {Code::pipeline_bad_config, "pipeline.bad-config", Severity::error, Fault::usage},
    {Code::pipeline_unknown_key, "pipeline.unknown-key", Severity::error, Fault::usage},
    {Code::pipeline_site_url_missing, "pipeline.site-url-missing", Severity::error, Fault::usage},
    {Code::pipeline_posts_path_missing, "pipeline.posts-path-missing", Severity::error,
     Fault::usage},
    {Code::pipeline_locked, "pipeline.locked", Severity::error, Fault::other_build},
    {Code::pipeline_no_posts, "pipeline.no-posts", Severity::warning, Fault::post},
    {Code::pipeline_no_git_history, "pipeline.no-git-history", Severity::error, Fault::environment},
    {Code::pipeline_post_changed, "pipeline.post-changed", Severity::error, Fault::post},
    {Code::pipeline_too_long, "pipeline.too-long", Severity::warning, Fault::post},
    {Code::pipeline_feed_collision, "pipeline.feed-collision", Severity::error, Fault::post},
    {Code::pipeline_refused, "pipeline.refused", Severity::error, Fault::post},
    {Code::pipeline_enclosure_not_found, "pipeline.enclosure-not-found", Severity::warning,
     Fault::post},
    {Code::pipeline_enclosure_differs, "pipeline.enclosure-differs", Severity::warning,
     Fault::post},
    {Code::pipeline_id_changed, "pipeline.id-changed", Severity::warning, Fault::post},
    {Code::pipeline_page_missing, "pipeline.page-missing", Severity::warning, Fault::post},
    {Code::pipeline_article_missing, "pipeline.article-missing", Severity::warning, Fault::post},
    {Code::pipeline_feed_undiscoverable, "pipeline.feed-undiscoverable", Severity::error,
     Fault::post},
    {Code::pipeline_dead_feed_link, "pipeline.dead-feed-link", Severity::error, Fault::post},
    {Code::pipeline_bad_collection, "pipeline.bad-collection", Severity::error, Fault::usage},
    {Code::pipeline_on_change_failed, "pipeline.on-change-failed", Severity::error,
     Fault::environment},
    {Code::index_missing, "index.missing", Severity::error, Fault::environment},
    {Code::index_damaged, "index.damaged", Severity::error, Fault::environment},
    {Code::index_wrong_schema, "index.wrong-schema", Severity::error, Fault::environment},
    {Code::index_failed, "index.failed", Severity::error, Fault::environment},
    {Code::index_odd_query, "index.odd-query", Severity::warning, Fault::usage},
    {Code::index_bad_query, "index.bad-query", Severity::error, Fault::usage},
    {Code::index_rebuilt, "index.rebuilt", Severity::warning, Fault::environment},
    {Code::state_damaged, "state.damaged", Severity::warning, Fault::environment},
    {Code::state_missing, "state.missing", Severity::error, Fault::environment},
    {Code::state_differs, "state.differs", Severity::error, Fault::environment},
    {Code::state_litter, "state.litter", Severity::warning, Fault::environment},
    {Code::cli_usage, "cli.usage", Severity::error, Fault::usage},
    {Code::cli_bug, "cli.bug", Severity::error, Fault::bug},
}};

constexpr const CodeRow& row_of(Code code) { return code_table[static_cast<std::size_t>(code)]; }

}  // namespace core
}  // namespace blogsearch
