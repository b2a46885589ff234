#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs a test with locales that are made for it, whichever this machine has.
#
# Usage: check-locales.sh PROGRAM CATALOGS LOCALE…
set -euo pipefail
program=$1
catalogs=$2
shift 2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

for locale in "$@"; do
  if ! localedef --inputfile="$locale" --charmap=UTF-8 "$scratch/$locale.UTF-8" 2>/dev/null; then
    echo "1..0 # SKIP localedef cannot make the locale $locale here"
    exit 0
  fi
done
LOCPATH=$scratch "$program" "$catalogs"
