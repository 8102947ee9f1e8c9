// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a configuration is made of, for telling whether it is still the same.
#pragma once

#include "blogsearch/model/config.hpp"
#include "state/fields.hpp"

namespace blogsearch::state {

inline void fields(Packer& archive, const model::ExtraFeed& feed) {
  const auto& [path, title, tags, categories, authors, sections, excluded, lang, query, formats,
               content, limit] = feed;
  archive(path, title, tags, categories, authors, sections, excluded, lang, query, formats, content,
          limit);
}

inline void fields(Packer& archive, const model::FeedChoice& choice) {
  const auto& [by, paths, slugs, contents, limits, extra, archives, max_bytes, opml, sitemap,
               snippet] = choice;
  archive(by, paths, slugs, contents, limits, extra, archives, max_bytes, opml, sitemap, snippet);
}

inline void fields(Packer& archive, const model::BuiltPages& built) {
  const auto& [root, url, select, drop] = built;
  archive(root, url, select, drop);
}

inline void fields(Packer& archive, const model::FeedsConfig& feeds) {
  const auto& [out, url, formats, limit, content, fragments, embeds, hubs, looks, stylesheet,
               choice, ids, built] = feeds;
  archive(out, url, formats, limit, content, fragments, embeds, hubs, looks, stylesheet, choice,
          ids, built);
}

inline void fields(Packer& archive, const model::Synonym& synonym) {
  const auto& [typed, found] = synonym;
  archive(typed, found);
}

inline void fields(Packer& archive, const model::SearchConfig& search) {
  const auto& [index, language, anchors, synonyms, saved, half_life_days] = search;
  archive(index, language, anchors, synonyms, saved, half_life_days);
}

inline void fields(Packer& archive, const model::Limits& limits) {
  const auto& [file_size, front_matter_size, front_matter_values, nesting, markup, search_size,
               tags] = limits;
  archive(file_size, front_matter_size, front_matter_values, nesting, markup, search_size, tags);
}

/// `build` changes no output, but for what a build is told by its options.
inline void fields(Packer& archive, const model::SiteConfig& config) {
  const auto& [file, ledger, state, site, posts, feeds, search, dates, limits, build] = config;
  archive(file, ledger, state, feeds, search, limits);
  {
    const auto& [title, url, description, language, timezone, author, rights, license, icon, logo] =
        site;
    archive(title, url, description, language, timezone, author, rights, license, icon, logo);
  }
  {
    const auto& [paths, url, include, exclude, static_folders, follow_links, excerpt_separator,
                 keys, date_from, updated_from] = posts;
    archive(paths, url, include, exclude, static_folders, follow_links, excerpt_separator, keys,
            date_from, updated_from);
  }
  const auto& [order, zones, first_year, last_year] = dates;
  archive(order, zones, first_year, last_year);
}

}  // namespace blogsearch::state
