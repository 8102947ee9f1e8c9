#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# check.sh DIR…: see check.mjs.
exec node "$(dirname -- "$0")/check.mjs" "$@"
