#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Builds the example posts and sites and lets independent programs read every feed of them:
# site.sh BLOGSEARCH FIXTURES [READER]; READER is called with a folder of feeds and, where the site
# has a limit, with the folder of the same site without one (see check_feeds.py).
set -eu
blogsearch=$1
fixtures=$2
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
reader=${3:-$here/readers.sh}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# $1: the folder of the feeds.
build() {
  out=$work/$1
  shift
  "$blogsearch" build "$@" --out "$out" --index "$out.index" --now 2025-01-01T00:00:00Z -q
}

echo "== posts"
build posts "$fixtures/posts" --site-url https://shed.example/
"$reader" "$work/posts"
# Copies: a build keeps its ids beside the config.
cp -R "$fixtures/sites" "$work/sites"
for site in "$work"/sites/*/; do
  name=$(basename "$site")
  echo "== $name"
  build "$name" --config "$site/blogsearch.yaml"
  if grep -q '^  limit:' "$site/blogsearch.yaml"; then
    sed 's/^  limit: .*/  limit: 0/' "$site/blogsearch.yaml" >"$site/whole.yaml"
    build "$name.whole" --config "$site/whole.yaml"
    "$reader" "$work/$name" "$work/$name.whole"
  else
    "$reader" "$work/$name"
  fi
done
