/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct _DdMarkupAttribute DdMarkupAttribute;

/* How an attribute's text becomes a field's value, and back. */
typedef struct
{
  /* @text is not empty and has no needless blanks. Returns: whether it is one */
  gboolean (*read) (const DdMarkupAttribute *attribute, gpointer object, const char *text);
  /* Returns: (transfer full) (nullable): the text, NULL when nothing is to be written. (nullable)
     itself where nobody writes */
  char *(*write) (const DdMarkupAttribute *attribute, gconstpointer object);
  const char *expected;              /* what it looks like, to be translated */
  const char *(*get_expected) (void); /* (nullable): says it instead, translated */
  gboolean may_be_empty;
} DdMarkupType;

struct _DdMarkupAttribute
{
  const char *name;
  const DdMarkupType *type;
  gsize offset;               /* of the field, for types that have just one */
  const char *const *choices; /* (nullable): the words there are; the first goes unwritten */
  gboolean required;
};

/* Types of one field, a "char *" where nothing else is said. */
extern const DdMarkupType dd_markup_words;
extern const DdMarkupType dd_markup_id;
extern const DdMarkupType dd_markup_ids;    /* a GPtrArray of them, one space between two */
extern const DdMarkupType dd_markup_choice; /* one of the choices */
extern const DdMarkupType dd_markup_index;  /* an int, the place among the choices: a boolean, an
                                               enumeration */
extern const DdMarkupType dd_markup_date;

/* Types of what a DdCondition keeps among its attributes. */
extern const DdMarkupType dd_markup_condition_words;
extern const DdMarkupType dd_markup_condition_id;

/* Returns: (transfer full): what a value of @attribute looks like, translated, for messages */
char *dd_markup_expected (const DdMarkupAttribute *attribute);

/* The following are for types that are much like one of the above. */

/* Returns: whether @text is an id */
gboolean dd_markup_is_id (const char *text);

/* Takes the next word off @text. Without a copy of all: there can be millions.
 * Returns: (transfer full) (nullable): the word, NULL when there is none left */
char *dd_markup_take_word (const char **text);

/* Reads dd_markup_words. */
gboolean dd_markup_read_words (const DdMarkupAttribute *attribute, gpointer object,
                               const char *text);

/* Writes dd_markup_words. */
char *dd_markup_write_words (const DdMarkupAttribute *attribute, gconstpointer object);

/* Reads dd_markup_ids. */
gboolean dd_markup_read_ids (const DdMarkupAttribute *attribute, gpointer object,
                             const char *text);

/* Writes dd_markup_ids. */
char *dd_markup_write_ids (const DdMarkupAttribute *attribute, gconstpointer object);

G_END_DECLS
