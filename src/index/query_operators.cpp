// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/query_operators.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "index/query_hint.hpp"
#include "text/words.hpp"

namespace blogsearch::index {
namespace {

using Lexemes = std::vector<Lexeme>;
using Type = Lexeme::Type;
using Sign = Node::Sign;

bool is_sort(const Lexeme& lexeme) {
  return lexeme.name != nullptr && lexeme.name->meaning == Meaning::sort;
}

std::optional<Sort> read_sort(const Lexeme& lexeme) {
  if (lexeme.type != Type::word || lexeme.sign == Sign::must_not) return std::nullopt;
  const auto known = std::find_if(sort_names.begin(), sort_names.end(), [&](const SortName& name) {
    return name.word == text::lower_ascii(lexeme.typed());
  });
  return known == sort_names.end() ? std::nullopt : std::optional(known->sort);
}

/// Makes the lexeme what it is without the name.
void refuse_sort(Lexeme& lexeme, Diagnostics& hints) {
  const std::string typed = lexeme.type == Type::word ? "sort:" + lexeme.typed() : "sort:";
  hints.add(query_hint(lexeme.span, as_typed(typed) + " is no order, it is taken as a word",
                       "write sort:newest, sort:oldest or sort:relevance"));
  lexeme.name = nullptr;
  if (lexeme.type != Type::word) return;
  const std::string stem = lexeme.text.substr(0, lexeme.text.find_last_not_of('*') + 1);
  lexeme.is_prefix = stem.size() < lexeme.text.size();
  lexeme.text = "sort:" + stem;
}

void drop_empty_brackets(Lexemes& lexemes) {
  Lexemes kept;
  for (Lexeme& lexeme : lexemes) {
    if (lexeme.type == Type::close && !kept.empty() && kept.back().type == Type::open)
      kept.pop_back();
    else
      kept.push_back(std::move(lexeme));
  }
  lexemes = std::move(kept);
}

/// `title:(a b)` is `title:a title:b`.
void spread_names(Lexemes& lexemes) {
  std::vector<const Name*> around{nullptr};
  for (Lexeme& lexeme : lexemes) {
    if (lexeme.name == nullptr) lexeme.name = around.back();
    if (lexeme.type == Type::open)
      around.push_back(lexeme.name);
    else if (lexeme.type == Type::close)
      around.pop_back();
  }
}

bool ends_operand(const Lexeme& lexeme) {
  return lexeme.type == Type::word || lexeme.type == Type::phrase || lexeme.type == Type::close;
}

bool begins_operand(const Lexeme& lexeme) {
  return lexeme.type == Type::word || lexeme.type == Type::phrase || lexeme.type == Type::open;
}

/// Words whose distance is known: those of running text.
bool can_be_near(const Lexeme& lexeme) {
  return lexeme.type == Type::word && lexeme.sign == Sign::none && !lexeme.is_prefix &&
         (lexeme.name == nullptr || lexeme.name->meaning == Meaning::words);
}

/// Says of each operator what is wrong with it, by the lexemes as they were typed.
class Judge {
 public:
  explicit Judge(const Lexemes& lexemes) : lexemes_(lexemes) {}

  /// Null for one that is right.
  [[nodiscard]] std::optional<std::string> fault(std::size_t i) const {
    const Type type = lexemes_[i].type;
    if (type == Type::negation) return has_operand(i) ? std::nullopt : behind();
    if (i == 0 || !ends_operand(lexemes_[i - 1])) return "has nothing before it";
    if (i + 1 == lexemes_.size()) return behind();
    const Lexeme& next = lexemes_[i + 1];
    const bool is_negated = next.type == Type::negation && has_operand(i + 1);
    if (!begins_operand(next) && !(is_negated && type != Type::proximity)) return behind();
    const Lexeme& previous = lexemes_[i - 1];
    if (type != Type::proximity) return std::nullopt;
    if (!can_be_near(previous) || !can_be_near(next)) return "joins plain words only";
    if (previous.name != next.name) return "joins words of one field only";
    return std::nullopt;
  }

 private:
  static std::optional<std::string> behind() { return "has nothing behind it"; }

  /// Whether NOT has something to exclude: a sign of its own would say it twice.
  [[nodiscard]] bool has_operand(std::size_t i) const {
    return i + 1 < lexemes_.size() && begins_operand(lexemes_[i + 1]) &&
           lexemes_[i + 1].sign == Sign::none;
  }

  const Lexemes& lexemes_;
};

void make_word(Lexeme& lexeme, const std::string& fault, Diagnostics& hints) {
  const std::string lower = text::lower_ascii(lexeme.text);
  hints.add(query_hint(lexeme.span, as_typed(lexeme.text) + ' ' + fault + ", it is taken as a word",
                       "write `" + lower + "` for the word"));
  lexeme.type = Type::word;
  lexeme.text = lower;
}

}  // namespace

std::optional<Sort> take_sort(Lexemes& lexemes, Diagnostics& hints) {
  std::optional<Sort> sort;
  Lexemes kept;
  for (Lexeme& lexeme : lexemes) {
    const auto order = is_sort(lexeme) ? read_sort(lexeme) : std::nullopt;
    if (order && sort && sort != order)
      hints.add(query_hint(lexeme.span, "the order is given twice, the last one counts",
                           "write sort: once"));
    if (order) {
      sort = order;
      continue;
    }
    if (is_sort(lexeme)) refuse_sort(lexeme, hints);
    kept.push_back(std::move(lexeme));
  }
  lexemes = std::move(kept);
  return sort;
}

void settle(Lexemes& lexemes, Diagnostics& hints) {
  drop_empty_brackets(lexemes);
  spread_names(lexemes);
  std::vector<std::optional<std::string>> faults(lexemes.size());
  for (std::size_t i = 0; i < lexemes.size(); ++i)
    if (lexemes[i].is_operator()) faults[i] = Judge(lexemes).fault(i);
  for (std::size_t i = 0; i < lexemes.size(); ++i)
    if (faults[i]) make_word(lexemes[i], *faults[i], hints);
}

}  // namespace blogsearch::index
