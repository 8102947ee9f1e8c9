// SPDX-License-Identifier: GPL-2.0-or-later
#include "manual/roff.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <utility>

#include "cli/help.hpp"

namespace blogsearch::manual {
namespace {

/// `…` becomes \[u2026]: what reads the page need not know its encoding.
std::string in_ascii(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      out += text[i];
      continue;
    }
    const std::size_t more = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1;
    unsigned point = byte & (0x3FU >> more);
    for (std::size_t k = 0; k < more; ++k)
      point = point << 6U | (static_cast<unsigned char>(text[++i]) & 0x3FU);
    std::array<char, 12> name{};
    std::snprintf(name.data(), name.size(), "\\[u%04X]", point);
    out += name.data();
  }
  return out;
}

std::string replaced(std::string_view text,
                     const std::vector<std::pair<char, std::string_view>>& signs) {
  std::string out;
  for (const char c : text) {
    const auto sign =
        std::find_if(signs.begin(), signs.end(), [c](const auto& row) { return row.first == c; });
    if (sign == signs.end())
      out += c;
    else
      out += sign->second;
  }
  return in_ascii(out);
}

/// Long words may be broken behind a slash and behind the dots of a range.
std::string with_breaks(std::string text) {
  constexpr std::size_t long_word = 20;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = std::min(text.find(' ', begin), text.size());
    for (std::size_t i = begin; end - begin > long_word && i + 1 < end; ++i) {
      const bool is_slash = text[i] == '/' && text[i + 1] != '/';
      const bool is_range = i > begin && text[i - 1] == '.' && text[i] == '.';
      if (!is_slash && !is_range) continue;
      text.insert(i + 1, "\\:");
      end += 2;
    }
    begin = end + 1;
  }
  return text;
}

std::string signs_kept(std::string_view text) {
  std::string out = replaced(text, {{'\\', "\\e"},
                                    {'-', "\\-"},
                                    {'\'', "\\(aq"},
                                    {'`', "\\(ga"},
                                    {'^', "\\(ha"},
                                    {'~', "\\(ti"}});
  return with_breaks(std::move(out));
}

/// A line that begins with a dot or a quote would be a request.
std::string protected_line(std::string line) {
  const bool is_request = !line.empty() && (line.front() == '.' || line.front() == '\'');
  return is_request ? "\\&" + line : line;
}

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return out;
}

/// What stands between `mark` at the beginning of `text` and the next one; removes all of it.
std::string_view take_marked(std::string_view& text, std::string_view mark) {
  const std::size_t end = std::min(text.find(mark, mark.size()), text.size());
  const std::string_view inner = text.substr(mark.size(), end - mark.size());
  text.remove_prefix(std::min(end + mark.size(), text.size()));
  return inner;
}

std::string inline_markup(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    if (text.substr(0, 2) == "**") {
      out += "\\fB" + inline_markup(take_marked(text, "**")) + "\\fP";
    } else if (text[0] == '`') {
      out += literal(take_marked(text, "`"));
    } else if (text[0] == '*' && text.size() > 1 && text[1] != ' ') {
      out += "\\fI" + escaped(take_marked(text, "*")) + "\\fP";
    } else if (text[0] == '[' && text.find("](") < text.find(']') + 1) {
      const std::size_t end = text.find("](");
      out += inline_markup(text.substr(1, end - 1));
      text.remove_prefix(std::min(text.find(')', end) + 1, text.size()));
    } else {
      const std::size_t end = std::min(text.find_first_of("`*[", 1), text.size());
      out += escaped(text.substr(0, end));
      text.remove_prefix(end);
    }
  }
  return out;
}

}  // namespace

std::string escaped(std::string_view text) { return replaced(text, {{'\\', "\\e"}}); }

std::string literal(std::string_view text) { return "\\fB" + signs_kept(text) + "\\fP"; }

std::string prose(std::string_view text) {
  std::string marked = inline_markup(text);
  for (std::size_t at = marked.find(". "); at != marked.npos; at = marked.find(". ", at + 1))
    marked[at + 1] = '\n';
  std::string out;
  for (std::size_t begin = 0; begin <= marked.size();) {
    const std::size_t end = std::min(marked.find('\n', begin), marked.size());
    out += protected_line(marked.substr(begin, end - begin)) + '\n';
    begin = end + 1;
  }
  return out;
}

Page::Page(std::string_view name, char section, std::string_view summary) {
  const std::string version = cli::version();
  out_ = ".TH " + upper(escaped(name)) + ' ' + section + " \"\" \"" +
         version.substr(0, version.size() - 1) + "\" \"blogsearch manual\"\n.nh\n.ad l\n";
  heading("Name");
  out_ += signs_kept(name) + " \\- " + escaped(summary) + '\n';
}

void Page::heading(std::string_view text) { out_ += ".SH " + upper(escaped(text)) + '\n'; }

/// Behind a heading there is none.
void Page::space() {
  const std::size_t line = out_.rfind('\n', out_.size() - 2) + 1;
  if (out_.compare(line, 3, ".SH") != 0) out_ += ".PP\n";
}

void Page::paragraph(std::string_view text) {
  space();
  out_ += prose(text);
}

void Page::more(std::string_view text) { out_ += ".br\n" + prose(text); }

void Page::term(const std::string& head, std::string_view text) {
  out_ += ".TP\n" + protected_line(head) + '\n' + prose(text);
}

void Page::item(std::string_view mark, std::string_view text) {
  out_ += ".IP " + std::string(mark) + " 4\n" + prose(text);
}

void Page::lines(const std::vector<std::string>& lines) {
  out_ += ".RS 4\n.EX\n";
  for (const std::string& line : lines) out_ += protected_line(signs_kept(line)) + '\n';
  out_ += ".EE\n.RE\n";
}

void Page::table(const std::vector<std::vector<std::string>>& rows) {
  has_table_ = true;
  const std::size_t columns = rows.front().size();
  std::string head, body;
  for (std::size_t i = 0; i < columns; ++i) {
    head += i == 0 ? "lb" : "2 lb";
    body += (i == 0 ? "lw(" : "2 lw(") + std::to_string(66 / columns) + "n)";
  }
  space();
  out_ += ".TS\n" + head + '\n' + body + ".\n";
  for (std::size_t r = 0; r < rows.size(); ++r)
    for (std::size_t i = 0; i < columns; ++i) {
      const std::string cell = prose(rows[r][i]);
      out_ += r == 0 ? cell.substr(0, cell.size() - 1) : "T{\n" + (cell == "\n" ? "" : cell) + "T}";
      out_ += i + 1 == columns ? '\n' : '\t';
    }
  out_ += ".TE\n";
}

void Page::see_also(const std::vector<std::string>& pages) {
  heading("See also");
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const std::size_t open = pages[i].find('(');
    out_ += ".BR " + signs_kept(pages[i].substr(0, open)) + ' ' + pages[i].substr(open) +
            (i + 1 < pages.size() ? ",\n" : "\n");
  }
}

std::string Page::text() const { return (has_table_ ? "'\\\" t\n" : "") + out_; }

}  // namespace blogsearch::manual
