#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Every .c file stands as clang-format 14 with .clang-format would write it.
set -euo pipefail
cd "$1"

for tool in clang-format-14 clang-format; do
  if command -v "$tool" >/dev/null && "$tool" --version | grep -q 'version 14\.'; then
    find resources src tests -name '*.c' -print0 | xargs -0 -r "$tool" --dry-run --Werror
    exit 0
  fi
done
echo "clang-format 14 is not installed: the format is not checked here"
exit 77
