#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# fuzz.sh SECONDS [TARGET…]: builds the targets with clang in build-fuzz/ and runs each for so
# long, from the corpus and the tests' own files on. New inputs are kept in
# build-fuzz/corpus/TARGET; one that fails is written to build-fuzz/findings/. Copy that into
# tests/fuzz/corpus/TARGET once it is mended.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
seconds=${1:-60}
shift || true
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(service calendar questionnaire answer answers-file)

# The mark -fsanitize=fuzzer-no-link is what tests/fuzz/meson.build looks for.
[ -f build-fuzz/build.ninja ] || CC=clang meson setup build-fuzz --buildtype=debugoptimized \
  -Db_sanitize=address,undefined -Db_lundef=false -Dc_args=-fsanitize=fuzzer-no-link >&2
ninja -C build-fuzz "${targets[@]/#/tests/fuzz/fuzz-}" >&2

export ASAN_OPTIONS=detect_leaks=1:detect_stack_use_after_return=1
export UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
mkdir -p build-fuzz/findings
for target in "${targets[@]}"; do
  mkdir -p "build-fuzz/corpus/$target"
  echo "== $target, $seconds s"
  "build-fuzz/tests/fuzz/fuzz-$target" "build-fuzz/corpus/$target" "tests/fuzz/corpus/$target" \
    tests/data/services tests/data/questionnaires tests/data/oracle resources/services \
    -dict="tests/fuzz/$target.dict" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 \
    -max_len=16384 -artifact_prefix=build-fuzz/findings/ -print_final_stats=1
done
