// SPDX-License-Identifier: GPL-2.0-or-later
//
// How text looks on a terminal: colours, and lines that fit.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "blogsearch/core/span.hpp"
#include "cli/console.hpp"

namespace blogsearch::cli {

enum class Colour { off, on };
enum class Links { off, on };
enum class Style { error, warning, hint, place, title, address, match, faint, plain };

/// Whether to colour a stream: it is a terminal, not a dumb one, and NO_COLOR is not set.
[[nodiscard]] Colour colour_of(bool is_terminal, const Console& console);

/// How results are to look.
struct Look {
  std::size_t width = 80;  ///< columns
  Colour colour = Colour::off;
  Links links = Links::off;
};

/// Whether addresses may be links (OSC 8): on a coloured terminal that is known to do no harm with
/// them.
[[nodiscard]] Links links_of(bool is_terminal, Colour colour, const Console& console);

/// `text`, which leads to `url` when it is clicked; as it is where `url` is no web address.
[[nodiscard]] std::string link(std::string_view text, std::string_view url, Links links);

/// `text` between the escape sequences of `style`, or as it is.
[[nodiscard]] std::string paint(std::string_view text, Style style, Colour colour);

/// Any bytes as text that cannot steer a terminal: valid UTF-8 on one line, white space as spaces,
/// control characters (C0, DEL, C1) and wrong bytes as U+FFFD.
[[nodiscard]] std::string printable(std::string_view text);

/// What becomes of a word that is longer than a line: it is cut between characters, or left to the
/// terminal, from which it can be copied in one piece.
enum class LongWords { cut, whole };

/// The lines of `text`, as bytes of it, each at most `width` columns; broken at spaces, which
/// belong to no line then, and unless words stay whole beside wide characters (of Chinese,
/// Japanese, Korean; emoji), but not before a mark that ends something.
[[nodiscard]] std::vector<Span> wrap(std::string_view text, std::size_t width,
                                     LongWords long_words = LongWords::cut);

/// The end of the longest start of `text` from `begin` that fits; at least one character.
[[nodiscard]] std::size_t cut(std::string_view text, std::size_t begin, std::size_t width);

/// `lead`, then `text` wrapped so that its lines stand below one another and end by `width`.
/// `lead_width` is the column where they begin. Ends with a newline.
[[nodiscard]] std::string hang(std::string_view lead, std::size_t lead_width, std::string_view text,
                               std::size_t width, LongWords long_words = LongWords::cut);

/// Each line of `text` in as many as it needs; ends with a newline, unless it is empty.
[[nodiscard]] std::string fitted(std::string_view text, std::size_t width);

/// `1 post`, `2 posts`.
[[nodiscard]] std::string counted(std::size_t count, std::string_view noun);

}  // namespace blogsearch::cli
