// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/document.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "index/pack.hpp"
#include "index/record.hpp"
#include "index/schema.hpp"
#include "index/terms.hpp"
#include "text/words.hpp"
#include "time/write.hpp"

namespace blogsearch::index {
namespace {

/// Without repetitions, so that a post counts once.
std::vector<std::string> distinct(const std::vector<std::string>& values) {
  std::vector<std::string> kept;
  for (const std::string& value : values)
    if (std::find(kept.begin(), kept.end(), value) == kept.end()) kept.push_back(value);
  return kept;
}

std::vector<std::string> names_of(const std::vector<model::Person>& people) {
  std::vector<std::string> names;
  names.reserve(people.size());
  for (const model::Person& person : people) names.push_back(person.name);
  return distinct(names);
}

Record make_record(const model::Post& post, std::string_view text) {
  return {.url = post.url,
          .path = post.path,
          .title = post.title,
          .published = post.published,
          .updated = post.updated,
          .tags = model::terms_of(post),
          .authors = names_of(post.authors),
          .lang = post.lang,
          .text = text::squeeze(text)};
}

/// Words are folded here and in queries alike: case and compatibility forms make no difference.
/// The title's words count as text, too: who types words does not think of fields.
void add_words(const Record& record, Xapian::TermGenerator& generator) {
  const std::string title = text::fold(record.title);
  generator.index_text(title, 1, title_field.prefix);
  generator.increase_termpos();
  generator.index_text(title);
  generator.increase_termpos();
  generator.index_text(text::fold(record.text));
}

/// The name, and each word of it.
void add_author(Xapian::Document& document, const std::string& name) {
  document.add_boolean_term(value_term(author_field, name));
  const std::string words = text::squeeze(name);
  for (std::size_t begin = 0, end = 0; end != std::string::npos; begin = end + 1) {
    end = words.find(' ', begin);
    document.add_boolean_term(value_term(author_field, words.substr(begin, end - begin)));
  }
}

/// The tag, and all that it narrows: "zh-Hant-TW", "zh-Hant", "zh".
void add_language(Xapian::Document& document, std::string lang) {
  for (;;) {
    document.add_boolean_term(value_term(lang_field, lang));
    const std::size_t last = lang.rfind('-');
    if (last == std::string::npos) return;
    lang.resize(last);
  }
}

void add_filters(const Record& record, Xapian::Document& document) {
  for (const std::string& tag : record.tags) document.add_boolean_term(value_term(tag_field, tag));
  for (const std::string& name : record.authors) add_author(document, name);
  add_language(document, record.lang);
}

std::string packed(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) pack_text(out, text);
  return out;
}

std::string sortable(const time::Timestamp& timestamp) {
  return Xapian::sortable_serialise(
      static_cast<double>(timestamp.instant.time_since_epoch().count()));
}

void add_values(const Record& record, Xapian::Document& document) {
  const std::string day = time::calendar_day(record.published);
  document.add_value(slot::published, sortable(record.published));
  document.add_value(slot::updated, sortable(record.updated));
  document.add_value(slot::year, day.substr(0, day.find('-', 1)));
  document.add_value(slot::lang, record.lang);
  document.add_value(slot::tags, packed(record.tags));
  document.add_value(slot::authors, packed(record.authors));
}

}  // namespace

Xapian::Document make_document(const model::Post& post, std::string_view text,
                               Xapian::TermGenerator& generator) {
  const Record record = make_record(post, text);
  Xapian::Document document;
  generator.set_document(document);
  add_words(record, generator);
  add_filters(record, document);
  add_values(record, document);
  document.add_boolean_term(exact_term(id_prefix, post.id));
  document.set_data(encode(record));
  return document;
}

}  // namespace blogsearch::index
