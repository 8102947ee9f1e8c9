// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/allowed.hpp"

#include <algorithm>
#include <array>

#include "markup/names.hpp"

namespace blogsearch::markup {
namespace {

constexpr std::string_view html_elements =
    "a abbr acronym address article aside audio b bdi bdo big blockquote br caption center cite "
    "code col colgroup data dd del details dfn dir div dl dt em figcaption figure footer h1 h2 h3 "
    "h4 h5 h6 header hgroup hr i img input ins kbd li main mark menu nav ol p picture pre q rp rt "
    "ruby s samp search section small source span strike strong sub summary sup table tbody td "
    "tfoot th thead time tr track tt u ul var video wbr";

/// Presentation MathML; annotations would be shown as text by readers that do not know MathML.
constexpr std::string_view math_elements =
    "math maction menclose merror mfenced mfrac mi mmultiscripts mn mo mover mpadded mphantom "
    "mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder "
    "munderover none semantics";

/// What a static drawing is made of; nothing that runs, animates or fetches.
constexpr std::string_view svg_elements =
    "svg circle clipPath defs desc ellipse g line linearGradient marker mask path pattern polygon "
    "polyline radialGradient rect stop symbol text title tspan";

constexpr std::string_view dropped =
    "script style template noscript object applet embed param frame frameset noframes noembed "
    "base basefont bgsound meta link head select option optgroup datalist textarea button dialog "
    "area canvas keygen command iframe";

constexpr std::string_view on_every_element =
    "id class title lang dir role aria-label aria-hidden aria-describedby aria-labelledby";

struct Row {
  std::string_view element, attributes;
};
constexpr std::array<Row, 31> plain_attributes{{
    {"a", "name hreflang type rel"},
    {"abbr", "title"},
    {"audio", "controls loop"},
    {"bdo", "dir"},
    {"br", "clear"},
    {"caption", "align"},
    {"col", "span width align"},
    {"colgroup", "span width align"},
    {"data", "value"},
    {"del", "datetime"},
    {"details", "open"},
    {"div", "align"},
    {"h1", "align"},
    {"h2", "align"},
    {"h3", "align"},
    {"hr", "align width"},
    {"img", "alt width height sizes align border hspace vspace"},
    {"input", "type checked disabled"},
    {"ins", "datetime"},
    {"li", "value type"},
    {"ol", "start reversed type"},
    {"p", "align"},
    {"source", "type media sizes width height"},
    {"table", "border cellpadding cellspacing width align summary"},
    {"td", "colspan rowspan headers align valign width height"},
    {"th", "colspan rowspan headers scope abbr align valign width height"},
    {"time", "datetime"},
    {"tr", "align valign"},
    {"track", "kind srclang label default"},
    {"ul", "type"},
    {"video", "controls loop muted width height playsinline"},
}};

constexpr std::string_view of_math =
    "mathvariant mathsize mathcolor mathbackground displaystyle scriptlevel stretchy symmetric "
    "fence separator form lspace rspace minsize maxsize largeop movablelimits accent accentunder "
    "linethickness columnalign rowalign columnspacing rowspacing columnlines rowlines frame width "
    "height depth voffset notation display alttext open close separators columnspan rowspan";

constexpr std::string_view of_svg =
    "x y x1 y1 x2 y2 cx cy r rx ry d points dx dy width height transform fill fill-opacity "
    "fill-rule stroke stroke-width stroke-linecap stroke-linejoin stroke-dasharray stroke-opacity "
    "opacity font-size font-family font-weight text-anchor dominant-baseline offset stop-color "
    "stop-opacity gradientUnits gradientTransform patternUnits markerWidth markerHeight refX refY "
    "orient viewBox preserveAspectRatio";

struct UrlRow {
  std::string_view attribute, elements;
  Attribute kind;
};
constexpr std::array<UrlRow, 8> url_attributes{{
    {"href", "a", Attribute::link},
    {"cite", "blockquote q del ins", Attribute::link},
    {"longdesc", "img", Attribute::link},
    {"src", "img audio video source track", Attribute::source},
    {"poster", "video", Attribute::source},
    {"background", "table td th tr", Attribute::source},
    {"srcset", "img source", Attribute::sources},
    {"imagesrcset", "img", Attribute::sources},
}};

}  // namespace

Fate fate_of(Language language, std::string_view element) {
  switch (language) {
    case Language::math:
      return is_among(math_elements, element) ? Fate::keep : Fate::drop;
    case Language::svg:
      return is_among(svg_elements, element) ? Fate::keep : Fate::drop;
    case Language::html:
      break;
  }
  if (is_among(html_elements, element)) return Fate::keep;
  return is_among(dropped, element) ? Fate::drop : Fate::unwrap;
}

Attribute kind_of(Language language, std::string_view element, std::string_view attribute) {
  if (attribute == "style") return Attribute::style;
  if (is_among(on_every_element, attribute)) return Attribute::plain;
  if (language == Language::math)
    return is_among(of_math, attribute) ? Attribute::plain : Attribute::forbidden;
  if (language == Language::svg)
    return is_among(of_svg, attribute) ? Attribute::plain : Attribute::forbidden;
  for (const UrlRow& row : url_attributes)
    if (row.attribute == attribute && is_among(row.elements, element)) return row.kind;
  const auto* row = std::find_if(plain_attributes.begin(), plain_attributes.end(),
                                 [element](const Row& r) { return r.element == element; });
  const bool is_plain = row != plain_attributes.end() && is_among(row->attributes, attribute);
  return is_plain ? Attribute::plain : Attribute::forbidden;
}

bool is_void(std::string_view element) {
  return is_among("area base br col embed hr img input link meta source track wbr", element);
}

}  // namespace blogsearch::markup
