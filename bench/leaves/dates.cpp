// SPDX-License-Identifier: GPL-2.0-or-later
#include <benchmark/benchmark.h>
#include <date/date.h>

#include <sstream>

#include "time/read.hpp"
#include "time/zone.hpp"

namespace blogsearch {
namespace {

constexpr const char* instant = "2024-05-17T08:30:00+02:00";
constexpr const char* wall = "2024-05-17 08:30";
constexpr const char* english = "Fri, 17 May 2024 08:30:00 GMT";

void read(benchmark::State& state, const char* value, const time::Zone& zone) {
  for (auto round : state) {
    (void)round;
    benchmark::DoNotOptimize(time::read(value, zone));
  }
}

/// What the library alone takes, which is told the form.
void parse(benchmark::State& state) {
  for (auto round : state) {
    (void)round;
    std::istringstream stream(instant);
    date::sys_seconds parsed;
    stream >> date::parse("%FT%T%Ez", parsed);
    benchmark::DoNotOptimize(parsed);
  }
}

const auto utc = time::Zone::utc();

BENCHMARK_CAPTURE(read, rfc3339, instant, utc)->Name("date/RFC 3339");
BENCHMARK_CAPTURE(read, rfc5322, english, utc)->Name("date/RFC 5322");
BENCHMARK_CAPTURE(read, wall, wall, *time::find_zone("Europe/Berlin"))->Name("date/time in Berlin");
BENCHMARK(parse)->Name("date/floor: date::parse of RFC 3339");

}  // namespace
}  // namespace blogsearch
