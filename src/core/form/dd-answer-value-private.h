/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "form/dd-answer-value.h"

G_BEGIN_DECLS

/* One cell of a row. */
typedef struct
{
  char *column;         /* (owned) */
  DdAnswerValue *value; /* (owned): a text or an integer */
} DdAnswerCell;

struct _DdAnswerValue
{
  gatomicrefcount ref_count;
  DdAnswerShape shape;
  gint64 number;   /* of an integer */
  guint n_choices; /* of a list */
  char *text;      /* (owned) (nullable): of a text */
  char **choices;  /* (owned) (nullable): of a list, sorted, ending with NULL */
  GPtrArray *rows; /* (owned) (nullable) (element-type GArray of DdAnswerCell): of a table; no row
                      is empty, cells are sorted by column */
};

G_END_DECLS
