#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads the feeds of a folder with feedparser (JSON with Python's own parser), as a reader of
them would, and compares what they say: check_feeds.py DIR. Exit: 0 all is well, 1 not, 77 no
feedparser here."""
import calendar
import datetime
import html
import html.parser
import json
import pathlib
import sys
import urllib.parse

try:
    import feedparser
except ImportError:
    print("feedparser: skipped, it is not installed")
    sys.exit(77)


def instant(parsed):
    return calendar.timegm(parsed) if parsed else None


def instant_of_json(text):
    return int(datetime.datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp())


def same_text(text):
    """Text without what parsers may change: white space at the ends, kinds of line ends."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def once(terms):
    """A tag and a category of one name are two to Atom and RSS, one to JSON Feed."""
    return list(dict.fromkeys(terms))


def read_xml(path, complaints):
    feed = feedparser.parse(path.read_bytes(), sanitize_html=False, resolve_relative_uris=False)
    if feed.bozo:
        complaints.append(f"{path.name}: {feed.bozo_exception}")
    entries = []
    for entry in feed.entries:
        body = entry.content[0].value if entry.get("content") else ""
        entries.append(
            {
                "id": entry.get("id"),
                "url": entry.get("link"),
                "title": same_text(entry.get("title", "")),
                "published": instant(entry.get("published_parsed")),
                "updated": instant(entry.get("updated_parsed") if "updated" in entry else None),
                "authors": [author.get("name") for author in entry.get("authors", [])],
                "tags": once(tag.term for tag in entry.get("tags", [])),
                "enclosures": [
                    (enclosure.href, enclosure.type, int(enclosure.get("length", 0)))
                    for enclosure in entry.get("enclosures", [])
                ],
                "image": [image["url"] for image in entry.get("media_content", [])],
                "summary": same_text(entry.get("summary", "")),
                "html": same_text(body),
            }
        )
    return feed.feed.get("title", ""), entries


def read_atom(path, complaints):
    title, entries = read_xml(path, complaints)
    for entry in entries:
        if entry["summary"] == entry["html"]:  # feedparser's own filling in
            entry["summary"] = ""
    return title, entries


def read_rss(path, complaints):
    """A lone description is the body if the post has one, and HTML either way."""
    title, entries = read_xml(path, complaints)
    for entry in entries:
        entry["updated"] = entry["updated"] or entry["published"]
        if entry["html"]:
            entry["summary"] = html.unescape(entry["summary"])
        else:
            entry["description"] = entry.pop("summary")
            entry.pop("html")
    return title, entries


def read_json(path, complaints):
    feed = json.loads(path.read_bytes())
    entries = [
        {
            "id": item["id"],
            "url": item["url"],
            "title": same_text(item["title"]),
            "published": instant_of_json(item["date_published"]),
            "updated": instant_of_json(item["date_modified"]),
            "authors": [author["name"] for author in item["authors"]],
            "tags": item.get("tags", []),
            "enclosures": [
                (file["url"], file["mime_type"], file.get("size_in_bytes", 0))
                for file in item.get("attachments", [])
            ],
            "image": [item["image"]] if "image" in item else [],
            "summary": same_text(item.get("summary", "")),
            "html": same_text(item.get("content_html", "")),
        }
        for item in feed["items"]
    ]
    return feed["title"], entries


class Addresses(html.parser.HTMLParser):
    """What an entry's HTML must not have: addresses that lead nowhere outside its site, scripts."""

    def __init__(self, place, complaints):
        super().__init__()
        self.place, self.complaints = place, complaints

    def handle_starttag(self, tag, attributes):
        if tag in ("script", "style", "base", "meta", "object", "embed", "form"):
            self.complaints.append(f"{self.place}: <{tag}> is no part of an entry")
        for name, value in attributes:
            if name.startswith("on") or name == "srcdoc":
                self.complaints.append(f"{self.place}: <{tag} {name}> is no part of an entry")
            elif name == "srcset":
                for candidate in value.split(", "):
                    self.check(tag, name, candidate.split()[0])
            elif name in ("href", "src", "poster", "cite", "longdesc", "background"):
                self.check(tag, name, value)

    def check(self, tag, name, address):
        scheme = urllib.parse.urlsplit(address or "").scheme
        if not scheme or scheme in ("javascript", "vbscript", "file"):
            self.complaints.append(f"{self.place}: <{tag} {name}={address!r}> is not absolute")


def check_html(name, entries, complaints):
    for number, entry in enumerate(entries, start=1):
        parser = Addresses(f"{name}: entry {number}", complaints)
        parser.feed(entry.get("html", ""))
        parser.close()


def compare_entry(place, ours, theirs, complaints):
    if "description" in theirs:
        expected = ours["html"] or ours["summary"]
        if theirs["description"] != expected and html.unescape(theirs["description"]) != expected:
            complaints.append(f"{place}: the description is another: {theirs['description']!r}")
    for key in theirs.keys() & ours.keys():
        if theirs[key] != ours[key]:
            complaints.append(f"{place}: the {key} is {theirs[key]!r}, not {ours[key]!r}")


def compare(names, feeds, complaints):
    """Every other feed with the first one."""
    title, entries = feeds[0]
    for name, (other_title, others) in zip(names[1:], feeds[1:]):
        if other_title != title:
            complaints.append(f"{name}: the title is {other_title!r}, {names[0]} has {title!r}")
        if len(others) != len(entries):
            complaints.append(f"{name}: {len(others)} entries, {names[0]} has {len(entries)}")
        for number, (ours, theirs) in enumerate(zip(entries, others), start=1):
            compare_entry(f"{name}: entry {number}", ours, theirs, complaints)


def main(folder):
    readers = {"feed.json": read_json, "atom.xml": read_atom, "rss.xml": read_rss}
    present = [name for name in readers if (folder / name).exists()]
    complaints = [] if present else [f"{folder} has no feeds"]
    feeds = [readers[name](folder / name, complaints) for name in present]
    for name, (_, entries) in zip(present, feeds):
        check_html(name, entries, complaints)
    if feeds:
        compare(present, feeds, complaints)
    for complaint in complaints:
        print(f"feedparser: {complaint}")
    if not complaints:
        print(f"feedparser: {', '.join(present)} agree on {len(feeds[0][1])} entries")
    return 1 if complaints else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: check_feeds.py DIR")
    sys.exit(main(pathlib.Path(sys.argv[1])))
