/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Versions as vendors write them: "6.2", "11.3.0.1", "6.2 SP1", "2026-12-01".
 *
 * A version begins with a digit and is made of ASCII letters and digits with single separators
 * (full stop, hyphen, underscore, plus, space) between them, 60 characters at most.
 */

/* Returns: whether @text is a version */
gboolean dd_version_is_valid (const char *text);

/* Compares part by part: a part is a run of digits or of letters. Digits compare as numbers of any
 * length, letters without their case, and digits are later than letters. Where one version has no
 * part left, the other's digits compare with 0, and letters are later than nothing: "6.2" equals
 * "6.2.0" and is earlier than "6.2 SP1". Both must be valid.
 * Returns: below, above or equal to 0 */
int dd_version_compare (const char *first, const char *second);

G_END_DECLS
