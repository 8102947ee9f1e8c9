// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/narrow.hpp"

#include <algorithm>
#include <vector>

#include "cli/report.hpp"
#include "cli/style.hpp"
#include "text/words.hpp"

namespace blogsearch::cli {
namespace {

/// `  --out DIR        where feeds go`: a lead, and a text that begins in its own column.
struct Row {
  std::string lead;
  std::size_t column = 0;
  std::string text;
};

std::size_t indent_of(std::string_view line) {
  return std::min(line.find_first_not_of(' '), line.size());
}

Row read_row(std::string_view line) {
  const std::size_t indent = indent_of(line);
  const std::size_t gap = line.find("  ", indent);
  if (gap == std::string_view::npos)
    return {std::string(indent, ' '), indent, std::string(line.substr(indent))};
  const std::size_t begin = gap + indent_of(line.substr(gap));
  return {std::string(line.substr(0, gap)), text::display_width(line.substr(0, begin)),
          std::string(line.substr(begin))};
}

/// A line goes on with the one before where it begins in the column of that one's text.
std::vector<Row> read_rows(std::string_view text) {
  std::vector<Row> rows;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    const bool goes_on = !rows.empty() && !rows.back().text.empty() && !line.empty() &&
                         indent_of(line) == rows.back().column &&
                         line.find("  ", indent_of(line)) == std::string_view::npos;
    if (goes_on)
      rows.back().text.append(" ").append(line.substr(indent_of(line)));
    else
      rows.push_back(read_row(line));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return rows;
}

/// Columns of the longest word, which is not to be cut: it may be an address.
std::size_t longest_word(std::string_view text) {
  std::size_t longest = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    longest = std::max(longest, text::display_width(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return longest;
}

}  // namespace

std::string narrowed(std::string_view text, std::size_t width) {
  constexpr std::size_t narrowest = 24, below = 6;
  std::string out;
  for (const Row& row : read_rows(text)) {
    const bool is_room = row.column + narrowest <= width;
    const std::size_t indent = width - std::min(width, longest_word(row.text));
    const std::size_t column = std::min(is_room ? row.column : std::min(row.column, below), indent);
    const bool is_bare = indent_of(row.lead) == row.lead.size();
    const bool is_below = !is_bare && text::display_width(row.lead) + 2 > column;
    if (is_below) out += row.lead + '\n';
    out += hang(is_bare || is_below ? std::string() : row.lead, column, row.text, width,
                LongWords::whole);
  }
  return out;
}

int deliver_help(std::string_view text, Console& console) {
  const std::size_t width = console.text_width();
  return width < help_width ? deliver(narrowed(text, width), 0, console)
                            : deliver(text, 0, console);
}

}  // namespace blogsearch::cli
