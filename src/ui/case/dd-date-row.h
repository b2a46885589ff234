/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * DdDateRow: an entry for a date, which is typed ("2026-12-18") or chosen from a calendar.
 *
 * Its text is what is typed; what is no date is marked as wrong, in place.
 */
#define DD_TYPE_DATE_ROW (dd_date_row_get_type ())
G_DECLARE_FINAL_TYPE (DdDateRow, dd_date_row, DD, DATE_ROW, AdwEntryRow)

/* Returns: (transfer full) (nullable): the date as "2026-12-18", NULL when there is none or what is
 * typed is no date */
char *dd_date_row_get_date (DdDateRow *self);

/* Sets the date (nullable: none). */
void dd_date_row_set_date (DdDateRow *self, const char *date);

/* Returns: whether it is empty or a date */
gboolean dd_date_row_is_valid (DdDateRow *self);

G_END_DECLS
