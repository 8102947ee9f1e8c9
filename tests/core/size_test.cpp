// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/size.hpp"
#include "support/catch.hpp"

using namespace blogsearch;

TEST_CASE("core: a size is written in the largest unit that it is a whole number of", "[core]") {
  struct Row {
    std::size_t bytes;
    const char* written;
  };
  const auto row = GENERATE(values<Row>({{0, "0 bytes"},
                                         {1000, "1000 bytes"},
                                         {1024, "1 KiB"},
                                         {1536, "1536 bytes"},
                                         {std::size_t{64} << 10U, "64 KiB"},
                                         {std::size_t{16} << 20U, "16 MiB"},
                                         {std::size_t{3} << 30U, "3 GiB"}}));
  CHECK(written_size(row.bytes) == row.written);
}

TEST_CASE("core: a size is read with its unit, plain numbers are bytes", "[core]") {
  struct Row {
    const char* text;
    std::optional<std::size_t> bytes;
  };
  const auto row = GENERATE(values<Row>({{"1000", 1000},
                                         {"64 KiB", std::size_t{64} << 10U},
                                         {"64kib", std::size_t{64} << 10U},
                                         {"16 MiB", std::size_t{16} << 20U},
                                         {"1 GiB", std::size_t{1} << 30U},
                                         {"2 MB", 2'000'000},
                                         {"5kB", 5'000},
                                         {"1 GB", 1'000'000'000},
                                         {"", std::nullopt},
                                         {"MiB", std::nullopt},
                                         {"-1", std::nullopt},
                                         {"1.5 MiB", std::nullopt},
                                         {"1 M", std::nullopt},
                                         {"1 MiB ", std::nullopt},
                                         {"1 miles", std::nullopt},
                                         {"99999999999999999999", std::nullopt},
                                         {"18446744073709551615", 18446744073709551615U},
                                         {"18446744073709551615 KiB", std::nullopt}}));
  CAPTURE(row.text);
  CHECK(read_size(row.text) == row.bytes);
}
