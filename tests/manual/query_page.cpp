// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <cctype>
#include <vector>

#include "manual/pages.hpp"
#include "manual/roff.hpp"

namespace blogsearch::manual {
namespace {

using Lines = std::vector<std::string>;

Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

/// Of `| a | b |`.
std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  for (std::size_t at = 1; at + 1 < line.size();) {
    const std::size_t end = line.find(" |", at);
    const std::size_t begin = std::min(line.find_first_not_of(' ', at), end);
    cells.push_back(line.substr(begin, end - begin));
    at = end + 2;
  }
  return cells;
}

/// The digits of `1. `; empty where the line is no item of a numbered list.
std::string number_of(const std::string& line) {
  const std::size_t digits = line.find_first_not_of("0123456789");
  return digits != 0 && digits != line.npos && line.compare(digits, 2, ". ") == 0
             ? line.substr(0, digits)
             : std::string();
}

bool is_prose(const std::string& line) {
  return !line.empty() && line[0] != '#' && line[0] != '|' && line.rfind("```", 0) != 0 &&
         number_of(line).empty();
}

class Reader {
 public:
  Reader(Lines lines, Page& page) : lines_(std::move(lines)), page_(page) {}

  void read() {
    while (at_ < lines_.size()) {
      const std::string& line = lines_[at_];
      if (line.rfind("## ", 0) == 0)
        page_.heading(lines_[at_++].substr(3));
      else if (line.rfind("```", 0) == 0)
        block();
      else if (line.rfind('|', 0) == 0)
        table();
      else if (!number_of(line).empty())
        item();
      else if (is_prose(line))
        page_.paragraph(joined());
      else
        ++at_;  // an empty line, or the title
    }
  }

 private:
  std::string joined() {
    std::string text = lines_[at_++];
    while (at_ < lines_.size() && is_prose(lines_[at_]))
      text += ' ' + lines_[at_].substr(lines_[at_].find_first_not_of(' ')), ++at_;
    return text;
  }

  void block() {
    Lines lines;
    for (++at_; lines_[at_] != "```"; ++at_) lines.push_back(lines_[at_]);
    ++at_;
    page_.lines(lines);
  }

  void table() {
    std::vector<std::vector<std::string>> rows;
    for (; at_ < lines_.size() && lines_[at_].rfind('|', 0) == 0; ++at_)
      if (lines_[at_].rfind("| ---", 0) != 0) rows.push_back(cells_of(lines_[at_]));
    page_.table(rows);
  }

  void item() {
    const std::string number = number_of(lines_[at_]);
    page_.item(number + '.', joined().substr(number.size() + 2));
  }

  Lines lines_;
  Page& page_;
  std::size_t at_ = 0;
};

}  // namespace

std::string query_page(std::string_view markdown) {
  Page page("blogsearch-query", '7', "the language of queries");
  page.heading("Description");
  Reader(lines_of(markdown), page).read();
  page.see_also({"blogsearch-query(1)", "blogsearch.yaml(5)"});
  return page.text();
}

}  // namespace blogsearch::manual
