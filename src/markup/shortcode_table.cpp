// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/shortcode_table.hpp"

#include <algorithm>
#include <array>

#include "text/words.hpp"

namespace blogsearch::markup {
namespace {

struct Row {
  std::string_view name;
  Effect effect;
};

/// Hugo's embedded shortcodes, and those that most themes have.
constexpr std::array<Row, 44> hugo{{
    {"ref", Effect::target},
    {"relref", Effect::target},
    {"figure", Effect::figure},
    {"img", Effect::figure},
    {"image", Effect::figure},
    {"highlight", Effect::code},
    {"code", Effect::code},
    {"code-toggle", Effect::code},
    {"comment", Effect::gone},
    {"gist", Effect::gist},
    {"youtube", Effect::embed},
    {"vimeo", Effect::embed},
    {"vimeo_simple", Effect::embed},
    {"instagram", Effect::embed},
    {"instagram_simple", Effect::embed},
    {"tweet", Effect::tweet},
    {"twitter", Effect::tweet},
    {"twitter_simple", Effect::tweet},
    {"x", Effect::tweet},
    {"x_simple", Effect::tweet},
    {"param", Effect::inner},
    {"details", Effect::summary},
    {"qr", Effect::gone},
    {"toc", Effect::inner},
    {"rawhtml", Effect::inner},
    {"raw", Effect::inner},
    {"note", Effect::inner},
    {"tip", Effect::inner},
    {"info", Effect::inner},
    {"hint", Effect::inner},
    {"warning", Effect::inner},
    {"danger", Effect::inner},
    {"caution", Effect::inner},
    {"important", Effect::inner},
    {"notice", Effect::inner},
    {"admonition", Effect::inner},
    {"callout", Effect::inner},
    {"alert", Effect::inner},
    {"quote", Effect::inner},
    {"blockquote", Effect::quotation},
    {"columns", Effect::inner},
    {"br", Effect::inner},
    {"include", Effect::inner},
    {"mermaid", Effect::code},
}};

/// Liquid, as Jekyll and its usual plugins have it.
constexpr std::array<Row, 36> liquid{{
    {"highlight", Effect::code},
    {"raw", Effect::raw},
    {"comment", Effect::gone},
    {"capture", Effect::variable},
    {"link", Effect::page},
    {"post_url", Effect::post},
    {"gist", Effect::gist},
    {"include", Effect::include},
    {"include_relative", Effect::include},
    {"include_cached", Effect::include},
    {"for", Effect::gone},
    {"tablerow", Effect::gone},
    {"if", Effect::control},
    {"elsif", Effect::control},
    {"else", Effect::control},
    {"unless", Effect::control},
    {"case", Effect::control},
    {"when", Effect::control},
    {"assign", Effect::control},
    {"increment", Effect::control},
    {"decrement", Effect::control},
    {"cycle", Effect::control},
    {"break", Effect::control},
    {"continue", Effect::control},
    {"echo", Effect::control},
    {"liquid", Effect::control},
    {"render", Effect::inner},
    {"layout", Effect::control},
    {"", Effect::control},
    {"seo", Effect::inner},
    {"feed_meta", Effect::inner},
    {"toc", Effect::inner},
    {"figure", Effect::figure},
    {"picture", Effect::figure},
    {"youtube", Effect::embed},
    {"vimeo", Effect::embed},
}};

/// Nunjucks and Tera, as Eleventy and Zola have them.
constexpr std::array<Row, 26> nunjucks{{
    {"set", Effect::variable},
    {"setAsync", Effect::variable},
    {"set_global", Effect::variable},
    {"verbatim", Effect::raw},
    {"elif", Effect::control},
    {"elseif", Effect::control},
    {"ifAsync", Effect::control},
    {"asyncEach", Effect::gone},
    {"asyncAll", Effect::gone},
    {"macro", Effect::gone},
    {"switch", Effect::control},
    {"default", Effect::control},
    {"block", Effect::control},
    {"extends", Effect::control},
    {"import", Effect::control},
    {"from", Effect::control},
    {"call", Effect::control},
    {"filter", Effect::control},
    {"image", Effect::figure},
    {"renderTemplate", Effect::inner},
    {"renderFile", Effect::inner},
    {"renderContent", Effect::inner},
    {"css", Effect::gone},
    {"js", Effect::gone},
    {"youtubeEmbed", Effect::embed},
    {"html", Effect::inner},
}};

/// Hexo's tag plugins (also Octopress's).
constexpr std::array<Row, 18> hexo{{
    {"codeblock", Effect::code},
    {"code", Effect::code},
    {"blockquote", Effect::quotation},
    {"quote", Effect::quotation},
    {"pullquote", Effect::inner},
    {"img", Effect::figure},
    {"asset_img", Effect::figure},
    {"asset_path", Effect::target},
    {"post_path", Effect::target},
    {"iframe", Effect::inner},
    {"include_code", Effect::inner},
    {"include-code", Effect::inner},
    {"jsfiddle", Effect::embed},
    {"codepen", Effect::embed},
    {"note", Effect::inner},
    {"tabs", Effect::inner},
    {"youtube", Effect::embed},
    {"vimeo", Effect::embed},
}};

/// Zola's embedded shortcodes of old, and those that most themes have.
constexpr std::array<Row, 19> zola{{
    {"", Effect::inner},           {"youtube", Effect::embed}, {"vimeo", Effect::embed},
    {"streamable", Effect::embed}, {"gist", Effect::gist},     {"figure", Effect::figure},
    {"image", Effect::figure},     {"img", Effect::figure},    {"resize_image", Effect::figure},
    {"quote", Effect::quotation},  {"note", Effect::inner},    {"alert", Effect::inner},
    {"admonition", Effect::inner}, {"callout", Effect::inner}, {"mermaid", Effect::inner},
    {"details", Effect::summary},  {"toc", Effect::inner},     {"super", Effect::inner},
    {"get_url", Effect::target},
}};

constexpr std::array<Service, 12> services{{
    {"youtube", "YouTube", "https://www.youtube.com/watch?v="},
    {"youtubeEmbed", "YouTube", "https://www.youtube.com/watch?v="},
    {"vimeo", "Vimeo", "https://vimeo.com/"},
    {"vimeo_simple", "Vimeo", "https://vimeo.com/"},
    {"instagram", "Instagram", "https://www.instagram.com/p/"},
    {"instagram_simple", "Instagram", "https://www.instagram.com/p/"},
    {"streamable", "Streamable", "https://streamable.com/"},
    {"jsfiddle", "JSFiddle", "https://jsfiddle.net/"},
    {"codepen", "CodePen", "https://codepen.io/"},
    {"gist", "Gist", "https://gist.github.com/"},
    {"x", "X", "https://x.com/"},
    {"x_simple", "X", "https://x.com/"},
}};

template <std::size_t size>
const Row* row_of(const std::array<Row, size>& table, std::string_view name) {
  const auto* row =
      std::find_if(table.begin(), table.end(), [name](const Row& r) { return r.name == name; });
  return row == table.end() ? nullptr : row;
}

Effect effect_of_tag(std::string_view name) {
  const Row* row = row_of(liquid, name);
  if (row == nullptr) row = row_of(nunjucks, name);
  if (row == nullptr) row = row_of(hexo, name);
  return row == nullptr ? Effect::unknown : row->effect;
}

}  // namespace

Effect effect_of(const Shortcode& code) {
  const Row* row = nullptr;
  if (code.form == Shortcode::Form::tag) return effect_of_tag(code.name);
  if (code.form == Shortcode::Form::hugo) row = row_of(hugo, code.name);
  if (code.form == Shortcode::Form::call) row = row_of(zola, code.name);
  return row == nullptr ? Effect::unknown : row->effect;
}

bool keeps_text(std::string_view filters) {
  filters = text::trim(filters);
  if (filters.empty()) return true;
  if (filters.front() != '|') return false;
  filters = text::trim(filters.substr(1));
  const std::string_view name = filters.substr(0, filters.find_first_of(" |:(\t"));
  constexpr std::array<std::string_view, 9> names{"relative_url", "absolute_url", "url",
                                                  "safe",         "escape",       "xml_escape",
                                                  "htmlBaseUrl",  "locale_url",   "markdownify"};
  return std::find(names.begin(), names.end(), name) != names.end();
}

const Service* service_of(std::string_view name) {
  const auto* row = std::find_if(services.begin(), services.end(),
                                 [name](const Service& s) { return s.name == name; });
  return row == services.end() ? nullptr : row;
}

}  // namespace blogsearch::markup
