// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/document.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "index/record.hpp"
#include "index/schema.hpp"
#include "index/words.hpp"
#include "text/tokens.hpp"
#include "text/words.hpp"
#include "time/write.hpp"

namespace blogsearch::index {
namespace {

using model::Part;

/// What is asked for by its whole value is there once, however often a post says it.
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

/// A line a block, single spaces, no empty line.
void append_lines(std::string& out, std::string_view text) {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string line = text::squeeze(text.substr(begin, end - begin));
    if (!line.empty() && !out.empty()) out += '\n';
    out += line;
    begin = end + 1;
  }
}

Record make_record(const model::Post& post, const model::Body& body) {
  Record record{.url = post.url,
                .path = post.path,
                .title = post.title,
                .published = post.published,
                .updated = post.updated,
                .tags = model::terms_of(post),
                .authors = names_of(post.authors),
                .lang = post.lang,
                .section = post.section,
                .text = {},
                .sections = {}};
  for (const Part& part : body) {
    if (part.kind == Part::Kind::heading)
      record.sections.push_back({record.text.size(), text::squeeze(part.text), part.anchor});
    else
      append_lines(record.text, part.text);
  }
  return record;
}

void add_words(const model::Post& post, const model::Body& body, Xapian::Document& document,
               Stems& stems) {
  Words words(document, stems);
  words.add_title(post.title);
  for (const std::string& term : model::terms_of(post)) words.add(term, prefix::tag_words);
  words.add(post.summary, {});
  words.begin_body();
  for (const Part& part : body) {
    if (part.kind == Part::Kind::heading)
      words.add(part.text, prefix::heading);
    else
      words.add(part.text, part.kind == Part::Kind::code ? prefix::code : "");
    if (!part.language.empty())
      for (const std::string& stem : stems.of(text::fold(part.language)))
        document.add_term(stem_term(prefix::code, stem), 0);
  }
  words.finish();
  words.add_apart(post.url, prefix::url);
  words.add_apart(post.path, prefix::path);
}

/// The name, and each word of it.
void add_author(Xapian::Document& document, const std::string& name) {
  document.add_boolean_term(value_term(prefix::author, name));
  const std::string words = text::squeeze(name);
  for (std::size_t begin = 0, end = 0; end != std::string::npos; begin = end + 1) {
    end = words.find(' ', begin);
    document.add_boolean_term(value_term(prefix::author, words.substr(begin, end - begin)));
  }
}

/// The tag, and all that it narrows: "zh-Hant-TW", "zh-Hant", "zh".
void add_language(Xapian::Document& document, std::string lang) {
  for (;;) {
    document.add_boolean_term(value_term(prefix::lang, lang));
    const std::size_t last = lang.rfind('-');
    if (last == std::string::npos) return;
    lang.resize(last);
  }
}

void add_filters(const model::Post& post, const Record& record, Xapian::Document& document) {
  for (const std::string& tag : record.tags)
    document.add_boolean_term(value_term(prefix::tag, tag));
  for (const std::string& name : record.authors) add_author(document, name);
  add_language(document, record.lang);
  if (!record.section.empty())
    document.add_boolean_term(value_term(prefix::section, record.section));
  for (const std::string& name : post.series)
    document.add_boolean_term(value_term(prefix::series, name));
}

std::string big_endian(std::uint64_t number) {
  std::string bytes;
  for (int shift = 56; shift >= 0; shift -= 8) bytes += static_cast<char>(number >> shift & 0xFF);
  return bytes;
}

std::string order_of(const Record& record) {
  const auto seconds =
      static_cast<std::uint64_t>(record.published.instant.time_since_epoch().count());
  constexpr std::uint64_t sign = std::uint64_t{1} << 63;  // times before 1970 are the smaller ones
  return big_endian(~(seconds ^ sign)) + record.url;
}

void add_values(const Record& record, Xapian::Document& document) {
  const std::string day = time::calendar_day(record.published);
  document.add_value(slot::order, order_of(record));
  document.add_value(slot::month, day.substr(0, day.rfind('-')));
  document.add_value(slot::day, day);
  document.add_value(slot::lang, record.lang);
}

std::string title_share(const std::string& title) {
  const std::size_t words = text::words_of(title).size();
  return Xapian::sortable_serialise(words == 0 ? 0 : 1 / static_cast<double>(words));
}

}  // namespace

void note_facets(const model::Post& post, FacetValues& facets) {
  facets.note(make_record(post, {}));
}

Xapian::Document make_document(const model::Post& post, const model::Body& body,
                               std::uint64_t made_of, Stems& stems, const FacetValues& facets) {
  const Record record = make_record(post, body);
  Xapian::Document document;
  add_words(post, body, document, stems);
  add_filters(post, record, document);
  add_values(record, document);
  document.add_value(slot::facets, facets.numbers_of(record));
  document.add_value(slot::translation, post.translation);
  document.add_value(slot::title_share, title_share(post.title));
  document.add_boolean_term(exact_term(prefix::id, post.id));
  document.add_boolean_term(exact_term(prefix::whole_url, post.url));
  document.add_boolean_term(exact_term(prefix::whole_path, post.path));
  document.add_value(slot::made_of, big_endian(made_of) + post.id);
  document.set_data(encode(record));
  return document;
}

std::pair<std::string, std::uint64_t> read_made_of(const std::string& value) {
  constexpr std::size_t digits = 8;
  std::uint64_t made_of = 0;
  for (const char byte : value.substr(0, digits))
    made_of = made_of << 8 | static_cast<unsigned char>(byte);
  return {value.size() > digits ? value.substr(digits) : std::string(), made_of};
}

}  // namespace blogsearch::index
