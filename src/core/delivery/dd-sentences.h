/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "delivery/dd-change.h"
#include "time/dd-calendar.h"

G_BEGIN_DECLS

/*
 * Changes in words: "Changed the deadline from 18 December 2026 to 8 January 2027".
 *
 * Translated, without a full stop. Who did it and when is told beside them.
 */

/* What telling a change needs to know beside the change. */
typedef struct
{
  DdCalendar *calendar; /* (unowned): in whose zone instants are told */

  /* Returns: (transfer full) (nullable): the name of the row @id of @entity, NULL when not known */
  char *(*name_row) (const DdEntity *entity, const char *id, gpointer data);
  gpointer data; /* (unowned): for @name_row */
} DdSentenceContext;

/* Returns: (transfer full): one sentence for a row that was added or deleted; for one that was
 * changed, one for each of its fields that differs */
GStrv dd_sentences_from_change (const DdChange *change, const DdSentenceContext *context);

G_END_DECLS
