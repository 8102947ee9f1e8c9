// SPDX-License-Identifier: GPL-2.0-or-later
//
// Every diagnostic of core/code_table.hpp, as a user meets it. A new code needs four things, and a
// test below names the one that is missing:
//   1. a folder fixtures/diagnostics/CODE (fixtures/README.md), or, where no folder of files brings
//      it about, a row in `elsewhere` that names the test which covers it;
//   2. what the files alone cannot do, as a row in `set_ups`;
//   3. a sentence in src/cli/rules.cpp;
//   4. a section in docs/diagnostics.md; its message is checked against the fixture's.
#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <set>

#include "cli/fake_console.hpp"
#include "cli/report.hpp"
#include "cli/rules.hpp"
#include "cli/run.hpp"
#include "index/republish.hpp"
#include "index/schema.hpp"
#include "support/catch.hpp"
#include "support/folders.hpp"
#include "support/golden.hpp"
#include "support/temp_dir.hpp"

using namespace blogsearch;
namespace fs = std::filesystem;

namespace {

const fs::path manual_file = fs::path(SOURCE_DIR) / "docs/diagnostics.md";
const fs::path cases = fs::path(FIXTURES_DIR) / "diagnostics";

using Words = std::vector<std::string>;
const Words default_words{"check", "content",   "--site-url", "https://shed.example/",
                          "--now", "2024-01-01"};
const Words build_words{"build", "content",   "--site-url", "https://shed.example/",
                        "--now", "2024-01-01"};

void build() {
  cli::FakeConsole unheard;
  REQUIRE(cli::run(build_words, unheard.console) == 0);
}

/// What a folder of files cannot bring about; done in the current folder before the run.
struct SetUp {
  Code code;
  void (*make)();
};
const std::array set_ups{
    SetUp{Code::io_unreadable, [] { fs::create_symlink("loop.md", "content/loop.md"); }},
    SetUp{Code::io_leads_out, [] { fs::create_symlink("../diary.md", "content/there.md"); }},
    SetUp{Code::io_too_large,
          [] {
            std::ofstream("content/disk.md") << "---\n";
            fs::resize_file("content/disk.md", (16U << 20U) + 1);
          }},
    SetUp{Code::frontmatter_too_large,
          [] {
            std::ofstream post("content/data.md");
            post << "---\ntitle: Every nail, by name\nnails:\n";
            for (int i = 0; i < 10'000; ++i) post << "  - nail " << i << '\n';
            post << "---\n";
          }},
    SetUp{Code::index_damaged,
          [] {
            build();
            fs::remove(".blogsearch/index/gen-000001/docdata.glass");
          }},
    SetUp{Code::index_wrong_schema,
          [] {
            build();
            index::republish(".blogsearch/index", [](Xapian::WritableDatabase& database) {
              database.set_metadata(index::schema_key, "0");
            });
          }},
    SetUp{Code::state_differs,
          [] {
            build();
            std::ofstream("dist/rss.xml", std::ios::app) << "<!-- checked by hand -->\n";
          }},
    SetUp{Code::state_litter,
          [] {
            build();
            std::ofstream("dist/.atom.xml.4711.0.blogsearch") << "<?xml";
          }},
};

/// Codes without a fixture, and the test that covers each.
struct Elsewhere {
  Code code;
  std::string_view test;
};
constexpr std::array elsewhere{
    Elsewhere{Code::feed_entry_without_id, "feed: an entry without id and link is told"},
    Elsewhere{Code::pipeline_locked,
              "faults: a second build ends at once with 75 and names the first"},
    Elsewhere{Code::pipeline_post_changed,
              "pipeline: a post that changes while the site is built is left out"},
    Elsewhere{Code::index_odd_query,
              "index: hints come in order, ten at most, and with the place in the query"},
    Elsewhere{Code::index_bad_query, "index: hints become errors for those who ask for it"},
    Elsewhere{Code::index_rebuilt, "pipeline: a damaged index is built anew, and it says so"},
    Elsewhere{Code::state_damaged, "pipeline: a damaged state is no obstacle, and it says so"},
    Elsewhere{Code::cli_bug, "cli: an exception that nobody caught is told as a bug of ours"},
};

/// Faults of a post that are not at one place of it.
constexpr std::array without_a_place{Code::io_too_large,
                                     Code::io_leads_out,
                                     Code::markup_too_nested,
                                     Code::markup_too_much,
                                     Code::pipeline_no_posts,
                                     Code::pipeline_too_long,
                                     Code::model_duplicate_url,
                                     Code::model_duplicate_id,
                                     Code::pipeline_feed_collision,
                                     Code::pipeline_refused,
                                     Code::pipeline_page_missing,
                                     Code::pipeline_article_missing,
                                     Code::pipeline_feed_undiscoverable,
                                     Code::pipeline_dead_feed_link};

template <class Table>
bool has(const Table& table, Code code) {
  return std::any_of(table.begin(), table.end(),
                     [code](const auto& row) { return row.code == code; });
}

std::vector<CodeRow> rows_with_a_fixture() {
  std::vector<CodeRow> rows;
  for (const CodeRow& row : code_table)
    if (fs::exists(cases / row.id)) rows.push_back(row);
  return rows;
}

struct Said {
  std::string out, err;
  int status;
};

Said run_case(const CodeRow& row) {
  const fs::path folder = cases / row.id;
  const support::TempDir site;
  support::copy_folder(folder, site.path());
  const support::Inside inside(site.path());
  for (const SetUp& set_up : set_ups)
    if (set_up.code == row.code) set_up.make();
  const Words words =
      fs::exists(folder / "args") ? support::read_lines(folder / "args") : default_words;
  cli::FakeConsole fake;
  const int status = cli::run(words, fake.console);
  return {fake.out.str(), fake.err.str(), status};
}

int status_of(Code code) {
  Diagnostics findings;
  findings.add({code, "", "", {}, "", {}});
  return cli::exit_status(findings);
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

std::string room_of(std::string_view id) { return std::string(id.substr(0, id.find('.'))); }

/// `time.impossible` as C++ spells it.
std::string enumerator_of(std::string_view id) {
  std::string name(id);
  std::replace(name.begin(), name.end(), '.', '_');
  std::replace(name.begin(), name.end(), '-', '_');
  return "Code::" + name;
}

/// The name of the file in tests/ that has a test of this name, or empty.
std::string file_with_test(std::string_view name) {
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(SOURCE_DIR) / "tests")) {
    const fs::path name_of_file = entry.path().filename();
    if (entry.path().extension() != ".cpp" || name_of_file == "diagnostics_test.cpp") continue;
    if (contains(support::slurp(entry.path()), "\"" + std::string(name) + "\""))
      return entry.path();
  }
  return {};
}

struct Section {
  std::vector<std::string> lines;
  std::string message;  ///< its code block
};

/// The sections of docs/diagnostics.md by their headings, which are kept in order.
struct Manual {
  std::vector<std::string> headings;  ///< of the second and third level
  std::map<std::string, Section> sections;
};

Manual read_manual() {
  Manual manual;
  bool in_code = false;
  for (const std::string& line : support::read_lines(manual_file)) {
    if (!in_code && (line.rfind("## ", 0) == 0 || line.rfind("### ", 0) == 0)) {
      manual.headings.push_back(line);
      continue;
    }
    if (manual.headings.empty()) continue;
    Section& section = manual.sections[manual.headings.back()];
    if (line.rfind("```", 0) == 0)
      in_code = !in_code;
    else if (in_code)
      section.message += line + '\n';
    else if (!line.empty())
      section.lines.push_back(line);
  }
  return manual;
}

/// What is printed of a code, or what the manual says already where there is no fixture.
std::string message_of(const std::string& id, const std::string& written) {
  return fs::exists(cases / id) ? support::slurp(cases / id / "expected.txt") : written;
}

/// The line below a section's heading.
std::string headline_of(const CodeRow& row) {
  const char* severity = row.severity == Severity::error ? "Error" : "Warning";
  return std::string(severity) + ", exit status " + std::to_string(status_of(row.code)) + ": " +
         std::string(cli::rule_of(row.code)) + ".";
}

/// Puts headlines and messages as they are now into the sections that are there.
void rewrite_manual() {
  std::map<std::string, CodeRow> rows;
  for (const CodeRow& row : code_table) rows.emplace("### " + std::string(row.id), row);
  std::ostringstream manual;
  const CodeRow* row = nullptr;
  bool in_code = false;
  for (const std::string& line : support::read_lines(manual_file)) {
    const bool is_heading = !in_code && line.rfind("##", 0) == 0;
    if (is_heading) row = rows.count(line) == 0 ? nullptr : &rows.at(line);
    const bool is_fence = line.rfind("```", 0) == 0;
    if (is_fence) in_code = !in_code;
    const bool has_message = row != nullptr && fs::exists(cases / row->id);
    const bool is_headline =
        row != nullptr && (line.rfind("Error, ", 0) == 0 || line.rfind("Warning, ", 0) == 0);
    if (has_message && in_code && !is_fence) continue;
    manual << (is_headline && !in_code ? headline_of(*row) : line) << '\n';
    if (has_message && in_code) manual << message_of(std::string(row->id), "");
  }
  std::ofstream(manual_file, std::ios::binary) << manual.str();
}

}  // namespace

TEST_CASE("cli: every diagnostic is told as it is expected", "[cli][golden]") {
  const CodeRow row = GENERATE(from_range(rows_with_a_fixture()));
  const std::string id(row.id);
  CAPTURE(id);
  const Said said = run_case(row);
  support::check_golden(said.err, cases / id / "expected.txt");
  CHECK(said.out.empty());
  CHECK(said.status == status_of(row.code));
  CHECK(contains(said.err, " [" + id + "]\n"));
  CHECK(contains(said.err, "\n  hint: "));
  const bool is_placed =
      row.fault == Fault::post &&
      std::find(without_a_place.begin(), without_a_place.end(), row.code) == without_a_place.end();
  if (is_placed) CHECK(contains(said.err, " | "));
}

TEST_CASE("cli: every diagnostic has a fixture or a test elsewhere", "[cli]") {
  for (const CodeRow& row : code_table) {
    CAPTURE(row.id);
    CHECK(fs::exists(cases / row.id) != has(elsewhere, row.code));
    if (has(set_ups, row.code)) CHECK(fs::exists(cases / row.id));
  }
  for (const Elsewhere& row : elsewhere) {
    CAPTURE(row.test);
    const std::string id(row_of(row.code).id);
    const std::string file = file_with_test(row.test);
    REQUIRE_FALSE(file.empty());
    const std::string text = support::slurp(file);
    CHECK((contains(text, enumerator_of(id)) || contains(text, "[" + id + "]")));
  }
}

TEST_CASE("cli: no fixture is for a code that does not exist", "[cli]") {
  std::set<std::string> known;
  for (const CodeRow& row : code_table) known.emplace(row.id);
  for (const auto& entry : fs::directory_iterator(cases)) {
    CAPTURE(entry.path());
    CHECK(known.count(entry.path().filename()) == 1);
  }
}

TEST_CASE("cli: every diagnostic is explained, room by room, in the order of the table", "[cli]") {
  std::vector<std::string> expected;
  std::set<std::string> rooms;
  for (const CodeRow& row : code_table) {
    if (rooms.insert(room_of(row.id)).second) expected.push_back("## " + room_of(row.id));
    expected.push_back("### " + std::string(row.id));
  }
  std::vector<std::string> headings = read_manual().headings;
  headings.erase(headings.begin(), std::find(headings.begin(), headings.end(), expected.front()));
  CHECK(headings == expected);
}

TEST_CASE("cli: the manual shows each diagnostic as it is printed", "[cli][golden]") {
  if (support::is_rewriting()) rewrite_manual();
  Manual manual = read_manual();
  for (const CodeRow& row : code_table) {
    const std::string id(row.id);
    CAPTURE(id);
    CHECK_FALSE(cli::rule_of(row.code).empty());
    const Section& section = manual.sections["### " + id];
    REQUIRE(section.lines.size() >= 2);  // the headline, and what to do
    CHECK(section.lines.front() == headline_of(row));
    CHECK(contains(section.message, " [" + id + "]\n"));
    CHECK(section.message == message_of(id, section.message));
  }
}
