// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/burden.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "markup/character_set.hpp"
#include "markup/code_finder.hpp"
#include "text/words.hpp"

namespace blogsearch::markup {
namespace {

constexpr std::size_t npos = std::string_view::npos;

/// Bytes of an address that count as one piece when a reference repeats them.
constexpr std::size_t bytes_of_piece = 256;

/// What may begin or end something inside a line; and markers.
constexpr CharacterSet signs("*_`[]!<>&\\~|:@\n-+.)");

/// What marks an item of a list when a blank follows it.
bool is_marker(char c) { return c == '-' || c == '+' || c == '.' || c == ')'; }

/// Whether an address of the web may be round the sign at `at`.
bool is_of_address(std::string_view line, std::size_t at) {
  if (line[at] == ':') return line.substr(at).starts_with("://");
  return line[at] == '.' && line.substr(0, at).ends_with("www");
}

/// Cells that a row like `|-|:-:|`, in a list or quotation, too, gives to each row below it; zero
/// of any other line with a `-`.
std::size_t columns_of(std::string_view line) {
  if (line.find_first_not_of("|:->*+.)0123456789 \t\r\n") != npos) return 0;
  return static_cast<std::size_t>(std::count(line.begin(), line.end(), '|')) + 1;
}

/// Labels of references as they are compared.
std::string label_of(std::string_view written) { return text::fold(text::squeeze(written)); }

class Scale {
 public:
  Scale(std::string_view text, std::size_t enough) : text_(text), enough_(enough) {}

  std::size_t weigh() && {
    for (std::size_t at = 0; at < text_.size() && pieces_ <= enough_;) {
      const std::size_t end = line_end(text_, at);
      const std::string_view line = text_.substr(at, end - at);
      weigh_line(line);
      if (line.size() > bytes_of_piece) note_definition(at, line);
      at = end;
    }
    if (!definitions_.empty() && pieces_ <= enough_) weigh_references();
    return pieces_;
  }

 private:
  void weigh_line(std::string_view line) {
    bool has_address = false, has_dash = false;
    for (std::size_t at = signs.find(line, 0); at < line.size(); at = signs.find(line, at + 1)) {
      if (!is_marker(line[at]) || line.substr(at + 1).starts_with(' ')) ++pieces_;
      has_address = has_address || is_of_address(line, at);
      has_dash = has_dash || line[at] == '-';
    }
    if (has_address) weigh_addresses(line);
    if (is_blank(line)) columns_ = 0;
    if (has_dash) columns_ = std::max(columns_, columns_of(line));
    pieces_ += columns_;
  }

  /// For each bracket behind an address all that is in front of it is looked at again.
  void weigh_addresses(std::string_view line) {
    constexpr std::size_t bytes_looked_at = 1000;  // in the time that a piece takes
    static constexpr CharacterSet blanks(" \t\n");
    while (!line.empty()) {
      const std::string_view stretch = line.substr(0, blanks.find(line, 0));
      const auto closed = static_cast<std::size_t>(std::count(stretch.begin(), stretch.end(), ')'));
      pieces_ += stretch.size() * closed / bytes_looked_at;
      line.remove_prefix(std::min(stretch.size() + 1, line.size()));
    }
  }

  /// `[label]: address`, where the address may stand in the next line.
  void note_definition(std::size_t at, std::string_view line) {
    const std::size_t before = at < 2 ? 0 : text_.rfind('\n', at - 2) + 1;
    for (const std::string_view words : {text_.substr(before, at - before), line}) {
      const std::size_t open = words.find('[');
      const std::size_t close = words.find("]:");
      if (close == npos || open > close) continue;
      std::size_t& size = definitions_[label_of(words.substr(open + 1, close - open - 1))];
      size = std::max(size, line.size());
    }
  }

  /// Any label in brackets may be a reference.
  void weigh_references() {
    constexpr std::size_t longest_label = 1000;  // CommonMark, 6.3
    static constexpr CharacterSet brackets("[]");
    std::size_t open = npos;
    for (std::size_t at = brackets.find(text_, 0); at < text_.size() && pieces_ <= enough_;
         at = brackets.find(text_, at + 1)) {
      if (text_[at] == '[') open = at;
      if (text_[at] == '[' || open == npos || at - open > longest_label) continue;
      const auto known = definitions_.find(label_of(text_.substr(open + 1, at - open - 1)));
      if (known != definitions_.end()) pieces_ += known->second / bytes_of_piece;
      open = npos;
    }
  }

  std::string_view text_;
  std::size_t enough_;
  std::size_t pieces_ = 0;
  std::size_t columns_ = 0;                         ///< of the table that the line is in
  std::map<std::string, std::size_t> definitions_;  ///< labels of long addresses, their bytes
};

}  // namespace

std::size_t burden_of(std::string_view markdown, std::size_t enough) {
  return Scale(markdown, enough).weigh();
}

}  // namespace blogsearch::markup
