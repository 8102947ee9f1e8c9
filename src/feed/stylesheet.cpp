// SPDX-License-Identifier: GPL-2.0-or-later
//
// One sheet for Atom and RSS. CSS can hide and arrange what stands in a feed, and no more: it makes
// no links of addresses and no HTML of escaped HTML. So it shows titles, dates, summaries and
// addresses to copy, and hides the rest.
#include "blogsearch/feed/writer.hpp"

namespace blogsearch::feed {
namespace {

constexpr std::string_view sheet = R"(@namespace atom "http://www.w3.org/2005/Atom";
@namespace content "http://purl.org/rss/1.0/modules/content/";

/* What a person does not read. */
atom|feed > *, channel > *, atom|entry > *, item > * {
  display: none;
}

:root {
  color-scheme: light dark;
  display: block;
  max-width: 40rem;
  margin: 0 auto;
  padding: 2rem 1rem 4rem;
  font: 1rem/1.5 system-ui, sans-serif;
  background: Canvas;
  color: CanvasText;
}

:root::before {
  content: "This is a web feed. Copy the address of this page into a feed reader to follow the site.";
  display: block;
  margin-bottom: 2rem;
  padding: .75rem 1rem;
  border-left: .25rem solid #e8590c;
  background: #e8590c1a;
}

channel {
  display: block;
}

atom|feed > atom|title, channel > title {
  display: block;
  font-size: 2rem;
  font-weight: bold;
  line-height: 1.2;
}

atom|feed > atom|subtitle, channel > description {
  display: block;
  margin-top: .5rem;
  font-size: 1.1rem;
}

/* Addresses: Atom's stand in attributes. */
atom|feed > atom|link[rel="alternate"], channel > link,
atom|entry > atom|link[rel="alternate"], item > link {
  display: block;
  overflow-wrap: anywhere;
  user-select: all;
  opacity: .75;
}

atom|feed > atom|link[rel="alternate"]::before,
atom|entry > atom|link[rel="alternate"]::before {
  content: attr(href);
}

atom|entry, item {
  display: block;
  margin-top: 2rem;
  padding-top: 1.5rem;
  border-top: 1px solid #8886;
}

atom|entry > atom|title, item > title {
  display: block;
  font-size: 1.25rem;
  font-weight: bold;
  line-height: 1.3;
}

/* The day alone: ten letters of 2022-12-14T10:00:00Z, sixteen of Wed, 14 Dec 2022 10:00:00 GMT. */
atom|entry > atom|published, item > pubDate {
  display: block;
  overflow: hidden;
  width: 10ch;
  height: 1.5em;
  font-family: ui-monospace, monospace;
  white-space: nowrap;
  opacity: .75;
}

item > pubDate {
  width: 16ch;
}

/* A summary is short; what is not is HTML that was left without one. */
atom|entry > atom|summary, item > description {
  display: -webkit-box;
  overflow: hidden;
  margin-top: .5rem;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 6;
}
)";

}  // namespace

std::string_view stylesheet() { return sheet; }

}  // namespace blogsearch::feed
