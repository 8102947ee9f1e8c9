// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which id each post was published under: the text of `blogsearch.ids`, a file that is committed
// with the posts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "blogsearch/core/diagnostic.hpp"

namespace blogsearch::model {

/// One line per post, in byte order of the ids, so that a line stays where it is when its post is
/// renamed and two branches that add posts can be merged: id, digest of the body, URL, file.
class Ledger {
 public:
  Ledger() = default;
  Ledger(const Ledger&) = delete;  // `by_path_` looks into `entries_`
  Ledger& operator=(const Ledger&) = delete;
  Ledger(Ledger&&) = default;
  Ledger& operator=(Ledger&&) = default;
  ~Ledger() = default;

  struct Entry {
    std::string id;            ///< any text without characters that XML forbids; never empty
    std::uint64_t digest = 0;  ///< of the post's body; 0: too short to know the post by
    std::string url;           ///< below the site's URL, with a leading '/'; never empty
    std::string path;          ///< of the post's file, from the ledger's folder, '/' separators

    bool operator==(const Entry&) const = default;
  };

  /// Every line that is none, and every id and file that stands there twice, is a
  /// model.bad-ledger; spans are relative to `text`. Empty after an error. Lines may be in any
  /// order and end with "\r\n"; blank ones and those that begin with '#' are passed over.
  [[nodiscard]] static std::optional<Ledger> parse(std::string_view text, Diagnostics& findings);

  /// `parse` of it gives this ledger.
  [[nodiscard]] std::string print() const;

  [[nodiscard]] const Entry* with_id(std::string_view id) const;
  [[nodiscard]] const Entry* with_path(std::string_view path) const;

  struct ById {
    using is_transparent = void;
    static std::string_view key(std::string_view id) { return id; }
    static std::string_view key(const Entry& entry) { return entry.id; }
    bool operator()(const auto& a, const auto& b) const { return key(a) < key(b); }
  };
  using Entries = std::set<Entry, ById>;

  [[nodiscard]] const Entries& entries() const { return entries_; }
  [[nodiscard]] bool empty() const { return entries_.empty(); }

  /// In place of the entries with the same id or the same path. Whether it was not there already.
  bool put(Entry entry);

  bool operator==(const Ledger& other) const { return entries_ == other.entries_; }

 private:
  struct ByPath {
    using is_transparent = void;
    static std::string_view key(std::string_view path) { return path; }
    static std::string_view key(const Entry* entry) { return entry->path; }
    bool operator()(const auto& a, const auto& b) const { return key(a) < key(b); }
  };

  void remove(const Entry* entry);

  Entries entries_;
  std::set<const Entry*, ByPath> by_path_;
};

}  // namespace blogsearch::model
