# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads posts as other programs would: loosely, and knowing nothing of blogsearch's code."""
import collections
import datetime
import pathlib
import re

SUFFIXES = (".md", ".mdx", ".markdown", ".mkd")
HEADER = re.compile(r"\A\ufeff?(?:(---|\+\+\+)[ \t]*\r?\n(.*?)\r?\n\1[ \t]*(?:\r?\n|\Z)"
                    r"|((?:[A-Za-z][\w-]*:[^\n]*\n)+)\r?\n)", re.DOTALL)
TITLE = re.compile(r"^title\s*[:=]\s*(.*)$", re.IGNORECASE | re.MULTILINE)
TAGS = re.compile(r"^tags\s*[:=]\s*\[(.*)\]", re.IGNORECASE | re.MULTILINE)
DAY = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")

Post = collections.namedtuple("Post", "path header title tags body")


def read_post(path):
    text = path.read_text("utf-8", "replace")
    header = HEADER.match(text)
    front = (header.group(2) or header.group(3) or "") if header else ""
    title, tags = TITLE.search(front), TAGS.search(front)
    return Post(path, front, title.group(1).strip(" \r\"'") if title else path.stem,
                [tag.strip(" \"'") for tag in tags.group(1).split(",")] if tags else [],
                text[header.end():] if header else text)


def posts_in(folder):
    """In the order of their paths."""
    for path in sorted(pathlib.Path(folder).rglob("*")):
        if path.suffix in SUFFIXES and path.is_file():
            yield read_post(path)


def day_of(post):
    """What header or path say, or None.

    >>> day_of(Post(pathlib.Path("2024-02-30-2024-03-05.md"), "", "", [], ""))
    datetime.date(2024, 3, 5)
    """
    for day in DAY.findall(post.header) + DAY.findall(post.path.as_posix().replace("/", "-")):
        try:
            return datetime.date.fromisoformat(day)
        except ValueError:
            pass
    return None
