// SPDX-License-Identifier: GPL-2.0-or-later
// Answers the queries of a test collection with MiniSearch: reads {documents: [[id, title, text]…],
// queries: [[id, text]…], limit} on stdin, writes {engine: {query: [document…]}}.
import {readFileSync} from 'node:fs';
import MiniSearch from 'minisearch';

const engines = {
  'MiniSearch': {boost: {title: 2}},
  'MiniSearch, typos and prefixes': {boost: {title: 2}, fuzzy: 0.2, prefix: true},
};

const {documents, queries, limit} = JSON.parse(readFileSync(0, 'utf8'));
const index = new MiniSearch({fields: ['title', 'text']});
index.addAll(documents.map(([id, title, text]) => ({id, title, text})));

const answers = {};
for (const [engine, options] of Object.entries(engines)) {
  answers[engine] = Object.fromEntries(
    queries.map(([id, text]) => [id, index.search(text, options).slice(0, limit).map((hit) => hit.id)]),
  );
}
process.stdout.write(JSON.stringify(answers));
