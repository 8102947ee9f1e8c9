# SPDX-License-Identifier: GPL-2.0-or-later
"""Feed documents as others read them: XML by feedparser and ElementTree, JSON by Python's parser."""
import calendar
import dataclasses
import datetime
import html
import json
import pathlib
import xml.etree.ElementTree

import feedparser

ATOM = "{http://www.w3.org/2005/Atom}"
HISTORY = "{http://purl.org/syndication/history/1.0}"
JSON_ADDRESSES = (
    "url",
    "external_url",
    "home_page_url",
    "feed_url",
    "next_url",
    "image",
    "banner_image",
    "icon",
    "favicon",
    "avatar",
)


@dataclasses.dataclass
class Document:
    """`entries` are dictionaries whose keys may be compared between formats."""

    path: pathlib.Path  # below the folder
    kind: str  # atom, rss, json
    title: str = ""
    self_url: str = ""
    previous: str = ""  # where older entries are: rel=prev-archive, next_url
    current: str = ""  # of an archive: where newer entries are
    is_archive: bool = False
    is_complete: bool = False
    addresses: list = dataclasses.field(default_factory=list)  # (where, address)
    entries: list = dataclasses.field(default_factory=list)


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


def entry_of_xml(entry):
    body = entry.content[0].value if entry.get("content") else ""
    return {
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


def mend_atom(entry):
    if entry["summary"] == entry["html"]:  # feedparser's own filling in
        entry["summary"] = ""


def mend_rss(entry):
    """A lone description is the body if the post has one, and HTML either way."""
    entry["updated"] = entry["updated"] or entry["published"]
    if entry["html"]:
        entry["summary"] = html.unescape(entry["summary"])
    else:
        entry["description"] = entry.pop("summary")
        entry.pop("html")


def read_envelope(document, root):
    """What stands around the entries; for Atom these are the root's, for RSS the channel's."""
    envelope = root if document.kind == "atom" else root.find("channel")
    for link in envelope.findall(ATOM + "link"):
        if link.get("rel") == "self":
            document.self_url = link.get("href")
        elif link.get("rel") == "prev-archive":
            document.previous = link.get("href")
        elif link.get("rel") == "current":
            document.current = link.get("href")
    document.is_archive = envelope.find(HISTORY + "archive") is not None
    document.is_complete = envelope.find(HISTORY + "complete") is not None


def addresses_of_xml(root):
    base = "{http://www.w3.org/XML/1998/namespace}base"
    for element in root.iter():
        name = element.tag.rpartition("}")[2]
        for attribute in ("href", "src", "url", "uri", "scheme", "domain", base):
            if attribute in element.attrib:
                yield f"<{name} {attribute.rpartition('}')[2]}>", element.get(attribute)
        if name in ("uri", "icon", "logo") or (name in ("link", "url", "comments") and element.text):
            yield f"<{name}>", element.text
        if name == "guid" and element.get("isPermaLink", "true") == "true":
            yield "<guid>", element.text


def read_xml(document, data, root, complaints):
    read_envelope(document, root)
    document.addresses = list(addresses_of_xml(root))
    feed = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    if feed.bozo:
        complaints.append(f"{document.path}: {feed.bozo_exception}")
    document.title = feed.feed.get("title", "")
    document.entries = [entry_of_xml(entry) for entry in feed.entries]
    for entry in document.entries:
        (mend_atom if document.kind == "atom" else mend_rss)(entry)


def addresses_of_json(value):
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
        if key in JSON_ADDRESSES:
            yield key, inner
        elif isinstance(inner, (dict, list)):
            yield from addresses_of_json(inner)


def entry_of_json(item):
    return {
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


def read_json(document, feed):
    document.title = feed["title"]
    document.self_url = feed["feed_url"]
    document.previous = feed.get("next_url", "")
    document.addresses = list(addresses_of_json(feed))
    document.entries = [entry_of_json(item) for item in feed["items"]]


def read(folder, path, complaints):
    """None when the file is no feed: a sitemap, a list of feeds, a file of the site's own."""
    data = (folder / path).read_bytes()
    if path.suffix == ".json":
        feed = json.loads(data)
        if "jsonfeed.org" not in feed.get("version", ""):
            return None
        document = Document(path, "json")
        read_json(document, feed)
        return document
    root = xml.etree.ElementTree.fromstring(data)
    kind = {ATOM + "feed": "atom", "rss": "rss"}.get(root.tag)
    if kind is None:
        return None
    document = Document(path, kind)
    read_xml(document, data, root, complaints)
    return document


def read_all(folder, complaints):
    """Every feed document below the folder, by path."""
    documents = []
    for path in sorted(folder.rglob("*")):
        if path.suffix not in (".xml", ".json") or not path.is_file():
            continue
        document = read(folder, path.relative_to(folder), complaints)
        if document:
            documents.append(document)
    return documents


def listed(folder):
    """The addresses of each OPML file below the folder."""
    for path in sorted(folder.rglob("*.opml")):
        root = xml.etree.ElementTree.parse(path).getroot()
        yield path.relative_to(folder), [o.get("xmlUrl") for o in root.iter("outline")]
