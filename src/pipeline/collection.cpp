// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/collection.hpp"

#include <charconv>
#include <functional>
#include <set>
#include <system_error>
#include <utility>

#include "core/source_text.hpp"
#include "io/read.hpp"
#include "syntax/json_tree.hpp"
#include "text/encoding.hpp"
#include "text/words.hpp"

namespace blogsearch::pipeline {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t size_limit = 1U << 30U;

Diagnostic bad_line(std::string message, std::string hint, Span span) {
  return {Code::pipeline_bad_collection, std::move(message), std::move(hint), span, "", {}};
}

std::optional<SourceText> read_source_text(const fs::path& file, Diagnostics& findings) {
  Result<std::string> bytes = io::read(file, size_limit);
  if (bytes) return SourceText(io::shown(file), text::to_utf8(*std::move(bytes)));
  findings.add(std::move(bytes).error());
  return std::nullopt;
}

/// Each line that is not blank, by its place, until `read` says that it is enough.
void for_each_line(const SourceText& source, const std::function<bool(Span)>& read) {
  const std::string_view bytes = source.bytes();
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    const bool is_blank = text::trim(bytes.substr(begin, end - begin)).empty();
    if (!is_blank && !read({begin, end})) return;
    begin = end + 1;
  }
}

std::string member_of(const syntax::Node& node, std::string_view key) {
  const syntax::Node* value = node.find(key);
  return value != nullptr && value->is_scalar() ? value->scalar : std::string();
}

/// Lines such as `{"_id": "7", "title": "…", "text": "…"}`.
std::optional<std::vector<CollectionText>> read_texts(const fs::path& file, Diagnostics& findings) {
  const auto source = read_source_text(file, findings);
  if (!source) return std::nullopt;
  std::vector<CollectionText> texts;
  std::set<std::string> ids;
  bool is_sound = true;
  for_each_line(*source, [&](Span line) {
    const auto node = syntax::read_json(*source, line, findings);
    is_sound = node.has_value();
    if (!is_sound) return false;
    CollectionText text{member_of(*node, "_id"), member_of(*node, "title"),
                        member_of(*node, "text")};
    is_sound = !text.id.empty() && ids.insert(text.id).second;
    if (is_sound)
      texts.push_back(std::move(text));
    else
      findings.add(source->place(bad_line(
          text.id.empty() ? "a line without an \"_id\""
                          : "the \"_id\" " + text.id + " is used twice",
          "write a line such as {\"_id\": \"7\", \"title\": \"…\", \"text\": \"…\"}", line)));
    return is_sound;
  });
  return is_sound ? std::optional(std::move(texts)) : std::nullopt;
}

/// `query<TAB>document<TAB>score`
bool read_judgement(std::string_view line, std::map<std::string, Judgements>& judgements) {
  const std::size_t first = line.find('\t');
  const std::size_t second = line.find('\t', first == std::string_view::npos ? first : first + 1);
  if (second == std::string_view::npos) return false;
  const std::string_view score = text::trim(line.substr(second + 1));
  int value = 0;
  const auto [stop, error] = std::from_chars(score.data(), score.data() + score.size(), value);
  if (error != std::errc{} || stop != score.data() + score.size()) return false;
  judgements[std::string(line.substr(0, first))]
            [std::string(line.substr(first + 1, second - first - 1))] = value;
  return true;
}

std::optional<std::map<std::string, Judgements>> read_judgements(const fs::path& file,
                                                                 Diagnostics& findings) {
  const auto source = read_source_text(file, findings);
  if (!source) return std::nullopt;
  std::map<std::string, Judgements> judgements;
  bool is_first = true, is_sound = true;
  for_each_line(*source, [&](Span line) {
    is_sound = read_judgement(source->at(line), judgements) || is_first;
    is_first = false;
    if (!is_sound)
      findings.add(source->place(bad_line(
          "this is no judgement", "write query, document and score with tabs between", line)));
    return is_sound;
  });
  return is_sound ? std::optional(std::move(judgements)) : std::nullopt;
}

/// Several sets of queries may lie in folders below their documents.
fs::path corpus_of(const fs::path& folder) {
  std::error_code error;
  const fs::path own = folder / "corpus.jsonl";
  const fs::path above = folder / ".." / "corpus.jsonl";
  return !fs::exists(own, error) && fs::exists(above, error) ? above.lexically_normal() : own;
}

}  // namespace

std::optional<Collection> read_collection(const fs::path& folder, Diagnostics& findings) {
  auto documents = read_texts(corpus_of(folder), findings);
  auto queries = read_texts(folder / "queries.jsonl", findings);
  auto judgements = read_judgements(folder / "qrels.tsv", findings);
  if (!documents || !queries || !judgements) return std::nullopt;
  return Collection{*std::move(documents), *std::move(queries), *std::move(judgements)};
}

}  // namespace blogsearch::pipeline
