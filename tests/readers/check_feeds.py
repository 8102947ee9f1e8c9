#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads every feed below a folder as a reader of feeds would, and holds them against each other:

    check_feeds.py DIR [WHOLE]

The formats of one feed say the same; archives (RFC 5005, next_url) lead to each older entry once;
no address is relative. WHOLE is the same site built with `limit: 0`: feed by feed, DIR and its
archives have exactly its entries. Exit: 0 all is well, 1 not, 77 no feedparser here."""
import collections
import html
import html.parser
import pathlib
import re
import sys
import urllib.parse

try:
    import documents
except ImportError as missing:
    if missing.name != "feedparser":
        raise
    print("feedparser: skipped, it is not installed")
    sys.exit(77)

ORDER = ("json", "atom", "rss")
ADDRESS_ATTRIBUTES = (
    "href",
    "src",
    "poster",
    "cite",
    "longdesc",
    "background",
    "data",
    "action",
    "formaction",
    "xlink:href",
)
CSS_ADDRESS = re.compile(r"url\(\s*[\"']?([^\"')]*)", re.IGNORECASE)


def is_absolute(address):
    try:
        scheme = urllib.parse.urlsplit(address or "").scheme
    except ValueError:  # a broken host is no relative address
        return "://" in address
    return bool(scheme) and scheme not in ("javascript", "vbscript", "file")


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
            elif name in ("srcset", "imagesrcset"):
                for candidate in value.split(", "):
                    self.check(tag, name, candidate.split()[0])
            elif name == "style":
                for address in CSS_ADDRESS.findall(value or ""):
                    self.check(tag, name, address)
            elif name in ADDRESS_ATTRIBUTES:
                self.check(tag, name, value)

    def check(self, tag, name, address):
        if not is_absolute(address):
            self.complaints.append(f"{self.place}: <{tag} {name}={address!r}> is not absolute")


def check_addresses(document, complaints):
    for where, address in document.addresses:
        if not is_absolute(address):
            complaints.append(f"{document.path}: {where} {address!r} is not absolute")


def check_html(document, complaints):
    for number, entry in enumerate(document.entries, start=1):
        parser = Addresses(f"{document.path}: entry {number}", complaints)
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


def compare(ours, theirs, complaints):
    if theirs.title != ours.title:
        complaints.append(
            f"{theirs.path}: the title is {theirs.title!r}, {ours.path} has {ours.title!r}"
        )
    if len(theirs.entries) != len(ours.entries):
        complaints.append(
            f"{theirs.path}: {len(theirs.entries)} entries, {ours.path} has {len(ours.entries)}"
        )
    if bool(theirs.previous) != bool(ours.previous):
        complaints.append(f"{theirs.path}: only one of it and {ours.path} has older entries")
    for number, (our, their) in enumerate(zip(ours.entries, theirs.entries), start=1):
        compare_entry(f"{theirs.path}: entry {number}", our, their, complaints)


def groups(all_documents):
    """The formats of one feed: `atom.xml rss.xml feed.json`, `rust.xml rust.rss.xml rust.json`."""
    feeds = collections.defaultdict(list)
    for document in all_documents:
        stem = document.path.name.partition(".")[0]
        stem = "" if stem in ("atom", "rss", "feed", "index") else stem
        feeds[document.path.parent, stem].append(document)
    return [sorted(feed, key=lambda d: ORDER.index(d.kind)) for feed in feeds.values()]


class Chains:
    """How documents name each other."""

    def __init__(self, all_documents, complaints):
        self.complaints = complaints
        self.by_url = {document.self_url: document for document in all_documents}
        targets = {document.previous for document in all_documents}
        self.first = [
            d for d in all_documents if not d.is_archive and not (d.kind == "json" and d.self_url in targets)
        ]
        if len(self.by_url) != len(all_documents):
            complaints.append("two documents have one address of their own")
        for document in all_documents:
            path = urllib.parse.unquote(urllib.parse.urlsplit(document.self_url).path)
            if not path.endswith(f"/{document.path}"):
                complaints.append(f"{document.path}: says that it is {document.self_url!r}")

    def archives_of(self, document):
        """Oldest last."""
        archives, at = [], document
        while at.previous:
            older = self.by_url.get(at.previous)
            if older is None or older in archives:
                self.complaints.append(f"{at.path}: {at.previous!r} is no older document of this feed")
                break
            if older.kind != "json" and (not older.is_archive or older.current != document.self_url):
                self.complaints.append(f"{older.path}: is no archive of {document.path}")
            archives.append(older)
            at = older
        return archives

    def check(self):
        """The ids that each feed leads to, by its address."""
        reached, ids_of = [], {}
        for document in self.first:
            archives = self.archives_of(document)
            reached += [archive.path for archive in archives]
            archived = [entry["id"] for archive in archives for entry in archive.entries]
            if len(set(archived)) != len(archived):
                self.complaints.append(f"{document.path}: an entry is in two of its archives")
            if document.is_complete and archives:
                self.complaints.append(f"{document.path}: is complete, and has older entries")
            ids_of[document.self_url] = set(archived) | {e["id"] for e in document.entries}
        for document in self.by_url.values():
            if document.is_archive and reached.count(document.path) != 1:
                self.complaints.append(f"{document.path}: {reached.count(document.path)} feeds lead to it")
        return ids_of


def check_lists(folder, chains, complaints):
    """Each feed is in an OPML file once, in one of its formats; nothing else is."""
    for path, addresses in documents.listed(folder):
        for address in addresses:
            if address not in chains.by_url:
                complaints.append(f"{path}: {address!r} is no feed of this folder")
        for feed in groups(chains.first):
            if sum(document.self_url in addresses for document in feed) != 1:
                complaints.append(f"{path}: {feed[0].path} is not in it once")


def check_whole(ids_of, chains, whole, complaints):
    """Against the same feeds without archives."""
    theirs = {d.self_url: d for d in documents.read_all(whole, complaints) if not d.is_archive}
    if theirs.keys() != ids_of.keys():
        complaints.append(f"{whole} has other feeds: {sorted(theirs.keys() ^ ids_of.keys())[:3]}")
    for address in theirs.keys() & ids_of.keys():
        document = chains.by_url[address]
        ids = {entry["id"] for entry in theirs[address].entries}
        here = {entry["id"] for entry in document.entries}
        if document.previous and ids_of[address] != ids:
            complaints.append(f"{document.path}: {len(ids_of[address])} of {len(ids)} entries are there")
        if document.kind != "json" and document.is_complete != (here == ids):
            complaints.append(f"{document.path}: has {len(here)} of {len(ids)} entries: complete or not?")


def main(folder, whole):
    complaints = []
    all_documents = documents.read_all(folder, complaints)
    if not all_documents:
        complaints.append(f"{folder} has no feeds")
    for document in all_documents:
        check_addresses(document, complaints)
    for feed in groups(all_documents):
        if len({document.kind for document in feed}) != len(feed):
            complaints.append(f"{feed[0].path}: which of its neighbours belong to it?")
        check_html(feed[0], complaints)
        for other in feed[1:]:
            compare(feed[0], other, complaints)
    chains = Chains(all_documents, complaints)
    ids_of = chains.check()
    check_lists(folder, chains, complaints)
    if whole:
        check_whole(ids_of, chains, whole, complaints)
    for complaint in complaints:
        print(f"feedparser: {complaint}")
    if not complaints:
        entries = sum(len(document.entries) for document in all_documents)
        print(
            f"feedparser: {len(groups(chains.first))} feeds, {len(all_documents)} documents, "
            f"{entries} entries agree"
        )
    return 1 if complaints else 0


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit("usage: check_feeds.py DIR [WHOLE]")
    sys.exit(main(*[pathlib.Path(name) for name in sys.argv[1:]], *[None] * (3 - len(sys.argv))))
