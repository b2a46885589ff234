#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Every source file says under which licence it stands, each header has its include guard as #pragma
# once, and every function a header declares has a comment above it.
set -euo pipefail
cd "$1"
failed=0

while IFS= read -r file; do
  if ! head -n 4 "$file" | grep -q 'SPDX-License-Identifier: GPL-3.0-or-later'; then
    echo "$file: no SPDX-License-Identifier in its first lines"
    failed=1
  fi
done < <(find src tests resources data flatpak dev .ci \( -name '*.c' -o -name '*.h' -o -name '*.sh' -o -name '*.py' -o -name '*.js' -o -name '*.css' -o -name dev -o -name run \) -type f)

while IFS= read -r file; do
  grep -q '^#pragma once$' "$file" || { echo "$file: no #pragma once"; failed=1; }
  # A prototype is a line that starts with a type and has " (" before any "="; the paragraph it
  # stands in must begin with a comment's end.
  awk -v file="$file" '
    /^$/ { documented = 0 }
    /\*\/$/ { documented = 1 }
    /^[A-Za-z_].* \**dd_[a-z0-9_]+ +\(/ && !/^typedef/ && !/^#/ {
      if (!documented) { print file ":" FNR ": not documented: " $0; bad = 1 }
    }
    END { exit bad }' "$file" || failed=1
done < <(find resources src -name '*.h' -type f)

exit $failed
