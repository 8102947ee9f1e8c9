// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the values of a state are made of. Who gives one of them another member is told by the
// compiler to name it here.
#pragma once

#include "blogsearch/core/diagnostic.hpp"
#include "blogsearch/model/post.hpp"
#include "io/stamp.hpp"
#include "state/archive.hpp"

namespace blogsearch::state {

template <class Archive>
std::uint64_t count_of(const Archive&, Code) {
  return code_count;
}

template <class Archive, Same<Span> T>
void fields(Archive& archive, T& span) {
  auto& [begin, end] = span;
  archive(begin, end);
}

template <class Archive, Same<Location> T>
void fields(Archive& archive, T& location) {
  auto& [line, column, excerpt, caret] = location;
  archive(line, column, excerpt, caret);
}

template <class Archive, Same<Diagnostic> T>
void fields(Archive& archive, T& finding) {
  auto& [code, message, hint, span, file, location] = finding;
  archive(code, message, hint, span, file, location);
}

template <class Archive, Same<Diagnostics> T>
void fields(Archive& archive, T& findings) {
  std::vector<Diagnostic> all(findings.begin(), findings.end());
  archive(all);
  if constexpr (!std::is_const_v<T>) {
    findings = {};
    for (Diagnostic& finding : all) findings.add(std::move(finding));
  }
}

template <class Archive, Same<io::Stamp> T>
void fields(Archive& archive, T& stamp) {
  auto& [size, inode, modified, changed] = stamp;
  archive(size, inode, modified, changed);
}

template <class Archive, Same<time::Timestamp> T>
void fields(Archive& archive, T& time) {
  auto seconds = time.instant.time_since_epoch().count();
  auto minutes = time.offset.count();
  archive(seconds, minutes);
  if constexpr (!std::is_const_v<T>)
    time = {std::chrono::sys_seconds(std::chrono::seconds(seconds)), std::chrono::minutes(minutes)};
}

template <class Archive, Same<model::Person> T>
void fields(Archive& archive, T& person) {
  auto& [name, email, uri] = person;
  archive(name, email, uri);
}

template <class Archive, Same<model::Image> T>
void fields(Archive& archive, T& image) {
  auto& [src, alt] = image;
  archive(src, alt);
}

template <class Archive, Same<model::Enclosure> T>
void fields(Archive& archive, T& enclosure) {
  auto& [url, type, length, title, seconds] = enclosure;
  archive(url, type, length, title, seconds);
}

template <class Archive, Same<model::Link> T>
void fields(Archive& archive, T& link) {
  auto& [url, title] = link;
  archive(url, title);
}

/// Where the file lies follows from its path.
template <class Archive, Same<model::Post> T>
void fields(Archive& archive, T& post) {
  auto& [id, url, path, source, title, summary, excerpt_separator, published, updated, authors,
         tags, categories, series, aliases, canonical, external, via, related, rights, license,
         image, enclosures, lang, section, translation, in_feeds, in_search, body, body_digest,
         digest] = post;
  archive(id, url, path, title, summary, excerpt_separator, published, updated, authors, tags,
          categories, series, aliases, canonical, external, via, related, rights, license, image,
          enclosures, lang, section, translation, in_feeds, in_search, body, body_digest, digest);
  if constexpr (!std::is_const_v<T>) source = archive.outward(path);
}

}  // namespace blogsearch::state
