# SPDX-License-Identifier: GPL-2.0-or-later
"""fts5.py POSTS FILE: a table of SQLite's FTS5 of the posts, which keeps their text."""
import os
import sqlite3
import sys

folder, file = sys.argv[1:]


def rows():
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), encoding="utf-8") as post:
            _, header, body = post.read().split("---\n", 2)
        title = next(line for line in header.split("\n") if line.startswith("title:"))
        yield name, title[7:].strip('"'), body


table = sqlite3.connect(file)
table.execute("CREATE VIRTUAL TABLE posts USING fts5(path UNINDEXED, title, text, tokenize='porter')")
table.executemany("INSERT INTO posts VALUES (?, ?, ?)", rows())
table.commit()
table.close()
