#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Holds the dates of blogsearch against those that Python's standard library reads.

    bench/dates-oracle.py [--program build/blogsearch] [--zone Europe/Berlin] [-v] FOLDER…

Every post below the folders is read twice. blogsearch builds them as of 1970, so that its report
tells when each is due; nothing is written. This script reads the line of the date from the raw
front matter by itself, and knows nothing of blogsearch's code. It exits 1 when the two disagree
about an instant, or when blogsearch dates a post in which the script finds no date: not one
silently wrong date is tolerable. A post that blogsearch refuses is an error it has told of, and
is counted apart; so is a date that only blogsearch can read.
"""
import argparse
import codecs
import collections
import datetime as dt
import email.utils
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import zoneinfo

SUFFIXES = (".md", ".mdx", ".markdown", ".mkd", ".html")
KEYS = ("pubdate", "date", "published", "publishdate", "publishedat", "pubdatetime", "created",
        "datepublished", "publisheddate")  # without dashes and underscores
FLAGS = {"true", "false", "yes", "no", "on", "off", "null", "~", ""}


# --- the raw header -------------------------------------------------------------------------------

def header_of(text):
    """The header's dialect and its lines."""
    lines = text.lstrip("\ufeff \t\r\n").splitlines()
    if not lines:
        return None, []
    first = lines[0].rstrip()
    for dialect, fence, ends in (("yaml", "---", ("---", "...")), ("toml", "+++", ("+++",))):
        if first == fence:
            for i, line in enumerate(lines[1:], 1):
                if line.rstrip() in ends:
                    return dialect, lines[1:i]
            return None, []
    if first.startswith("{"):
        return "json", lines
    if re.match(r"[A-Za-z][\w -]*:(\s|$)", first):
        header = []
        for line in lines:
            if not line.strip():
                break
            header.append(line)
        return "lines", header
    return None, []


def fields_of(dialect, lines):
    """The header's top-level scalars by their keys, as in KEYS; the first of a key stays."""
    if dialect == "json":
        try:
            members, _ = json.JSONDecoder().raw_decode("\n".join(lines))
        except ValueError:
            return {}
        return {name_of(key): str(value) for key, value in members.items()
                if isinstance(value, (str, int))}
    pattern = (r"([\w.-]+)\s*=\s*(.*)" if dialect == "toml"
               else r"[\"']?(\w[\w -]*?)[\"']?\s*:(?:\s+(.*))?$")
    fields = {}
    for line in lines:
        if dialect == "toml" and line.lstrip().startswith("["):
            break  # tables are not the post's own
        match = re.match(pattern, line)
        if match:
            fields.setdefault(name_of(match.group(1)), plain(match.group(2) or "", dialect))
    return fields


def name_of(key):
    return re.sub(r"[-_\s]", "", key.lower())


def plain(value, dialect):
    value = value.strip()
    if value[:1] in ("'", '"') and dialect != "lines":
        end = value.find(value[0], 1)
        return value[1:end] if end > 0 else value
    return value if dialect == "lines" else re.sub(r"\s+#.*$", "", value).strip()


# --- what a date means ----------------------------------------------------------------------------

ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})"
                 r"(?:(?:[Tt]|\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(.*))?$")
OFFSET = re.compile(r"([+-])(\d{1,2}):?(\d{2})?$")
FORMS = ("%b %d %Y", "%B %d %Y", "%b %d, %Y", "%B %d, %Y", "%d %b %Y", "%d %B %Y", "%Y/%m/%d",
         "%d %b, %Y", "%d %B, %Y", "%Y.%m.%d", "%d.%m.%Y", "%Y/%m/%d %H:%M:%S", "%Y/%m/%d %H:%M",
         "%a %b %d %Y", "%a %b %d %H:%M:%S %Y", "%A, %B %d, %Y", "%a, %d %b %Y", "%Y%m%d")


def zone_of(text, site):
    if not text:
        return site
    if text in ("Z", "z", "UTC", "GMT"):
        return dt.timezone.utc
    match = OFFSET.match(text)
    if match:
        size = dt.timedelta(hours=int(match.group(2)), minutes=int(match.group(3) or 0))
        return dt.timezone(-size if match.group(1) == "-" else size)
    if "/" in text:
        return zoneinfo.ZoneInfo(text)
    probe = email.utils.parsedate_tz("1 Jan 2020 00:00:00 " + text)
    if probe and text in ("EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT"):
        return dt.timezone(dt.timedelta(seconds=probe[9]))
    raise ValueError("zone " + text)


def instant_of(value, site):
    """The instant, or None when this script cannot tell."""
    try:
        match = ISO.match(value)
        if match:
            numbers = [int(n or 0) for n in match.groups()[:6]]
            wall = dt.datetime(*numbers)
            return wall.replace(tzinfo=zone_of(match.group(7), site)).astimezone(dt.timezone.utc)
        for form in FORMS:
            try:
                return dt.datetime.strptime(value, form).replace(tzinfo=site).astimezone(
                    dt.timezone.utc)
            except ValueError:
                pass
        script = re.match(r"\w{3} (\w{3} \d{2} \d{4} \d{2}:\d{2}:\d{2}) GMT([+-]\d{4})", value)
        if script:  # JavaScript's Date.toString
            return dt.datetime.strptime(" ".join(script.groups()), "%b %d %Y %H:%M:%S %z").astimezone(
                dt.timezone.utc)
        if re.match(r"(?:\w{3}, )?\d{1,2} \w{3} \d{4} \d{2}:\d{2}", value):
            parsed = email.utils.parsedate_to_datetime(value)
            return (parsed if parsed.tzinfo else parsed.replace(tzinfo=site)).astimezone(
                dt.timezone.utc)
    except (ValueError, OverflowError, TypeError, zoneinfo.ZoneInfoNotFoundError):
        pass
    return None


DAY = re.compile(r"(?:^|/)(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?=$|/|[-_ ][^/]+$)")


def day_in(path):
    days = list(DAY.finditer(path))
    return "-".join((days[-1].group(1), days[-1].group(3), days[-1].group(4))) if days else None


def written_date(path, text):
    """The date of a post as its author wrote it, or None."""
    fields = fields_of(*header_of(text))
    for key in KEYS:
        if fields.get(key, "").lower() not in FLAGS:
            return fields[key]
    for key in ("permalink", "url", "path", "slug"):
        value = re.sub(r"\.html$", "", fields.get(key, ""))
        if day_in(value):
            return day_in(value)
    stem = re.sub(r"/index$", "", re.sub(r"\.\w+$", "", path))
    return day_in(re.sub(r"\.[a-z]{2}(-[a-zA-Z]{2})?$", "", stem))


# --- the other side -------------------------------------------------------------------------------

def ask_program(program, folder, zone):
    """{path: instant} and {path: reason} of what was refused, by blogsearch."""
    with tempfile.TemporaryDirectory() as scratch:
        config = os.path.join(scratch, "blogsearch.yaml")
        include = json.dumps(["**/*" + suffix for suffix in SUFFIXES])
        pathlib.Path(config).write_text(
            f"site: {{url: https://example.org/, timezone: {zone}}}\n"
            f"posts: {{path: {json.dumps(str(folder))}, include: {include}}}\n", "utf-8")
        report = os.path.join(scratch, "report.json")
        ran = subprocess.run([program, "build", "--config", config, "--now", "1970-01-01T00:00:00Z",
                              "--drafts", "--dry-run", "--report", report, "-q"],
                             cwd=scratch, capture_output=True, check=False)
        if ran.returncode not in (0, 1):
            sys.exit(f"{folder}: blogsearch ended with {ran.returncode}:\n"
                     + ran.stderr.decode("utf-8", "replace"))
        told = json.loads(pathlib.Path(report).read_text("utf-8"))
    dates = {}
    for entry in told["held_back"]:
        if entry["reason"].startswith("due "):
            dates[entry["path"]] = dt.datetime.fromisoformat(
                entry["reason"][4:].replace("Z", "+00:00")).astimezone(dt.timezone.utc)
    return dates, {entry["path"]: entry["reason"] for entry in told["broken"]}


def text_of(data):
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    return data.decode("utf-8", "replace")


def posts_in(folder):
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        hidden = any(part.startswith(".") for part in parts)
        if path.suffix in SUFFIXES and path.is_file() and not hidden \
                and not path.name.startswith("_index."):
            yield path


def compare(folder, program, zone, say):
    site = zoneinfo.ZoneInfo(zone)
    dates, broken = ask_program(program, folder, zone)
    counts = collections.Counter()
    for path in posts_in(folder):
        counts["files"] += 1
        text = text_of(path.read_bytes())
        written = written_date(path.relative_to(folder).as_posix(), text)
        ours = dates.get(str(path))
        if str(path) in broken:
            kind = "refused" if written else "refused without a date"
            say(kind, path, written, broken[str(path)])
        elif written is None:
            kind = "wrong" if ours else "no date"
            if ours:
                say("WRONG", path, "no date", ours)
        elif ours is None:
            kind = "missed"
            say(kind, path, written, "no date")
        else:
            theirs = instant_of(written, site)
            kind = "unreadable here" if theirs is None else "equal" if theirs == ours else "wrong"
            if kind != "equal":
                say("WRONG" if kind == "wrong" else kind, path, written, ours)
        counts[kind] += 1
    return counts


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", default="build/blogsearch")
    parser.add_argument("--zone", default="UTC", help="what a date without an offset means")
    parser.add_argument("-v", "--verbose", action="store_true", help="name every difference")
    parser.add_argument("folders", nargs="+", type=pathlib.Path)
    arguments = parser.parse_args()
    total = collections.Counter()

    def say(kind, path, written, ours):
        if arguments.verbose or kind == "WRONG":
            print(f"  {kind}: {path}: {written!r}: {ours}")

    for folder in arguments.folders:
        program = os.path.abspath(arguments.program)
        counts = compare(folder.resolve(), program, arguments.zone, say)
        print(f"{folder}: " + ", ".join(f"{n} {kind}" for kind, n in sorted(counts.items())))
        total += counts
    compared = total["equal"] + total["wrong"]
    print(f"all: {compared} compared, {total['equal']} equal, {total['wrong']} wrong; "
          f"{total['unreadable here']} read by blogsearch alone, {total['missed']} missed by it, "
          f"{total['refused']} refused by it, {total['no date']} without a date")
    return 1 if total["wrong"] else 0


if __name__ == "__main__":
    sys.exit(main())
