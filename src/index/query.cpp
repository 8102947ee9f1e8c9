// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/query.hpp"

#include <optional>
#include <string>
#include <vector>

#include "index/guard.hpp"
#include "index/query_text.hpp"
#include "index/schema.hpp"
#include "index/terms.hpp"

namespace blogsearch::index {
namespace {

/// What a word in the title adds. Measured: a light clause finds better than none and than a
/// heavy one.
constexpr double title_weight = 0.5;

constexpr unsigned operator_flags =
    Xapian::QueryParser::FLAG_BOOLEAN | Xapian::QueryParser::FLAG_PHRASE |
    Xapian::QueryParser::FLAG_LOVEHATE | Xapian::QueryParser::FLAG_PURE_NOT;

class ValueProcessor : public Xapian::FieldProcessor {
 public:
  explicit ValueProcessor(const Field& field) : field_(field) {}
  Xapian::Query operator()(const std::string& value) override {
    return Xapian::Query(value_term(field_, value));
  }

 private:
  Field field_;
};

/// `2024`, `2024-05` or `2024-05-17`.
bool is_date(std::string_view text) {
  constexpr std::string_view form = "dddd-dd-dd";
  if (text.size() != 4 && text.size() != 7 && text.size() != form.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (form[i] == 'd' ? text[i] < '0' || text[i] > '9' : text[i] != '-') return false;
  return true;
}

/// Days as text, in whose order they are: from the first that begins with `begin` to the last
/// that begins with `end`. Where either is no date nothing matches, so that no slip widens a query.
Xapian::Query days(const std::string& begin, const std::string& end) {
  constexpr char behind_all = '\x7F';
  const bool is_open = begin.empty() != end.empty();
  if (!is_open && (!is_date(begin) || !is_date(end))) return Xapian::Query::MatchNothing;
  if (is_open && !is_date(begin + end)) return Xapian::Query::MatchNothing;
  if (end.empty()) return {Xapian::Query::OP_VALUE_GE, slot::day, begin};
  return {Xapian::Query::OP_VALUE_RANGE, slot::day, begin, end + behind_all};
}

/// `date:A`, or `date:A..B`, of which one may be missing. No Xapian::RangeProcessor: ranges that it
/// reads are joined by OR and cannot be excluded.
class DayProcessor : public Xapian::FieldProcessor {
 public:
  Xapian::Query operator()(const std::string& written) override {
    constexpr std::string_view dots = "..";
    const std::size_t at = written.find(dots);
    if (at == std::string::npos) return days(written, written);
    return days(written.substr(0, at), written.substr(at + dots.size()));
  }
};

void add_dates(Xapian::QueryParser& parser) {
  const std::string joined_by_and;
  parser.add_boolean_prefix(date_field, (new DayProcessor)->release(), &joined_by_and);
}

void add_field(Xapian::QueryParser& parser, const Field& field) {
  const std::string joined_by_and;  // posts have several tags and authors
  if (field.matching == Matching::words)
    parser.add_prefix(field.name, field.prefix);
  else
    parser.add_boolean_prefix(field.name, (new ValueProcessor(field))->release(), &joined_by_and);
}

Xapian::QueryParser make_parser(Joining joining, const Xapian::Stem& stemmer) {
  Xapian::QueryParser parser;
  parser.set_stemmer(stemmer);
  parser.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
  parser.set_default_op(joining == Joining::all ? Xapian::Query::OP_AND : Xapian::Query::OP_OR);
  for (const Field& field : fields) add_field(parser, field);
  add_dates(parser);
  return parser;
}

/// The same word in the title; nothing for a word of a field.
std::optional<std::string> title_twin(const std::string& term) {
  const auto is_field = [&](std::size_t at) {
    return at >= term.size() || (term[at] >= 'A' && term[at] <= 'Z');
  };
  const bool is_stem = term.front() == 'Z';
  if (is_field(is_stem ? 1 : 0)) return std::nullopt;
  return is_stem ? std::string("Z") + title_field.prefix + term.substr(1)
                 : title_field.prefix + term;
}

/// Ranks higher what has the words in its title; finds the same posts.
Xapian::Query prefer_titles(const Xapian::Query& query) {
  std::vector<Xapian::Query> twins;
  for (auto term = query.get_unique_terms_begin(); term != query.get_terms_end(); ++term)
    if (const auto twin = title_twin(*term)) twins.emplace_back(*twin);
  if (twins.empty()) return query;
  const Xapian::Query titles(Xapian::Query::OP_OR, twins.begin(), twins.end());
  return {Xapian::Query::OP_AND_MAYBE, query,
          Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, titles, title_weight)};
}

}  // namespace

Xapian::Query read_query(std::string_view words, Joining joining, const Xapian::Stem& stemmer) {
  Xapian::QueryParser parser = make_parser(joining, stemmer);
  const auto parse = [&](const std::string& text, unsigned flags) {
    return guarded({}, [&] { return parser.parse_query(text, flags | parser_flags); });
  };
  auto query = parse(tidy_query(words), operator_flags);
  if (!query) query = parse(plain_query(words), 0);
  return query ? prefer_titles(*query) : Xapian::Query();
}

}  // namespace blogsearch::index
