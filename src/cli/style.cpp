// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/style.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "text/uri.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

namespace blogsearch::cli {
namespace {

/// SGR parameters, in the order of Style.
constexpr std::array<std::string_view, 9> codes{"1;31", "1;35", "36", "1", "1",
                                                "34",   "1;31", "2",  ""};

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/// Consoles that print what they do not know, by the beginnings of their names.
constexpr std::array<std::string_view, 7> bare_terminals{"dumb",  "linux", "cons25", "eterm",
                                                         "emacs", "vt52",  "vt100"};

/// VTE, the core of GNOME Terminal and others: before 0.48.2 long sequences break the screen, and
/// 0.50.0 crashes at the first link.
bool is_flawed_vte(const Console& console) {
  constexpr int first_sound = 5001;
  const std::string version = console.variable("VTE_VERSION").value_or("");
  int number = first_sound;
  std::from_chars(version.data(), version.data() + version.size(), number);
  return number < first_sound;
}

/// Visible ASCII alone may stand in the sequence.
std::string link_target(std::string_view url) {
  std::string target;
  for (const char c : url) {
    const bool is_plain = c > ' ' && c < '\x7F';
    target += is_plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return target;
}

}  // namespace

Colour colour_of(bool is_terminal, const Console& console) {
  const bool is_wanted = is_terminal && !console.variable("NO_COLOR") &&
                         console.variable("TERM").value_or("") != "dumb";
  return is_wanted ? Colour::on : Colour::off;
}

Links links_of(bool is_terminal, Colour colour, const Console& console) {
  const std::string name = console.variable("TERM").value_or("");
  const bool is_bare =
      name.empty() || std::any_of(bare_terminals.begin(), bare_terminals.end(),
                                  [&](std::string_view bare) { return name.rfind(bare, 0) == 0; });
  const bool is_able = is_terminal && !is_bare && !is_flawed_vte(console);
  return is_able && colour == Colour::on ? Links::on : Links::off;
}

std::string link(std::string_view text, std::string_view url, Links links) {
  constexpr std::size_t longest = 2083;  // beyond it VTE and iTerm2 drop the link
  const std::string target = link_target(url);
  if (links == Links::off || text.empty() || target.size() > longest || !text::is_web_url(url))
    return std::string(text);
  return fmt::format("\x1b]8;;{}\x1b\\{}\x1b]8;;\x1b\\", target, text);
}

std::string paint(std::string_view text, Style style, Colour colour) {
  if (colour == Colour::off || style == Style::plain || text.empty()) return std::string(text);
  return fmt::format("\x1b[{}m{}\x1b[0m", codes[static_cast<std::size_t>(style)], text);
}

std::string printable(std::string_view text) {
  std::string safe;
  for (std::size_t at = 0; at < text.size();) {
    const text::Step step = text::decode(text, at);
    if (is_space(text[at]))
      safe += ' ';
    else if (!step.character || is_control(*step.character))
      text::append(safe, U'\uFFFD');
    else
      safe += text.substr(at, step.length);
    at += step.length;
  }
  return safe;
}

std::size_t cut(std::string_view text, std::size_t begin, std::size_t width) {
  std::size_t end = begin;
  std::size_t used = 0;
  while (end < text.size()) {
    const std::size_t length = text::decode(text, end).length;
    used += text::display_width(text.substr(end, length));
    if (used > width && end > begin) break;
    end += length;
  }
  return end;
}

namespace {

/// Marks that begin no line.
bool is_closing(char32_t c) {
  constexpr std::u32string_view marks = U"、。，．・：；？！）］｝」』】〉》〕ー々…)]}.,;:!?";
  return marks.find(c) != std::u32string_view::npos;
}

/// Marks that end no line; and the joiner of emoji that look like one.
bool is_opening(char32_t c) {
  constexpr std::u32string_view marks = U"「『（［｛【〈《〔\u200D";
  return marks.find(c) != std::u32string_view::npos;
}

/// Where a line may end next; `at` is where one may begin.
std::size_t next_break(std::string_view text, std::size_t at, LongWords long_words) {
  if (long_words == LongWords::whole) return std::min(text.find(' ', at), text.size());
  bool is_wide = false, is_joined = true;
  std::size_t end = at;
  while (end < text.size() && text[end] != ' ') {
    const text::Step step = text::decode(text, end);
    const char32_t c = step.character.value_or(U'\uFFFD');
    const std::size_t columns = text::display_width(text.substr(end, step.length));
    const bool is_glued = is_joined || columns == 0 || is_closing(c);
    if (!is_glued && (is_wide || columns > 1)) break;
    is_wide = columns > 1 || (is_wide && columns == 0);
    is_joined = is_opening(c);
    end += step.length;
  }
  return end;
}

}  // namespace

std::vector<Span> wrap(std::string_view text, std::size_t width, LongWords long_words) {
  std::vector<Span> lines;
  std::size_t used = 0;  // columns of the last line
  for (std::size_t at = text.find_first_not_of(' '); at < text.size();) {
    const std::size_t end = next_break(text, at, long_words);
    const std::size_t columns = text::display_width(text.substr(at, end - at));
    const std::size_t gap = lines.empty() ? 0 : at - lines.back().end;
    if (!lines.empty() && used + gap + columns <= width) {
      lines.back().end = end;
      used += gap + columns;
    } else {
      const bool is_whole = long_words == LongWords::whole;
      lines.push_back({at, is_whole ? end : cut(text.substr(0, end), at, width)});
      used = text::display_width(text.substr(at, lines.back().size()));
    }
    at = text.find_first_not_of(' ', lines.back().end);
  }
  return lines;
}

std::string hang(std::string_view lead, std::size_t lead_width, std::string_view text,
                 std::size_t width, LongWords long_words) {
  constexpr std::size_t narrowest = 20;
  const std::size_t room = std::max(narrowest, width - std::min(width, lead_width));
  std::string out(lead);
  std::size_t column = text::display_width(lead);
  for (const Span line : wrap(text, room, long_words)) {
    if (column > lead_width) {
      out += '\n';
      column = 0;
    }
    out.append(lead_width - column, ' ').append(text.substr(line.begin, line.size()));
    column = std::string_view::npos;
  }
  return out + '\n';
}

std::string fitted(std::string_view text, std::size_t width) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    out += hang("", 0, text.substr(0, end), width, LongWords::whole);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace blogsearch::cli
