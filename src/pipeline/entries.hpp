// SPDX-License-Identifier: GPL-2.0-or-later
//
// The entries of all feeds, each written once per format and kept until documents are made of
// them. Of those that the last build wrote, too, only size and digest are known, until a document
// wants their text.
#pragma once

#include <cerrno>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "blogsearch/model/feeds.hpp"
#include "io/error.hpp"
#include "io/pieces.hpp"
#include "io/read.hpp"
#include "io/spool.hpp"
#include "state/state.hpp"

namespace blogsearch::pipeline {

/// In which form a post is an entry.
using Form = std::pair<model::Format, model::Content>;

[[nodiscard]] constexpr std::uint64_t number_of(Form form) {
  return static_cast<std::uint64_t>(form.first) << 8U | static_cast<std::uint64_t>(form.second);
}

class Entries {
 public:
  Entries(io::Spool spool, std::size_t posts) : spool_(std::move(spool)), posts_(posts) {}

  /// What the text is like.
  state::Entry add(std::size_t post, Form form, std::string_view text) {
    const state::Entry entry{number_of(form), text.size(), io::digest(text), std::nullopt};
    at(post, entry) = {entry.size, entry.digest, spool_.append(text)};
    return entry;
  }

  /// An entry whose text is not there.
  void know(std::size_t post, const state::Entry& entry) {
    at(post, entry) = {entry.size, entry.digest, std::nullopt, nullptr};
  }

  /// Whether the text of one that is known stands at `begin` of `file`, which stays as it is until
  /// the documents are made, and whose name outlives this; then it need not be made again.
  bool find(std::size_t post, Form form, const std::filesystem::path& file, std::size_t begin) {
    const auto row = known_.find(number_of(form));
    if (row == known_.end()) return false;
    Known& known = row->second[post];
    const Span place{begin, begin + known.size};
    const std::optional<std::string> text = pieces_.read(file, place);
    if (!text || io::digest(*text) != known.digest) return false;
    known.place = place;
    known.file = &file;
    return true;
  }

  [[nodiscard]] Result<void> finish() { return spool_.finish(); }

  /// An entry of no bytes is one whose post could not be read.
  [[nodiscard]] std::size_t size(std::size_t post, Form form) const { return get(post, form).size; }
  [[nodiscard]] std::uint64_t digest(std::size_t post, Form form) const {
    return get(post, form).digest;
  }
  [[nodiscard]] bool has_text(std::size_t post, Form form) const {
    const Known known = get(post, form);
    return known.size == 0 || known.place;
  }
  [[nodiscard]] Result<std::string> read(std::size_t post, Form form) const {
    const Known known = get(post, form);
    if (known.file == nullptr) return spool_.read(known.place.value_or(Span{}));
    std::optional<std::string> text = pieces_.read(*known.file, *known.place);
    if (!text) return io::failure(Code::io_unreadable, "cannot read", *known.file, EIO);
    return *std::move(text);
  }

 private:
  struct Known {
    std::size_t size = 0;
    std::uint64_t digest = 0;
    std::optional<Span> place;
    const std::filesystem::path* file = nullptr;  ///< of `place`; without it, the spool
  };

  Known& at(std::size_t post, const state::Entry& entry) {
    return known_.try_emplace(entry.form, posts_).first->second[post];
  }
  [[nodiscard]] Known get(std::size_t post, Form form) const {
    const auto row = known_.find(number_of(form));
    return row == known_.end() ? Known{} : row->second[post];
  }

  io::Spool spool_;
  mutable io::Pieces pieces_;
  std::size_t posts_;
  std::map<std::uint64_t, std::vector<Known>> known_;  ///< by form
};

}  // namespace blogsearch::pipeline
