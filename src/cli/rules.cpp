// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/rules.hpp"

#include <array>

namespace blogsearch::cli {
namespace {

struct Rule {
  Code code;
  std::string_view sentence;
};
constexpr auto rules = std::to_array<Rule>({
    {Code::text_not_utf8, "the file has bytes that are not UTF-8"},
    {Code::text_control_character, "the file has a control character that XML forbids"},
    {Code::time_unknown_form, "a date is written in no form that is known"},
    {Code::time_impossible, "a date or time does not exist"},
    {Code::time_ambiguous, "a date or time can be read in two ways"},
    {Code::time_incomplete, "a date lacks its year, month or day"},
    {Code::time_unknown_zone, "a time zone or offset is not known"},
    {Code::time_out_of_range, "a year or offset lies outside what is plausible"},
    {Code::time_skipped, "a time of day was skipped when the clocks were put forward"},
    {Code::time_wrong_weekday, "the day of the week contradicts the date"},
    {Code::io_not_found, "a file or folder is not there"},
    {Code::io_unreadable, "a file or folder cannot be read"},
    {Code::io_unwritable, "a file or folder cannot be written"},
    {Code::io_too_large, "a file is larger than any post"},
    {Code::io_leads_out, "a link leads out of the folder of posts"},
    {Code::syntax_invalid_yaml, "the front matter is not YAML"},
    {Code::syntax_invalid_toml, "the front matter is not TOML"},
    {Code::syntax_invalid_json, "the front matter is not JSON"},
    {Code::syntax_duplicate_key, "a key is given twice"},
    {Code::syntax_too_large, "the front matter holds more values than any post needs"},
    {Code::frontmatter_bad_fence, "a line is nearly a fence of front matter"},
    {Code::frontmatter_unclosed, "the front matter has no closing fence"},
    {Code::frontmatter_too_large, "the front matter is longer than any post needs"},
    {Code::frontmatter_too_many_names, "a post has more tags than any reader follows"},
    {Code::frontmatter_not_a_mapping, "the front matter is no list of keys and values"},
    {Code::frontmatter_wrong_type, "a field has a value of the wrong kind"},
    {Code::frontmatter_unknown_syntax, "the front matter is in a language that is not read"},
    {Code::frontmatter_key_misspelt, "a key with a date as its value is not known"},
    {Code::frontmatter_comment, "a value begins with `#` and is a comment"},
    {Code::frontmatter_bad_address, "an author's address cannot be used"},
    {Code::frontmatter_bad_language, "the language is not written as a language tag"},
    {Code::frontmatter_bad_enclosure, "what is said of an enclosure cannot be used"},
    {Code::frontmatter_title_from_file_name, "the post has no title"},
    {Code::markup_too_nested, "too many HTML elements are open at once"},
    {Code::markup_too_much, "a body has more markup than any post needs"},
    {Code::markup_bad_selector, "a selector is written in no way that is known"},
    {Code::model_bad_url, "a URL is not absolute"},
    {Code::model_bad_pattern, "a pattern of URLs has a placeholder that is not known"},
    {Code::model_unused_permalink, "a permalink has a word that only its generator can fill in"},
    {Code::model_duplicate_url, "two posts have one URL"},
    {Code::model_duplicate_id, "two posts have one id"},
    {Code::model_bad_ledger, "a line of blogsearch.ids cannot be understood"},
    {Code::feed_not_a_feed, "a file is no feed that is known"},
    {Code::feed_entry_without_id, "an entry of an old feed has neither id nor link"},
    {Code::pipeline_bad_config, "a value of the configuration cannot be used"},
    {Code::pipeline_unknown_key, "the configuration has a key that is not known"},
    {Code::pipeline_site_url_missing, "where the site is published is not said"},
    {Code::pipeline_posts_path_missing, "where the posts are is not said"},
    {Code::pipeline_locked, "another build of the site is running"},
    {Code::pipeline_no_posts, "there is no post to publish"},
    {Code::pipeline_no_git_history, "git cannot tell when a post was written"},
    {Code::pipeline_post_changed, "a post changed while it was read"},
    {Code::pipeline_too_long, "a post is longer than what is searched of one"},
    {Code::pipeline_feed_collision, "two feeds would have one file"},
    {Code::pipeline_refused, "readers would see what --fail-on forbids"},
    {Code::pipeline_enclosure_not_found, "the length of an enclosure is not known"},
    {Code::pipeline_enclosure_differs, "an enclosure is not what is said of it"},
    {Code::pipeline_id_changed, "the id of a published post changes"},
    {Code::pipeline_page_missing, "a post has no page in the built site"},
    {Code::pipeline_article_missing, "the built page of a post has no article"},
    {Code::pipeline_feed_undiscoverable, "built pages do not say where the feeds are"},
    {Code::pipeline_dead_feed_link, "a built page names a feed that is not there"},
    {Code::pipeline_bad_collection, "a line of a test collection cannot be read"},
    {Code::pipeline_on_change_failed, "the command that is told of changed files failed"},
    {Code::index_missing, "there is no search index"},
    {Code::index_damaged, "the search index is damaged"},
    {Code::index_wrong_schema, "the search index was made by another version"},
    {Code::index_failed, "the search index cannot be used"},
    {Code::index_odd_query, "a part of the query is not understood as it looks"},
    {Code::index_bad_query, "a part of the query is not understood, and right ones are asked for"},
    {Code::index_rebuilt, "the index was damaged and is built anew"},
    {Code::state_damaged, "what the last build left for this one is damaged; all is built anew"},
    {Code::state_missing, "there is nothing to hold the outputs against"},
    {Code::state_differs, "an output is not as the last build left it"},
    {Code::state_litter, "a build that died has left a file"},
    {Code::cli_usage, "the words of the command line do not fit the command"},
    {Code::cli_bug, "blogsearch itself made a mistake"},
});

}  // namespace

std::string_view rule_of(Code code) {
  for (const Rule& rule : rules)
    if (rule.code == code) return rule.sentence;
  return {};
}

}  // namespace blogsearch::cli
