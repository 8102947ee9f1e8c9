// SPDX-License-Identifier: GPL-2.0-or-later
// Reads every feed below the folders with rss-parser and feedsmith, and compares what they find with
// the JSON Feed beside it (of which rss-parser knows nothing): node check.mjs DIR…
// `make readers` runs it on the example sites; it is no part of `make test`, which needs no network.
import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {dirname, join, relative} from 'node:path';
import {parseFeed} from 'feedsmith';
import Parser from 'rss-parser';

const sameText = (text) => (text ?? '').replaceAll(/\r\n?/g, '\n').trim();
const instant = (text) => new Date(text).getTime();

// Each reader makes of a file {title, entries: [{id, url, title, published, content}]}.
function fromJson(text) {
  const feed = JSON.parse(text);
  return {
    title: feed.title,
    entries: feed.items.map((item) => ({
      id: item.id,
      url: item.url,
      title: sameText(item.title),
      published: instant(item.date_published),
      content: sameText(item.content_html ?? item.summary),
    })),
  };
}

const feedsmith = {
  atom: (entry) => ({
    id: entry.id,
    url: entry.links.find((link) => link.rel === 'alternate')?.href,
    title: sameText(entry.title.value),
    published: instant(entry.published),
    content: sameText(entry.content?.value ?? entry.summary?.value),
  }),
  rss: (item) => ({
    id: item.guid.value,
    url: item.link,
    title: sameText(item.title),
    published: instant(item.pubDate),
    content: sameText(item.content?.encoded ?? item.description),
  }),
  json: (item) => ({
    id: item.id,
    url: item.url,
    title: sameText(item.title),
    published: instant(item.date_published),
    content: sameText(item.content_html ?? item.summary),
  }),
};

function fromFeedsmith(text) {
  const {format, feed} = parseFeed(text);
  const entries = (feed.entries ?? feed.items ?? []).map(feedsmith[format]);
  return {title: feed.title.value ?? feed.title, entries};
}

async function fromRssParser(text) {
  const feed = await new Parser().parseString(text);
  const entries = feed.items.map((item) => ({
    id: item.guid ?? item.id,
    url: item.link,
    title: sameText(item.title),
    published: instant(item.isoDate),
    content: sameText(item['content:encoded'] ?? item.content ?? item.summary),
  }));
  return {title: feed.title, entries};
}

// Of a JSON Feed: the same feed in other formats, `atom.xml` and `rss.xml` or `rust.xml` and
// `rust.rss.xml`.
function siblings(path) {
  const stem = path.slice(0, -'.json'.length);
  const names = path.endsWith('/feed.json')
    ? [join(dirname(path), 'atom.xml'), join(dirname(path), 'rss.xml')]
    : [`${stem}.xml`, `${stem}.rss.xml`];
  return names.filter(existsSync);
}

// A reader that falls back to HTML for a summary has escaped it: both are the same text.
const unescaped = (text) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

function differences(ours, theirs) {
  if (theirs.title !== ours.title) return [`the title is ${theirs.title}, not ${ours.title}`];
  if (theirs.entries.length !== ours.entries.length)
    return [`${theirs.entries.length} entries, not ${ours.entries.length}`];
  const found = [];
  ours.entries.forEach((entry, i) => {
    for (const key of Object.keys(entry)) {
      const other = theirs.entries[i][key];
      if (other === entry[key]) continue;
      if (key === 'content' && unescaped(other) === entry[key]) continue;
      found.push(`entry ${i + 1}: the ${key} is ${JSON.stringify(other)}, not ${JSON.stringify(entry[key])}`);
    }
  });
  return found;
}

async function read(reader, path) {
  try {
    return {feed: await reader(readFileSync(path, 'utf8'))};
  } catch (error) {
    return {reason: error.message};
  }
}

async function check(folder) {
  const complaints = [];
  let feeds = 0;
  let entries = 0;
  const compare = async (name, reader, path, ours) => {
    const {feed, reason} = await read(reader, path);
    for (const complaint of reason ? [reason] : differences(ours, feed))
      complaints.push(`${name}: ${relative(folder, path)}: ${complaint}`);
  };
  for (const name of readdirSync(folder, {recursive: true}).sort()) {
    const path = join(folder, name);
    if (!name.endsWith('.json')) continue;
    const text = readFileSync(path, 'utf8');
    if (!JSON.parse(text).version?.includes('jsonfeed.org')) continue;
    const ours = fromJson(text);
    feeds += 1;
    entries += ours.entries.length;
    await compare('feedsmith', fromFeedsmith, path, ours);
    for (const sibling of siblings(path)) {
      await compare('feedsmith', fromFeedsmith, sibling, ours);
      await compare('rss-parser', fromRssParser, sibling, ours);
    }
  }
  for (const complaint of complaints) console.log(complaint);
  console.log(`${folder}: ${feeds} feeds, ${entries} entries, ${complaints.length} complaints`);
  return complaints.length === 0 && feeds > 0;
}

let isWell = process.argv.length > 2;
for (const folder of process.argv.slice(2)) isWell = (await check(folder)) && isWell;
process.exitCode = isWell ? 0 : 1;
