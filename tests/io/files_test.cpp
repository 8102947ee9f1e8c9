// SPDX-License-Identifier: GPL-2.0-or-later
#include <sys/stat.h>
#include <unistd.h>

#include "io/read.hpp"
#include "io/release.hpp"
#include "io/spool.hpp"
#include "support/catch.hpp"
#include "support/findings.hpp"
#include "support/temp_dir.hpp"

using namespace blogsearch;

namespace {

std::size_t count_files(const std::filesystem::path& folder) {
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    (void)entry;
    ++count;
  }
  return count;
}

}  // namespace

TEST_CASE("io: a file is read whole, whatever its bytes", "[io]") {
  const support::TempDir dir;
  const std::string bytes("a\0b\r\n\xFF", 6);
  const auto read = io::read(dir.write("a.md", bytes));
  REQUIRE(read);
  CHECK(*read == bytes);
  CHECK(*io::read(dir.write("empty.md", "")) == "");
  const std::string large(300'000, 'x');
  CHECK(*io::read(dir.write("large.md", large)) == large);
}

TEST_CASE("io: a file's beginning is read, and how long it is", "[io]") {
  const support::TempDir dir;
  const auto file = dir.write("a.bin", "12345");
  const auto beginning = io::read_beginning(file, 3);
  REQUIRE(beginning);
  CHECK(beginning->bytes == "123");
  CHECK(beginning->size == 5);
  CHECK(io::read_beginning(file, 9)->bytes == "12345");
  CHECK(support::line_of(io::read_beginning(dir.path(), 3).error()) ==
        "cannot read: is a folder [io.unreadable] (name a file)");
  CHECK_FALSE(io::read_beginning(dir.path() / "none", 3));
}

TEST_CASE("io: what cannot be read says why", "[io]") {
  const support::TempDir dir;
  CHECK(support::line_of(io::read(dir.path() / "none.md").error()) ==
        "cannot read: no such file or folder [io.not-found] (check the spelling of the path)");
  CHECK(support::line_of(io::read(dir.path()).error()) ==
        "cannot read: is a folder [io.unreadable] (name a file)");
  CHECK(support::line_of(io::read(dir.write("a.md", "12345"), 4).error()) ==
        "the file is larger than 4 bytes [io.too-large] (look whether this is the file that was "
        "meant)");
  CHECK(io::read(dir.write("b.md", "1234"), 4).has_value());
  REQUIRE(::mkfifo((dir.path() / "pipe").c_str(), 0600) == 0);
  CHECK(support::line_of(io::read(dir.path() / "pipe").error()) ==  // and does not hang
        "cannot read: this is no regular file [io.unreadable] (exclude it with posts.exclude)");
}

TEST_CASE("io: a replaced file has the new bytes and keeps its permissions", "[io]") {
  const support::TempDir dir;
  const auto target = dir.path() / "out" / "deep" / "atom.xml";
  CHECK(*io::replace(target, "one") == io::Change::written);
  CHECK(support::slurp(target) == "one");
  ::chmod(target.c_str(), 0640);
  CHECK(*io::replace(target, "two") == io::Change::written);
  CHECK(support::slurp(target) == "two");
  struct stat status {};
  REQUIRE(::stat(target.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777U) == 0640U);
  CHECK(count_files(target.parent_path()) == 1);
}

TEST_CASE("io: a file whose bytes would not change is not touched", "[io]") {
  const support::TempDir dir;
  const std::string bytes(40'000, 'x');
  const auto target = dir.write("atom.xml", bytes);
  const auto long_ago = std::filesystem::file_time_type::clock::now() - std::chrono::hours(24);
  std::filesystem::last_write_time(target, long_ago);
  CHECK(*io::replace(target, bytes) == io::Change::unchanged);
  CHECK(std::filesystem::last_write_time(target) == long_ago);
  CHECK(count_files(dir.path()) == 1);

  std::string other = bytes;
  other.back() = 'y';  // the same size, another end
  CHECK(*io::replace(target, other) == io::Change::written);
  CHECK(support::slurp(target) == other);
}

TEST_CASE("io: files appear together, and an abandoned release leaves nothing", "[io]") {
  const support::TempDir dir;
  const auto first = dir.write("atom.xml", "old");
  const auto second = dir.path() / "tags" / "rust" / "atom.xml";
  const auto stage = [&](io::Release& release) {
    CHECK(*release.add(first, std::string(200'000, 'n')) == io::Change::written);
    CHECK(*release.add(second, "new") == io::Change::written);
    CHECK(support::slurp(first) == "old");
    CHECK_FALSE(std::filesystem::exists(second));
  };
  {
    io::Release release;
    stage(release);
    CHECK(count_files(dir.path()) == 3);
  }
  CHECK(support::slurp(first) == "old");
  CHECK(count_files(dir.path()) == 2);
  CHECK(count_files(second.parent_path()) == 0);

  io::Release release;
  stage(release);
  REQUIRE(release.sync());
  CHECK(support::slurp(first) == "old");
  REQUIRE(release.commit());
  CHECK(support::slurp(first) == std::string(200'000, 'n'));
  CHECK(support::slurp(second) == "new");
  CHECK(count_files(dir.path()) == 2);
  CHECK(count_files(second.parent_path()) == 1);
}

TEST_CASE("io: a rehearsal tells what would change and changes nothing", "[io]") {
  const support::TempDir dir;
  const auto target = dir.write("atom.xml", "old");
  io::Release rehearsal(io::Release::Kind::rehearsal);
  CHECK(*rehearsal.add(target, "old") == io::Change::unchanged);
  CHECK(*rehearsal.add(target, "new") == io::Change::written);
  CHECK(*rehearsal.add(dir.path() / "tags" / "atom.xml", "new") == io::Change::written);
  REQUIRE(rehearsal.commit());
  CHECK(support::slurp(target) == "old");
  CHECK(count_files(dir.path()) == 1);
}

TEST_CASE("io: bytes are compared wherever their pieces end", "[io]") {
  const support::TempDir dir;
  const std::string bytes = std::string(70'000, 'a') + std::string(70'000, 'b');
  const auto target = dir.write("atom.xml", bytes);
  const auto say = [](const std::string& whole, std::size_t piece) {
    return [whole, piece](const io::Sink& sink) {
      for (std::size_t at = 0; at < whole.size(); at += piece)
        sink(std::string_view(whole).substr(at, piece));
      return Result<void>();
    };
  };
  const std::size_t piece = GENERATE(1U, 1000U, 65'536U, 70'000U, 1'000'000U);
  CAPTURE(piece);
  io::Release rehearsal(io::Release::Kind::rehearsal);
  CHECK(*rehearsal.add(target, say(bytes, piece)) == io::Change::unchanged);
  CHECK(*rehearsal.add(target, say(bytes + "b", piece)) == io::Change::written);
  CHECK(*rehearsal.add(target, say(bytes.substr(1), piece)) == io::Change::written);
  CHECK(*rehearsal.add(target, say("", piece)) == io::Change::written);
}

TEST_CASE("io: a text of a spool is found again where it was put", "[io]") {
  const support::TempDir dir;
  auto spool = io::Spool::make(dir.path());
  REQUIRE(spool);
  std::vector<Span> places;
  for (std::size_t i = 0; i < 1000; ++i)
    places.push_back(spool->append(std::string(i, static_cast<char>('a' + i % 26))));
  REQUIRE(spool->finish());
  for (std::size_t i = 1000; i-- > 0;)
    CHECK(*spool->read(places[i]) == std::string(i, static_cast<char>('a' + i % 26)));
  CHECK(count_files(dir.path()) == 0);
  CHECK(support::line_of(io::Spool::make(dir.path() / "none").error()) ==
        "cannot write: no such file or folder [io.unwritable] (check the spelling of the path)");
}

TEST_CASE("io: a folder in place of the target is refused", "[io]") {
  const support::TempDir dir;
  std::filesystem::create_directory(dir.path() / "atom.xml");
  CHECK(support::line_of(io::replace(dir.path() / "atom.xml", "x").error()) ==
        "cannot write: is a folder [io.unwritable] (name a file)");
  dir.write("file", "x");
  CHECK(support::line_of(io::replace(dir.path() / "file" / "atom.xml", "x").error()) ==
        "cannot write: this is a file, not a folder [io.unwritable] (name a folder, or one "
        "that is not there yet)");
  CHECK(
      support::line_of(io::replace(dir.path() / "file" / "deep" / "atom.xml", "x").error()) ==
      "cannot write: a part of the path is not a folder [io.unwritable] (choose a path that leads "
      "through folders only)");
}
