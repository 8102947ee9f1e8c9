// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/record.hpp"

#include <cstdint>
#include <limits>
#include <string>

#include "io/pack.hpp"
#include "support/catch.hpp"

using namespace blogsearch;
using namespace blogsearch::index;

namespace {

Record full_record() {
  Record record;
  record.url = "https://example.org/a/";
  record.path = "posts/a.md";
  record.title = "Größe & <Maß>";
  record.published = {std::chrono::sys_seconds(std::chrono::seconds(1671012000)),
                      std::chrono::minutes(-570)};
  record.updated = {std::chrono::sys_seconds(std::chrono::seconds(-86400)),
                    std::chrono::minutes(60)};
  record.tags = {"rust", "static sites", ""};
  record.authors = {"Ada Lovelace"};
  record.lang = "en-GB";
  record.section = "notes";
  record.text = std::string(300, 'x');
  record.sections = {{0, "First", "first"}, {200, "Über", ""}};
  return record;
}

}  // namespace

TEST_CASE("index: a record comes back as it was stored, offsets of its times too", "[index]") {
  for (const Record& record : {full_record(), Record{}}) {
    const auto back = decode(encode(record));
    REQUIRE(back);
    CHECK(*back == record);
    CHECK(back->published.offset == record.published.offset);
    CHECK(back->updated.offset == record.updated.offset);
  }
}

TEST_CASE("index: a record cut short at any byte is refused", "[index]") {
  const std::string bytes = encode(full_record());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CAPTURE(size);
    CHECK_FALSE(decode(bytes.substr(0, size)));
  }
}

TEST_CASE("index: bytes that are no record are refused", "[index]") {
  CHECK_FALSE(decode(encode(full_record()) + "x"));
  CHECK_FALSE(decode("\x01" + encode(full_record()).substr(1)));
  CHECK_FALSE(decode(std::string(40, '\xFF')));
  std::string huge_list("\x02\0\0\0\0\0\0\0", 8);
  io::pack_number(huge_list, std::numeric_limits<std::uint64_t>::max());
  CHECK_FALSE(decode(huge_list));
}

TEST_CASE("index: a record with any byte changed is read or refused, never more", "[index]") {
  const std::string bytes = encode(full_record());
  for (std::size_t i = 0; i < bytes.size(); ++i)
    for (const char byte : {'\0', '\x7F', '\x80', '\xFF'}) {
      std::string changed = bytes;
      changed[i] = byte;
      const auto record = decode(changed);
      if (record) CHECK(encode(*record).size() <= bytes.size());
    }
}

TEST_CASE("index: packed numbers of every size come back", "[index]") {
  constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
  constexpr std::int64_t greatest = std::numeric_limits<std::int64_t>::max();
  for (const std::int64_t number :
       {std::int64_t{0}, std::int64_t{1}, std::int64_t{-1}, std::int64_t{63}, std::int64_t{64},
        std::int64_t{-65}, std::int64_t{1700000000}, least, greatest}) {
    std::string bytes;
    io::pack_signed(bytes, number);
    io::Unpacker from(bytes);
    CHECK(from.signed_number() == number);
    CHECK(from.is_good());
    CHECK(from.at_end());
  }
}
