#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs a program in the language that pseudo.py makes. Usage: pseudo-locale.sh PROGRAM FOLDER
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
"$here/make-pseudo.sh" "$2/locale"
LANGUAGE=en_XA exec "$here/../display.sh" "$1" "$2/locale"
