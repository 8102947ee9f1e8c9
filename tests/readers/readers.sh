#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Lets programs that we did not write read every feed below a folder: readers.sh DIR [WHOLE]; for
# WHOLE see check_feeds.py. jing needs RFC 4287's schema: ATOM_RNC names the file. A reader that is
# not here is skipped, in one line; any complaint ends in exit 1.
set -u
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
if [ $# -lt 1 ] || [ $# -gt 2 ] || [ ! -d "$1" ]; then
  echo "usage: readers.sh DIR [WHOLE]" >&2
  exit 2
fi
/usr/bin/python3 "$here/check_feeds.py" "$@"
case $? in
  0 | 77) failed=0 ;;
  *) failed=1 ;;
esac
cd "$1" || exit 2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

complain() {
  echo "$*"
  failed=1
}

# The documents below this folder whose root element is $1, into a list.
find_documents() {
  find . -name '*.xml' -exec grep -lE "^<$1[ >]" {} + | sort >"$scratch/$1"
}

# Time, title and link of each entry, as sfeed shows them.
shown_by_sfeed() {
  sfeed <"$1" | cut -f 1-3
}

# $1: a feed; $2: the tag each of its entries opens with.
read_with_sfeed() {
  expected=$(grep -c "^ *<$2[ >]" "$1")
  shown_by_sfeed "$1" >"$scratch/shown"
  shown=$(wc -l <"$scratch/shown")
  if [ "$shown" -ne "$expected" ]; then
    complain "sfeed: $1 has $expected entries, $shown are shown"
  elif awk -F '\t' '$1 == "" || $2 == "" || $3 == "" { bad = 1 } END { exit !bad }' "$scratch/shown"; then
    complain "sfeed: an entry of $1 has no time, title or link"
  fi
}

# $1: an Atom feed, whose RSS is `rss.xml` beside `atom.xml`, else `NAME.rss.xml` beside `NAME.xml`.
compare_with_sfeed() {
  case $1 in
    */atom.xml) rss=${1%atom.xml}rss.xml ;;
    *) rss=${1%.xml}.rss.xml ;;
  esac
  if [ -f "$rss" ] && [ "$(shown_by_sfeed "$1")" != "$(shown_by_sfeed "$rss")" ]; then
    complain "sfeed: $1 and $rss show different entries"
  fi
}

read_all_with_sfeed() {
  while read -r feed; do
    read_with_sfeed "$feed" entry
    compare_with_sfeed "$feed"
  done <"$scratch/feed"
  while read -r feed; do
    read_with_sfeed "$feed" item
  done <"$scratch/rss"
  echo "sfeed: read $(cat "$scratch/feed" "$scratch/rss" | wc -l) documents"
}

# newsboat knows an entry once, whichever feed it stands in: each feed gets a home of its own.
read_with_newsboat() {
  home=$(mktemp -d "$scratch/newsboat.XXXXXX")
  expected=$(grep -cE '^ *<(entry|item)[ >]' "$1")
  echo "file://$PWD/${1#./}" >"$home/urls"
  : >"$home/config"
  HOME=$home newsboat -q -C "$home/config" -u "$home/urls" -c "$home/cache" -x reload
  shown=$(HOME=$home newsboat -q -C "$home/config" -u "$home/urls" -c "$home/cache" -x print-unread)
  if [ "${shown%% *}" != "$expected" ]; then
    complain "newsboat: $1 has $expected entries, it says: $shown"
  else
    echo "newsboat: $1 has $shown"
  fi
}

check_with_jing() {
  if [ ! -s "$scratch/feed" ]; then
    echo "jing: no Atom feed"
  elif tr '\n' '\0' <"$scratch/feed" | xargs -0 jing -c "$ATOM_RNC" 2>/dev/null; then
    echo "jing: $(wc -l <"$scratch/feed") documents are valid"
  else
    complain "jing: a document does not follow the schema"
  fi
}

find_documents feed
find_documents rss

if command -v sfeed >/dev/null; then
  read_all_with_sfeed
else
  echo "sfeed: skipped, it is not installed"
fi

if command -v newsboat >/dev/null; then
  for sample in atom.xml rss.xml; do
    if [ -f "$sample" ]; then read_with_newsboat "$sample"; fi
  done
else
  echo "newsboat: skipped, it is not installed"
fi

if ! command -v jing >/dev/null; then
  echo "jing: skipped, it is not installed"
elif [ ! -f "${ATOM_RNC:-}" ]; then
  echo "jing: skipped, ATOM_RNC names no schema"
else
  check_with_jing
fi

exit $failed
