// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/rewrite.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "markup/mdx.hpp"
#include "markup/shortcodes.hpp"
#include "text/words.hpp"

namespace blogsearch::markup {
namespace {

struct Row {
  std::string_view extension;
  Flavour flavour;
};
constexpr std::array<Row, 7> rows{{
    {".md", Flavour::markdown},
    {".markdown", Flavour::markdown},
    {".mkd", Flavour::markdown},
    {".mdx", Flavour::mdx},
    {".html", Flavour::html},
    {".htm", Flavour::html},
    {".xhtml", Flavour::html},
}};

}  // namespace

Flavour flavour_of(const std::filesystem::path& file) {
  const std::string extension = text::lower_ascii(file.extension().string());
  const auto* row = std::find_if(rows.begin(), rows.end(),
                                 [&extension](const Row& r) { return r.extension == extension; });
  return row == rows.end() ? Flavour::markdown : row->flavour;
}

Rewritten rewrite(std::string_view body, Flavour flavour) {
  Rewritten result;
  result.text = flavour == Flavour::mdx ? markdown_of_mdx(body)
                                        : without_shortcodes(body, flavour, result.unknown);
  if (flavour == Flavour::html) return result;
  Unmarked unmarked = without_marks(std::move(result.text));
  result.text = std::move(unmarked.text);
  result.ids = std::move(unmarked.ids);
  return result;
}

}  // namespace blogsearch::markup
