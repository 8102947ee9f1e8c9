#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Builds the example posts and sites and lets independent programs read every feed of them:
# site.sh BLOGSEARCH FIXTURES.
set -eu
blogsearch=$1
fixtures=$2
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

build() {
  name=$1
  shift
  echo "== $name"
  "$blogsearch" build "$@" --out "$work/$name" --index "$work/$name.index" \
    --now 2025-01-01T00:00:00Z -q
  "$here/readers.sh" "$work/$name"
}

build posts "$fixtures/posts" --site-url https://shed.example/
# Copies: a build keeps its ids beside the config.
cp -R "$fixtures/sites" "$work/sites"
for site in "$work"/sites/*/; do
  build "$(basename "$site")" --config "$site/blogsearch.yaml"
done
