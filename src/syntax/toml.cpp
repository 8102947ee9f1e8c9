// SPDX-License-Identifier: GPL-2.0-or-later
#include "syntax/toml.hpp"

// On some wrong input 3.3.0 trips over its own assertions, which end the program or, worse, are
// promises to the optimizer in a release. Behind each it checks again and reports an error.
#define TOML_EXCEPTIONS 0
#define TOML_MAX_NESTED_VALUES 100
#define TOML_ASSERT(expr) static_assert(true)
#include <toml++/impl/preprocessor.h>
#undef TOML_ASSERT_ASSUME
#define TOML_ASSERT_ASSUME(expr) static_assert(true)
#include <toml++/toml.h>

#include <algorithm>
#include <utility>

#include "syntax/limits.hpp"
#include "syntax/mapping.hpp"
#include "syntax/toml_mistake.hpp"

namespace blogsearch::syntax {
namespace {

static_assert(TOML_MAX_NESTED_VALUES == depth_limit);

/// The library counts lines, and columns in code points; we count bytes.
class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text), starts_{0} {
    for (std::size_t i = 0; i < text.size(); ++i)
      if (text[i] == '\n') starts_.push_back(i + 1);
  }

  [[nodiscard]] std::size_t offset(toml::source_position place) const {
    if (place.line == 0 || place.line > starts_.size()) return text_.size();
    std::size_t at = starts_[place.line - 1];
    for (auto column = place.column; column > 1 && at < text_.size(); --column) do
        ++at;
      while (at < text_.size() && (static_cast<unsigned char>(text_[at]) & 0xC0U) == 0x80U);
    return at;
  }
  [[nodiscard]] Span span(const toml::source_region& region) const {
    const std::size_t begin = offset(region.begin);
    return {begin, std::max(begin, offset(region.end))};
  }

 private:
  std::string_view text_;
  std::vector<std::size_t> starts_;
};

class Converter {
 public:
  Converter(std::string_view text, std::size_t offset)
      : text_(text), lines_(text), offset_(offset) {}

  [[nodiscard]] const std::optional<Diagnostic>& refusal() const { return refusal_; }
  [[nodiscard]] const Lines& lines() const { return lines_; }

  Node node(const toml::node& tree, std::size_t depth = 0) {
    Node out;
    const Span place = lines_.span(tree.source());
    out.span = Span{place.begin, place.begin}.shifted(offset_);
    if (++count_ > node_limit) refusal_ = too_many_nodes();
    if (depth > depth_limit) refusal_ = too_deep(place.begin);
    if (refusal_) return out;
    if (const toml::table* table = tree.as_table())
      fill(out, *table, depth);
    else if (const toml::array* array = tree.as_array())
      fill(out, *array, depth);
    else
      fill_scalar(out, tree, place);
    return out;
  }

 private:
  void fill(Node& out, const toml::table& table, std::size_t depth) {
    out.kind = Node::Kind::mapping;
    for (const auto& [key, value] : table) {
      Member member{std::string(key.str()), lines_.span(key.source()).shifted(offset_), {}};
      member.value = node(value, depth + 1);
      out.members.push_back(std::move(member));
    }
    std::sort(out.members.begin(), out.members.end(),
              [](const Member& a, const Member& b) { return a.key_span.begin < b.key_span.begin; });
  }

  void fill(Node& out, const toml::array& array, std::size_t depth) {
    out.kind = Node::Kind::sequence;
    for (const toml::node& item : array) out.items.push_back(node(item, depth + 1));
  }

  void fill_scalar(Node& out, const toml::node& tree, Span place) const {
    out.kind = Node::Kind::scalar;
    const std::string_view written = text_.substr(place.begin, place.size());
    if (const auto* string = tree.as_string()) {
      const bool is_long =
          written.size() >= 6 && written[0] == written[1] && written[1] == written[2];
      const std::size_t quote = is_long ? 3 : 1;
      out.scalar = string->get();
      out.is_quoted = true;
      out.span = Span{place.begin + quote, place.end - quote}.shifted(offset_);
    } else {
      out.scalar = written;
      out.span = place.shifted(offset_);
    }
  }

  std::string_view text_;
  Lines lines_;
  std::size_t offset_;
  std::size_t count_ = 0;
  std::optional<Diagnostic> refusal_;
};

/// The end of the string that begins at `begin`; of its line when it is not closed there.
std::size_t string_end(std::string_view text, std::size_t begin) {
  const char quote = text[begin];
  const bool is_long = text.substr(begin, 3) == std::string(3, quote);
  const std::string closing(is_long ? 3 : 1, quote);
  for (std::size_t i = begin + closing.size(); i < text.size(); ++i) {
    if (text[i] == '\\' && quote == '"')
      ++i;
    else if (text.substr(i, closing.size()) == closing)
      return i + closing.size() - 1;
    else if (text[i] == '\n' && !is_long)
      return i;
  }
  return text.size();
}

/// What the library must not be given. `a.a.a…` makes a table in a table for each dot, which it
/// removes by recursion: 32,000 of them end the program. And it takes for granted that a value does
/// not begin with a bracket that closes.
std::optional<Diagnostic> find_hazard(std::string_view text) {
  std::size_t dots = 0;
  std::string open;
  char before = '\n';
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == ' ' || c == '\t' || c == '\r') continue;
    if (before == '=' && std::string_view("]},#\n").find(c) != std::string_view::npos)
      return missing_value(text, i);
    if (c == '}' && !open.empty() && open.back() == '[') return wrong_bracket(i);
    if (c == '#') {
      i = std::min(text.find('\n', i), text.size()) - 1;
      continue;
    }
    if (c == '"' || c == '\'') i = string_end(text, i);
    if (c == '[' || c == '{') open.push_back(c);
    if ((c == ']' || c == '}') && !open.empty()) open.pop_back();
    if (c == ',' || (c == '\n' && open.empty())) dots = 0;
    if (c == '.' && ++dots > depth_limit) return too_deep(i);
    before = c;
  }
  return std::nullopt;
}

/// Where the key of the second definition stands, and where the first: the text before the second
/// one's line is sound, and read together with its table's header the line alone tells the path.
struct Twins {
  std::string key;
  Span first, second;
};
std::optional<Twins> find_twins(std::string_view text, std::size_t at) {
  const std::size_t begin = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
  std::string statement(text.substr(0, std::min(text.find('\n', at), text.size())));
  const std::size_t header = statement.rfind("\n[", begin == 0 ? 0 : begin - 1);
  const std::size_t header_begin = statement[0] == '[' && header == statement.npos ? 0 : header + 1;
  const bool has_header = statement[header_begin] == '[' && header_begin < begin;
  const std::size_t header_end =
      has_header ? std::min(statement.find('\n', header_begin), begin) : header_begin;
  for (std::size_t i = 0; i < begin; ++i)
    if ((i < header_begin || i >= header_end) && statement[i] != '\n') statement[i] = ' ';
  if (statement[begin] != '[') {
    const std::size_t equals = statement.find('=', begin);
    if (equals == statement.npos) return std::nullopt;
    statement.replace(equals + 1, statement.npos, "0");
  }

  const auto before = toml::parse(text.substr(0, begin));
  const auto again = toml::parse(statement);
  if (!before || !again) return std::nullopt;
  const Lines first_lines(text);
  const Lines second_lines(statement);
  std::optional<Twins> twins;
  const toml::table* old_table = &before.table();
  const toml::table* new_table = &again.table();
  while (old_table != nullptr && new_table != nullptr && !new_table->empty()) {
    const toml::key& key = new_table->begin()->first;
    const auto old = old_table->find(key.str());
    if (old == old_table->end()) break;
    twins = {std::string(key.str()), first_lines.span(old->first.source()),
             second_lines.span(key.source())};
    old_table = old->second.as_table();
    new_table = new_table->begin()->second.as_table();
  }
  return twins;
}

Diagnostic explain(const SourceText& source, Span span, std::string_view description,
                   std::size_t at) {
  const std::string_view text = source.at(span);
  if (description.find("exceeded maximum nested") != description.npos)
    return source.place(too_deep(at), span.begin);
  if (description.find("cannot redefine") != description.npos)
    if (const auto twins = find_twins(text, at))
      return duplicate_key(source, twins->key, twins->first.shifted(span.begin),
                           twins->second.shifted(span.begin));
  return source.place(toml_mistake(text, description, at), span.begin);
}

}  // namespace

std::optional<Node> read_toml(const SourceText& source, Span span, Diagnostics& findings) {
  const std::string_view text = source.at(span);
  if (auto hazard = find_hazard(text)) {
    findings.add(source.place(*std::move(hazard), span.begin));
    return std::nullopt;
  }
  const toml::parse_result tree = toml::parse(text);
  Converter converter(text, span.begin);
  if (!tree) {
    const std::size_t at = converter.lines().offset(tree.error().source().begin);
    findings.add(explain(source, span, tree.error().description(), at));
    return std::nullopt;
  }
  Node root = converter.node(tree.table());
  if (converter.refusal()) {
    findings.add(source.place(*converter.refusal(), span.begin));
    return std::nullopt;
  }
  return root;
}

}  // namespace blogsearch::syntax
