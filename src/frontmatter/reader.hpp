// SPDX-License-Identifier: GPL-2.0-or-later
//
// The fields of a front matter, typed. What has the wrong shape is reported where it stands.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/source_text.hpp"
#include "frontmatter/draft.hpp"
#include "frontmatter/keys.hpp"
#include "syntax/node.hpp"

namespace blogsearch::frontmatter {

class Reader {
 public:
  Reader(const SourceText& source, const syntax::Node& mapping, const Dates& dates,
         const Keys& keys, Diagnostics& findings)
      : source_(source), mapping_(mapping), dates_(dates), keys_(keys), findings_(findings) {}

  /// Whether an error was among what was reported.
  [[nodiscard]] bool has_failed() const { return has_failed_; }

  [[nodiscard]] std::string word(Field field);
  [[nodiscard]] std::optional<time::Timestamp> date(Field field);
  [[nodiscard]] std::vector<std::string> paths(Field field);
  [[nodiscard]] std::vector<model::Person> people();
  [[nodiscard]] model::Image image();
  [[nodiscard]] std::vector<Enclosure> enclosures();
  /// Those that are URLs or begin like a path; other texts (slugs, names) are the generator's.
  [[nodiscard]] std::vector<model::Link> links(Field field);
  [[nodiscard]] std::string external();
  /// A license that is no URL is a text among the rights.
  void read_rights(std::string& rights, std::string& license);
  /// Tags, categories, keywords: of all keys of the field, without doubles.
  [[nodiscard]] std::vector<std::string> terms(Field field);
  /// The same where one text is one name, commas and all.
  [[nodiscard]] std::vector<std::string> names(Field field);
  /// As Jekyll reads them for its permalinks: `categories: a b` are two, `category: a b` is one.
  [[nodiscard]] std::vector<std::string> path_categories();
  /// BCP 47 by its shape; empty, with a warning, when it is something else.
  [[nodiscard]] std::string language();
  [[nodiscard]] bool is_draft();
  [[nodiscard]] bool is_shut_out(Field field) const;

  /// `count` names of the first of `fields` that is there are no more than `most`.
  void check_count(std::size_t count, std::initializer_list<Field> fields, std::size_t most);
  /// One key in two spellings (`Title`, `title`).
  void check_twins();
  /// A file without a date, and a key that is nearly one of a date: the file would be taken for a
  /// page.
  void check_misspelt_date();

 private:
  void add_words(std::vector<std::string>& out, const syntax::Member& member,
                 const syntax::Node& node);
  void add_enclosure(std::vector<Enclosure>& out, const syntax::Node& node);
  void add_enclosures_by_format(std::vector<Enclosure>& out, const syntax::Node& mapping);
  void add_file(std::vector<Enclosure>& out, const syntax::Node& url);
  void set_type(Enclosure& enclosure, const syntax::Node& node);
  void set_length(Enclosure& enclosure, const syntax::Node& node);
  void set_duration(Enclosure& enclosure, const syntax::Node& node);
  void add_link(std::vector<model::Link>& out, const syntax::Node& node) const;
  void add_person(std::vector<model::Person>& out, const syntax::Member& member,
                  const syntax::Node& node);
  model::Person person_of(const syntax::Node& mapping);
  void drop_bad_address(std::string& address, const syntax::Node& node);
  void drop_bad_uri(std::string& uri, const syntax::Node& node);
  [[nodiscard]] bool splits_at_blanks(const syntax::Member& member) const;
  void report(Code code, Span span, std::string message, std::string hint);
  /// `finding` is about a part of the node's text.
  void report(Diagnostic finding, const syntax::Node& node);
  void wrong_type(const syntax::Member& member, const syntax::Node& node, std::string_view wanted,
                  std::string hint);

  const SourceText& source_;
  const syntax::Node& mapping_;
  const Dates& dates_;
  const Keys& keys_;
  Diagnostics& findings_;
  bool has_failed_ = false;
};

}  // namespace blogsearch::frontmatter
