// SPDX-License-Identifier: GPL-2.0-or-later
#include "faults/site.hpp"

#include <xapian.h>

#include <algorithm>
#include <system_error>
#include <utility>
#include <vector>

#include "blogsearch/index/searcher.hpp"
#include "index/schema.hpp"
#include "support/catch.hpp"
#include "support/findings.hpp"

namespace blogsearch::faults {
namespace {

namespace fs = std::filesystem;

constexpr int post_count = 12;

std::string post(int number, int version) {
  const std::string day = std::to_string(10 + number);
  std::string text = "---\ntitle: Nail " + std::to_string(number) + "\ndate: 2024-01-" + day +
                     "\ntags: [" + (number % 2 == 0 ? "iron" : "copper") + "]\n---\n\n";
  for (int i = 0; i < 40; ++i)
    text += "A hammer drives nail " + std::to_string(number * i) + " of batch " +
            std::to_string(number % 2 == 0 ? version : 7) + " into wood.\n\n";
  return text;
}

bool is_temporary(const std::string& name) {
  return name.starts_with('.') && name.ends_with(".blogsearch") && name != ".blogsearch";
}

/// All that an answer can depend on. Where a post stands in the database, and by which numbers
/// facets are known, is nobody's business.
std::string contents(const Xapian::Database& database) {
  std::vector<std::string> posts;
  for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id) {
    const Xapian::Document document = database.get_document(*id);
    std::string text = "document " + document.get_data() + '\n';
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
      text += *term + ' ' + std::to_string(term.get_wdf());
      for (auto at = term.positionlist_begin(); at != term.positionlist_end(); ++at)
        text += ' ' + std::to_string(*at);
      text += '\n';
    }
    for (auto value = document.values_begin(); value != document.values_end(); ++value)
      if (value.get_valueno() != index::slot::facets)
        text += std::to_string(value.get_valueno()) + '=' + *value + '\n';
    posts.push_back(std::move(text));
  }
  std::sort(posts.begin(), posts.end());
  std::string all = database.get_metadata(index::dictionary_key);
  for (const std::string& post : posts) all += post;
  return all;
}

std::string index_of(const fs::path& folder) {
  const Result<index::Searcher> searcher = index::Searcher::open(folder);
  if (!searcher) return support::line_of(searcher.error());
  return contents(Xapian::Database(folder.string()));
}

}  // namespace

Site::Site(const fs::path& other) {
  fs::copy(other, path(), fs::copy_options::recursive | fs::copy_options::copy_symlinks);
}

void Site::write(int version) const {
  dir_.write("blogsearch.yaml",
             "site: {title: Shed, url: https://shed.example/}\n"
             "posts: {path: posts}\n"
             "feeds: {out: dist, limit: 5, archives: main}\n");
  for (int i = 0; i < post_count; ++i)
    dir_.write("posts/nail-" + std::to_string(10 + i) + ".md", post(i, version));
}

Run Site::build(const Words& more) const {
  Run run{{"build", "--now", "2025-01-01"}, path()};
  run.words.insert(run.words.end(), more.begin(), more.end());
  return run;
}

Run Site::query(const std::string& word) const { return {{"query", "--json", word}, path()}; }

Run Site::check_outputs() const { return {{"check", "--outputs"}, path()}; }

Outputs outputs_of(const fs::path& site) {
  Outputs outputs;
  std::vector<fs::path> files{site / "blogsearch.ids"};
  std::error_code error;
  for (fs::recursive_directory_iterator entry(site / "dist", error), end; !error && entry != end;
       entry.increment(error))
    if (entry->is_regular_file() && !is_temporary(entry->path().filename().string()))
      files.push_back(entry->path());
  for (const fs::path& file : files)
    if (fs::exists(file))
      outputs.files[file.lexically_relative(site).generic_string()] = support::slurp(file);
  outputs.index = index_of(site / ".blogsearch/index");
  return outputs;
}

std::string Site::flaws(const Outputs& before, const Outputs& after) const {
  const Outputs now = outputs();
  std::string flaws;
  const auto has = [](const Outputs& known, const std::string& name, const std::string& bytes) {
    const auto found = known.files.find(name);
    return found != known.files.end() && found->second == bytes;
  };
  for (const auto& [name, bytes] : now.files)
    if (!has(before, name, bytes) && !has(after, name, bytes)) flaws += name + " is torn\n";
  for (const auto& [name, bytes] : before.files)
    if (after.files.count(name) != 0 && now.files.count(name) == 0) flaws += name + " is gone\n";
  if (now.index != before.index && now.index != after.index)
    flaws += "the index is neither: " + now.index.substr(0, 200) + "\n";
  return flaws;
}

std::string litter_in(const fs::path& site) {
  std::string litter;
  int generations = 0;
  for (const auto& entry : fs::recursive_directory_iterator(site)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with("gen-")) ++generations;
    const bool is_left = is_temporary(name) || name.starts_with(".build-") ||
                         name.starts_with(".spool.") || name.starts_with(".XAPIANDB.");
    if (is_left) litter += entry.path().lexically_relative(site).generic_string() + "\n";
  }
  return generations > 2 ? litter + std::to_string(generations) + " generations\n" : litter;
}

const Outputs& fresh(int version) {
  static std::map<int, Outputs> made;
  if (const auto known = made.find(version); known != made.end()) return known->second;
  const Site site(version);
  const Ended built = run(site.build());
  CAPTURE(built.err);
  REQUIRE(built.status == 0);
  return made[version] = site.outputs();
}

const fs::path& published() {
  static const Site site;
  static const Ended built = run(site.build());
  REQUIRE(built.status == 0);
  return site.path();
}

}  // namespace blogsearch::faults
