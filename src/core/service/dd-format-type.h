/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "service/dd-service.h"

G_BEGIN_DECLS

typedef struct _DdFormatAttribute DdFormatAttribute;

/* How an attribute's text becomes a field's value, and back. */
typedef struct
{
  /* @text is not empty and has no needless blanks. Returns: whether it is one */
  gboolean (*read) (const DdFormatAttribute *attribute, gpointer object, const char *text);
  /* Returns: (transfer full) (nullable): the text, NULL when nothing is to be written */
  char *(*write) (const DdFormatAttribute *attribute, gconstpointer object);
  const char *expected; /* what it looks like, to be translated; NULL: dd_duration_expected() */
  gboolean may_be_empty;
} DdFormatType;

struct _DdFormatAttribute
{
  const char *name;
  const DdFormatType *type;
  gsize offset;               /* of the field, for types that have just one */
  const char *const *choices; /* (nullable): the words there are; the first goes unwritten */
  gboolean required;
};

/* Types of one field, a "char *" where nothing else is said. */
extern const DdFormatType dd_format_words;
extern const DdFormatType dd_format_id;
extern const DdFormatType dd_format_choice;     /* one of the choices */
extern const DdFormatType dd_format_index;      /* an int, the place among the choices: a boolean,
                                                   an enumeration */
extern const DdFormatType dd_format_duration;   /* a DdDuration */
extern const DdFormatType dd_format_recurrence;
extern const DdFormatType dd_format_date;

/* Types of one attribute of a DdCell, and of a DdActivity. */
extern const DdFormatType dd_format_cell_duration;
extern const DdFormatType dd_format_owner;
extern const DdFormatType dd_format_after;
extern const DdFormatType dd_format_share;
extern const DdFormatType dd_format_inputs;

/* Types of what a DdCondition keeps among its attributes. */
extern const DdFormatType dd_format_condition_words;
extern const DdFormatType dd_format_condition_id;

/* Returns: (transfer full): what a value of @attribute looks like, translated, for messages */
char *dd_format_expected (const DdFormatAttribute *attribute);

G_END_DECLS
