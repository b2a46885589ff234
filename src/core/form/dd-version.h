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

/* Compares part by part: a part is a run of digits or of letters, and where one version has none
 * left, a 0. Digits compare as numbers of any length, letters without their case; letters lie
 * between 0 and 1. So "6.2" equals "6.2.0", then come "6.2 beta", "6.2 SP1" and "6.2.1". Both must
 * be valid.
 * Returns: below, above or equal to 0 */
int dd_version_compare (const char *first, const char *second);

G_END_DECLS
