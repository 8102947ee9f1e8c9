// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/record.hpp"

#include <chrono>
#include <cstdint>

#include "io/pack.hpp"

namespace blogsearch::index {
namespace {

constexpr std::uint64_t version = 2;

void pack_time(std::string& out, const time::Timestamp& timestamp) {
  io::pack_signed(out, timestamp.instant.time_since_epoch().count());
  io::pack_signed(out, timestamp.offset.count());
}

time::Timestamp take_time(io::Unpacker& from) {
  time::Timestamp timestamp;
  timestamp.instant = std::chrono::sys_seconds(std::chrono::seconds(from.signed_number()));
  timestamp.offset = std::chrono::minutes(from.signed_number());
  return timestamp;
}

}  // namespace

std::string encode(const Record& record) {
  std::string out;
  io::pack_number(out, version);
  io::pack_text(out, record.url);
  io::pack_text(out, record.path);
  io::pack_text(out, record.title);
  pack_time(out, record.published);
  pack_time(out, record.updated);
  io::pack_list(out, record.tags);
  io::pack_list(out, record.authors);
  io::pack_text(out, record.lang);
  io::pack_text(out, record.section);
  io::pack_text(out, record.text);
  io::pack_number(out, record.sections.size());
  for (const Section& section : record.sections) {
    io::pack_number(out, section.begin);
    io::pack_text(out, section.title);
    io::pack_text(out, section.anchor);
  }
  return out;
}

std::optional<Record> decode(std::string_view bytes) {
  io::Unpacker from(bytes);
  if (from.number() != version) return std::nullopt;
  Record record;
  record.url = from.text();
  record.path = from.text();
  record.title = from.text();
  record.published = take_time(from);
  record.updated = take_time(from);
  record.tags = from.list();
  record.authors = from.list();
  record.lang = from.text();
  record.section = from.text();
  record.text = from.text();
  for (std::uint64_t left = from.number(); left > 0 && from.is_good(); --left) {
    Section& section = record.sections.emplace_back();
    section.begin = from.number();
    section.title = from.text();
    section.anchor = from.text();
  }
  if (!from.is_good() || !from.at_end()) return std::nullopt;
  for (const Section& section : record.sections)
    if (section.begin > record.text.size()) return std::nullopt;
  return record;
}

}  // namespace blogsearch::index
