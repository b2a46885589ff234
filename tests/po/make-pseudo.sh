#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Makes a folder of catalogues with the one of pseudo.py, as the language en_XA.
# Usage: make-pseudo.sh FOLDER
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
messages=$1/en_XA/LC_MESSAGES
mkdir -p "$messages"
"$here/make-pot.sh" "$1/drydock.pot"
python3 "$here/pseudo.py" "$1/drydock.pot" "$1/pseudo.po"
msgfmt -o "$messages/drydock.mo" "$1/pseudo.po"
