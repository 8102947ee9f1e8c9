// SPDX-License-Identifier: GPL-2.0-or-later
//
// What blogsearch reads of its own files, damaged in any way: it is refused, or it is whole.
#include "blogsearch/model/ledger.hpp"
#include "fuzz/fuzz.hpp"
#include "index/record.hpp"

using namespace blogsearch;
using fuzz::require;

namespace {

void check_record(std::string_view bytes) {
  const auto record = index::decode(bytes);
  if (!record) return;
  const auto again = index::decode(index::encode(*record));
  require(again.has_value() && *again == *record, "a record is stored as it is");
  for (const index::Section& section : record->sections)
    require(section.begin <= record->text.size(), "a section begins in the text");
}

void check_ledger(std::string_view text) {
  Diagnostics findings;
  const auto ledger = model::Ledger::parse(text, findings);
  require(ledger.has_value() != findings.has_errors(), "a ledger is read or refused");
  for (const Diagnostic& finding : findings)
    require(finding.span.end <= text.size(), "a place in the ledger", finding.message);
  if (!ledger) return;
  const auto again = model::Ledger::parse(ledger->print(), findings);
  require(again.has_value() && *again == *ledger, "a ledger is written as it is");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fuzz::text_of(data, size);
  check_record(bytes);
  check_ledger(bytes);
  return 0;
}
