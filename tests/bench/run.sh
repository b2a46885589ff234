#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# run.sh BUILD [NAME…]: runs the benchmarks that BUILD holds, or those named, and prints what they
# say. A benchmark is a program tests/bench/bench-NAME.
set -euo pipefail
build=$1
shift

# For benchmarks that start other programs.
DD_BUILD=$(readlink -f "$build")
DD_TESTS=$(dirname "$(dirname "$(readlink -f "$0")")")
export DD_BUILD DD_TESTS

if [ $# -eq 0 ]; then
  for program in "$build"/tests/bench/bench-*; do
    [ -f "$program" ] && [ -x "$program" ] && set -- "$@" "${program##*/bench-}"
  done
fi

for name in "$@"; do
  program=$build/tests/bench/bench-$name
  [ -x "$program" ] || { echo "run.sh: there is no benchmark $name" >&2; exit 1; }
  echo "== $name"
  "$program"
done
