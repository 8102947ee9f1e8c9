// SPDX-License-Identifier: GPL-2.0-or-later
//
// The table alone. Sources: the documentation of the generators named in it, and the front matter
// of blogs made with them.
#include <array>

#include "frontmatter/keys.hpp"

namespace blogsearch::frontmatter {
namespace {

constexpr auto opposite = Sense::opposite;

constexpr auto table = std::to_array<KeyRow>({
    {Field::title, "title", "all"},
    {Field::title, "eleventyNavigation.title", "Eleventy"},

    // When it is to appear goes before when it was written.
    {Field::published, "publishDate", "Hugo, Astro"},
    {Field::published, "pubDate", "Astro"},
    {Field::published, "pubDatetime", "AstroPaper"},
    {Field::published, "published", "Hugo; as a flag Jekyll, Hexo"},
    {Field::published, "publishedAt", "Astro, Next.js"},
    {Field::published, "publishedDate", "Astro"},
    {Field::published, "publishedOn", "various"},
    {Field::published, "publicationDate", "various"},
    {Field::published, "datePublished", "schema.org"},
    {Field::published, "date", "all"},
    {Field::published, "date.created", "Material for MkDocs"},
    {Field::published, "postDate", "various"},
    {Field::published, "posted", "various"},
    {Field::published, "postedOn", "various"},
    {Field::published, "created", "Obsidian"},
    {Field::published, "createdAt", "Nuxt"},
    {Field::published, "createdDate", "various"},
    {Field::published, "dateCreated", "schema.org"},

    {Field::updated, "updated", "Zola, Hexo"},
    {Field::updated, "updatedDate", "Astro"},
    {Field::updated, "updatedAt", "Nuxt, Next.js"},
    {Field::updated, "updatedOn", "various"},
    {Field::updated, "dateUpdated", "various"},
    {Field::updated, "date.updated", "Material for MkDocs"},
    {Field::updated, "extra.updated", "Zola themes"},
    {Field::updated, "lastmod", "Hugo"},
    {Field::updated, "modified", "Pelican, Hugo"},
    {Field::updated, "modifiedAt", "various"},
    {Field::updated, "modifiedDate", "various"},
    {Field::updated, "dateModified", "schema.org"},
    {Field::updated, "modDatetime", "AstroPaper"},
    {Field::updated, "lastModified", "Astro"},
    {Field::updated, "lastModifiedAt", "Jekyll"},
    {Field::updated, "lastUpdate", "Docusaurus"},
    {Field::updated, "lastUpdate.date", "Docusaurus"},
    {Field::updated, "lastUpdated", "Starlight, VitePress"},
    {Field::updated, "lastUpdatedAt", "various"},

    {Field::expires, "expiryDate", "Hugo"},
    {Field::expires, "unpublishDate", "Hugo"},
    {Field::expires, "expires", "various"},
    {Field::expires, "expirationDate", "various"},

    {Field::summary, "description", "all"},
    {Field::summary, "summary", "Hugo, Pelican, AstroPaper"},
    {Field::summary, "excerpt", "Jekyll, Hexo"},
    {Field::summary, "abstract", "Quarto"},
    {Field::summary, "teaser", "Jekyll themes"},
    {Field::summary, "params.summary", "Hugo"},
    {Field::summary, "extra.summary", "Zola themes"},
    {Field::summary, "subtitle", "Jekyll, Hexo themes"},
    {Field::summary, "eleventyNavigation.excerpt", "Eleventy"},

    {Field::excerpt_separator, "excerpt_separator", "Jekyll, gray-matter"},

    {Field::tags, "tags", "all"},
    {Field::tags, "tag", "Jekyll"},
    {Field::tags, "taxonomies.tags", "Zola"},
    {Field::tags, "extra.tags", "Zola themes"},
    {Field::tags, "params.tags", "Hugo"},
    {Field::tags, "topics", "various"},

    {Field::categories, "categories", "Jekyll, Hugo, Hexo"},
    {Field::categories, "category", "Jekyll, Pelican, Astro"},
    {Field::categories, "taxonomies.categories", "Zola"},
    {Field::categories, "params.categories", "Hugo"},

    {Field::keywords, "keywords", "Hugo, Docusaurus"},
    {Field::keywords, "taxonomies.keywords", "Zola"},

    {Field::series, "series", "Hugo, Eleventy, Hashnode, dev.to"},
    {Field::series, "series.name", "Hashnode, Eleventy"},
    {Field::series, "series.title", "various"},
    {Field::series, "taxonomies.series", "Zola"},
    {Field::series, "extra.series", "Zola themes"},
    {Field::series, "params.series", "Hugo"},

    {Field::authors, "authors", "Zola, Docusaurus, Pelican"},
    {Field::authors, "author", "all"},
    {Field::authors, "taxonomies.authors", "Zola"},
    {Field::authors, "extra.authors", "Zola themes"},
    {Field::authors, "extra.author", "Zola themes"},
    {Field::authors, "params.authors", "Hugo"},
    {Field::authors, "params.author", "Hugo"},

    {Field::draft, "draft", "all"},
    {Field::draft, "isDraft", "Astro"},
    {Field::draft, "private", "Obsidian"},
    {Field::draft, "published", "Jekyll, Hexo", opposite},
    {Field::draft, "publish", "Obsidian, Quartz", opposite},
    {Field::draft, "status", "Pelican, WordPress", Sense::plain, "draft"},
    {Field::draft, "status", "WordPress", Sense::plain, "private"},
    {Field::draft, "status", "WordPress", Sense::plain, "pending"},

    {Field::slug, "slug", "Hugo, Zola, Docusaurus, Pelican"},

    {Field::permalink, "permalink", "Jekyll, Hexo, Eleventy"},
    {Field::permalink, "url", "Hugo, Pelican"},
    {Field::permalink, "path", "Zola, Gatsby"},

    {Field::aliases, "aliases", "Hugo, Zola"},
    {Field::aliases, "redirectFrom", "Jekyll"},
    {Field::aliases, "alias", "Hexo"},

    {Field::canonical, "canonical", "Astro"},
    {Field::canonical, "canonicalUrl", "Jekyll, PaperMod, AstroPaper"},
    {Field::canonical, "params.canonicalUrl", "Hugo"},
    {Field::canonical, "extra.canonicalUrl", "Zola themes"},

    {Field::external, "externalUrl", "Jekyll, Hugo themes"},
    {Field::external, "externalLink", "Hugo themes"},
    {Field::external, "external", "various"},
    {Field::external, "linkUrl", "various"},
    {Field::external, "link", "Minimal Mistakes"},
    {Field::external, "params.externalUrl", "Hugo"},
    {Field::external, "extra.externalUrl", "Zola themes"},
    {Field::external, "extra.link", "Zola themes"},

    {Field::via, "via", "various"},
    {Field::via, "viaUrl", "various"},
    {Field::via, "source", "various"},
    {Field::via, "sourceUrl", "various"},

    {Field::related, "related", "various"},
    {Field::related, "relatedLinks", "various"},
    {Field::related, "seeAlso", "various"},

    {Field::lang, "lang", "Jekyll, Pelican, Eleventy"},
    {Field::lang, "language", "Hexo"},
    {Field::lang, "locale", "various"},

    {Field::image, "image", "Jekyll, Docusaurus, Astro"},
    {Field::image, "heroImage", "Astro"},
    {Field::image, "cover", "Hexo, PaperMod"},
    {Field::image, "coverImage", "Next.js"},
    {Field::image, "featuredImage", "Hugo and Gatsby themes"},
    {Field::image, "featureImage", "Ghost"},
    {Field::image, "ogImage", "AstroPaper"},
    {Field::image, "banner", "Hexo"},
    {Field::image, "thumbnail", "Hexo, Hugo themes"},
    {Field::image, "images", "Hugo"},
    {Field::image, "img", "various"},
    {Field::image, "header.image", "Minimal Mistakes"},
    {Field::image, "params.image", "Hugo"},
    {Field::image, "params.cover", "Hugo"},
    {Field::image, "extra.image", "Zola themes"},

    {Field::enclosures, "enclosures", "blogsearch"},
    {Field::enclosures, "enclosure", "@astrojs/rss, Jekyll themes"},
    {Field::enclosures, "attachments", "various"},
    {Field::enclosures, "audio", "Octopod, various"},
    {Field::enclosures, "audioUrl", "various"},
    {Field::enclosures, "audioFile", "various"},
    {Field::enclosures, "podcastFile", "Castanet"},
    {Field::enclosures, "podcastLink", "Jekyll Podcast Feed"},
    {Field::enclosures, "podcastUrl", "various"},
    {Field::enclosures, "params.enclosure", "Hugo"},
    {Field::enclosures, "params.audio", "Hugo"},
    {Field::enclosures, "extra.enclosure", "Zola themes"},
    {Field::enclosures, "extra.audio", "Zola themes"},

    {Field::enclosure_length, "enclosureLength", "blogsearch"},
    {Field::enclosure_length, "podcastBytes", "Castanet"},
    {Field::enclosure_length, "podcastLength", "Jekyll Podcast Feed"},
    {Field::enclosure_length, "audioLength", "various"},

    {Field::enclosure_duration, "enclosureDuration", "blogsearch"},
    {Field::enclosure_duration, "podcastDuration", "Castanet, Jekyll Podcast Feed"},
    {Field::enclosure_duration, "audioDuration", "various"},
    {Field::enclosure_duration, "duration", "Octopod"},

    {Field::rights, "rights", "Dublin Core"},
    {Field::rights, "copyright", "Hexo themes, Quarto"},
    {Field::rights, "params.copyright", "Hugo"},
    {Field::rights, "extra.copyright", "Zola themes"},

    {Field::license, "licenseUrl", "various"},
    {Field::license, "license", "Hexo and Hugo themes, Quarto"},
    {Field::license, "licence", "various"},
    {Field::license, "params.license", "Hugo"},
    {Field::license, "extra.license", "Zola themes"},

    {Field::id, "id", "blogsearch"},
    {Field::id, "guid", "blogsearch"},

    {Field::feed, "feed", "blogsearch"},
    {Field::feed, "excludeFromFeed", "various", opposite},
    {Field::feed, "render", "Zola"},
    {Field::feed, "permalink", "Eleventy"},
    {Field::feed, "hidden", "Hexo", opposite},
    {Field::feed, "unlisted", "Docusaurus", opposite},
    {Field::feed, "eleventyExcludeFromCollections", "Eleventy", opposite},
    {Field::feed, "status", "Pelican", opposite, "hidden"},
    {Field::feed, "build.list", "Hugo", opposite, "never"},
    {Field::feed, "build.render", "Hugo", opposite, "never"},

    {Field::search, "search", "blogsearch"},
    {Field::search, "inSearchIndex", "Zola"},
    {Field::search, "render", "Zola"},
    {Field::search, "search.exclude", "Material for MkDocs", opposite},
    {Field::search, "excludeSearch", "Docsy", opposite},
    {Field::search, "searchExclude", "Just the Docs", opposite},
    {Field::search, "searchHidden", "PaperMod", opposite},
    {Field::search, "permalink", "Eleventy"},
    {Field::search, "hidden", "Hexo", opposite},
    {Field::search, "unlisted", "Docusaurus", opposite},
    {Field::search, "eleventyExcludeFromCollections", "Eleventy", opposite},
    {Field::search, "status", "Pelican", opposite, "hidden"},
    {Field::search, "build.list", "Hugo", opposite, "never"},
    {Field::search, "build.render", "Hugo", opposite, "never"},
});

}  // namespace

std::span<const KeyRow> key_table() { return table; }

}  // namespace blogsearch::frontmatter
