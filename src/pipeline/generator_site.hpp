// SPDX-License-Identifier: GPL-2.0-or-later
//
// A generator's folder, as the rules for each generator look at it.
#pragma once

#include <filesystem>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/source_text.hpp"
#include "pipeline/generator.hpp"
#include "syntax/node.hpp"

namespace blogsearch::pipeline {

/// A file of settings, in whatever syntax it has.
struct Settings {
  std::string file;
  syntax::Node tree;  ///< null when there is no such file or it is not well-formed

  /// The node at `build.format`; keys in any case, as Hugo reads them. Null when there is none.
  [[nodiscard]] const syntax::Node* find(std::string_view path) const;

  /// The first of these that is a text and not empty, `from FILE` as its reason.
  [[nodiscard]] Fact fact(std::initializer_list<std::string_view> paths) const;

  /// The text at `path`, or `fallback`.
  [[nodiscard]] std::string text(std::string_view path, std::string_view fallback = "") const;

  [[nodiscard]] bool is_true(std::string_view path) const;
};

class SiteFolder {
 public:
  SiteFolder(std::filesystem::path root, Diagnostics& findings)
      : root_(std::move(root)), findings_(findings) {}

  /// Whether there is such a file or folder.
  [[nodiscard]] bool has(const std::string& name) const;

  /// The first of `names` that is there, or empty.
  [[nodiscard]] std::string first_of(std::initializer_list<std::string_view> names) const;

  /// Read once: mistakes are reported once. Syntax by the name's ending; a program is read for
  /// its literals.
  const Settings& settings(const std::string& name);

  [[nodiscard]] std::string bytes(const std::string& name) const;

  /// Files below `folder` that match, relative to it, in order of their paths. What generators
  /// write and what packages bring is passed over.
  [[nodiscard]] std::vector<std::string> files(const std::string& folder,
                                               std::vector<std::string> include) const;

  /// The Markdown files below `folder` that have a date, relative to it.
  [[nodiscard]] std::vector<std::string> posts(const std::string& folder) const;

  /// How many posts a build would find.
  [[nodiscard]] std::size_t count(const Proposal& proposal) const;

 private:
  [[nodiscard]] bool is_post(const std::string& folder, const std::string& name) const;

  std::filesystem::path root_;
  Diagnostics& findings_;
  std::map<std::string, Settings> read_;
};

/// The deepest folder that holds all these files; empty for none and for different ones.
[[nodiscard]] std::string common_folder(const std::vector<std::string>& files);

/// `a/b` of `./a/`, `b`; empty parts and dots are left out.
[[nodiscard]] std::string join_path(std::initializer_list<std::string_view> parts);

/// A site's URL with a path below it: ends in '/'. Empty when `origin` is not a web URL, or is one
/// of the machine itself.
[[nodiscard]] std::string site_url(std::string_view origin, std::string_view base);

void set_posts(Proposal& proposal, std::string folder);

/// site.url, of an origin and perhaps a path below it.
void set_url(Proposal& proposal, const Settings& settings, std::string_view origin_key,
             std::string_view base_key);

}  // namespace blogsearch::pipeline
