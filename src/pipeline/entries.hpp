// SPDX-License-Identifier: GPL-2.0-or-later
//
// The entries of all feeds, each written once per format and kept until documents are made of
// them. Of those that the last build wrote, too, only size and digest are known, until a document
// wants their text.
#pragma once

#include <cerrno>
#include <cstdint>
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

  void add(std::size_t post, Form form, std::string_view text) {
    const Span place = spool_.append(text);
    at(post, pipeline::number_of(form)) = {io::digest(text), place.begin, size_of(text.size()),
                                           spooled};
  }

  /// An entry whose text is not there.
  void know(std::size_t post, const state::Entry& entry) {
    at(post, entry.form) = {entry.digest, 0, size_of(entry.size), nowhere};
  }

  /// Whether the text of one that is known stands at `begin` of `file`, which stays as it is until
  /// the documents are made; then it need not be made again.
  bool find(std::size_t post, Form form, const std::filesystem::path& file, std::size_t begin) {
    const auto row = known_.find(pipeline::number_of(form));
    if (row == known_.end()) return false;
    Known& known = row->second[post];
    const std::optional<std::string> text = pieces_.read(file, {begin, begin + known.size});
    if (!text || io::digest(*text) != known.digest) return false;
    known.begin = begin;
    known.where = number_of(file);
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
    return known.size == 0 || known.where != nowhere;
  }
  [[nodiscard]] Result<std::string> read(std::size_t post, Form form) const {
    const Known known = get(post, form);
    const Span place{known.begin, known.begin + known.size};
    if (known.where <= spooled) return spool_.read(place);
    const std::filesystem::path& file = *files_[known.where - first_file];
    std::optional<std::string> text = pieces_.read(file, place);
    if (!text) return io::failure(Code::io_unreadable, "cannot read", file, EIO);
    return *std::move(text);
  }

  /// All of a post, in the order of their forms.
  [[nodiscard]] std::vector<state::Entry> of(std::size_t post) const {
    std::vector<state::Entry> entries;
    for (const auto& [form, row] : known_)
      if (const Known& known = row[post]; known.size > 0)
        entries.push_back({form, known.size, known.digest, std::nullopt});
    return entries;
  }

 private:
  /// Where a text is, or the number of a file.
  static constexpr std::uint32_t nowhere = 0, spooled = 1, first_file = 2;

  /// As small as can be: there are as many as posts, times forms.
  struct Known {
    std::uint64_t digest = 0;
    std::uint64_t begin = 0;
    std::uint32_t size = 0;
    std::uint32_t where = nowhere;
  };

  Known& at(std::size_t post, std::uint64_t form) {
    return known_.try_emplace(form, posts_).first->second[post];
  }
  [[nodiscard]] Known get(std::size_t post, Form form) const {
    const auto row = known_.find(pipeline::number_of(form));
    return row == known_.end() ? Known{} : row->second[post];
  }

  /// Of a post of some megabytes.
  static std::uint32_t size_of(std::uint64_t size) { return static_cast<std::uint32_t>(size); }

  std::uint32_t number_of(const std::filesystem::path& file) {
    const auto next = first_file + static_cast<std::uint32_t>(files_.size());
    const auto [place, is_new] = numbers_.try_emplace(file, next);
    if (is_new) files_.push_back(&place->first);
    return place->second;
  }

  io::Spool spool_;
  mutable io::Pieces pieces_;
  std::map<std::filesystem::path, std::uint32_t> numbers_;  ///< as in Known::where
  std::vector<const std::filesystem::path*> files_;         ///< by them
  std::size_t posts_;
  std::map<std::uint64_t, std::vector<Known>> known_;  ///< by form
};

}  // namespace blogsearch::pipeline
