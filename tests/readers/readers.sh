#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Lets programs that we did not write read the feeds of a folder: readers.sh DIR.
# jing needs RFC 4287's schema: ATOM_RNC names the file. A reader that is not here is skipped, in
# one line; any complaint ends in exit 1.
set -u
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
if [ $# -ne 1 ] || ! cd "$1"; then
  echo "usage: readers.sh DIR" >&2
  exit 2
fi
failed=0

complain() {
  echo "$*"
  failed=1
}

# Time, title and link of each entry, as sfeed shows them.
shown_by_sfeed() {
  sfeed <"$1" | cut -f 1-3
}

read_with_feedparser() {
  /usr/bin/python3 "$here/check_feeds.py" .
  case $? in
    0 | 77) ;;
    *) failed=1 ;;
  esac
}

# $1: a feed; $2: the tag each of its entries opens with.
read_with_sfeed() {
  [ -f "$1" ] || return
  expected=$(grep -c "^ *<$2[ >]" "$1")
  shown=$(shown_by_sfeed "$1" | wc -l)
  if [ "$shown" -ne "$expected" ]; then
    complain "sfeed: $1 has $expected entries, $shown are shown"
  elif shown_by_sfeed "$1" | awk -F '\t' '$1 == "" || $2 == "" || $3 == "" { bad = 1 } END { exit !bad }'; then
    complain "sfeed: an entry of $1 has no time, title or link"
  else
    echo "sfeed: $1 shows $shown entries"
  fi
}

compare_with_sfeed() {
  if [ -f atom.xml ] && [ -f rss.xml ] &&
    [ "$(shown_by_sfeed atom.xml)" != "$(shown_by_sfeed rss.xml)" ]; then
    complain "sfeed: atom.xml and rss.xml show different entries"
  fi
}

check_with_jing() {
  [ -f atom.xml ] || return
  if jing -c "$ATOM_RNC" atom.xml 2>/dev/null; then
    echo "jing: atom.xml is valid"
  else
    complain "jing: atom.xml does not follow the schema"
  fi
}

read_with_feedparser

if command -v sfeed >/dev/null; then
  read_with_sfeed atom.xml entry
  read_with_sfeed rss.xml item
  compare_with_sfeed
else
  echo "sfeed: skipped, it is not installed"
fi

if ! command -v jing >/dev/null; then
  echo "jing: skipped, it is not installed"
elif [ ! -f "${ATOM_RNC:-}" ]; then
  echo "jing: skipped, ATOM_RNC names no schema"
else
  check_with_jing
fi

exit $failed
