/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "markup/dd-markup-error.h"
#include "markup/dd-markup-format.h"

G_BEGIN_DECLS

/* Elements deeper than this are refused: steps inside steps, conditions inside conditions. */
#define DD_MARKUP_MAX_DEPTH 32

/* An open element. */
typedef struct
{
  const DdMarkupElement *element;
  gpointer object; /* (unowned): what its attributes and words are of */
  GString *words;  /* (owned) (nullable): its text so far */
  guint64 seen;    /* set of the elements in it so far */
  int line;
} DdMarkupFrame;

/*
 * DdMarkupReader: a definition while it is read, element by element. On the stack of the parser,
 * for the time of one dd_markup_parse().
 */
struct _DdMarkupReader
{
  const DdMarkupVocabulary *vocabulary;
  gpointer definition; /* (owned) (nullable): made by the outermost element */
  const char *origin;
  GArray *frames;      /* (element-type DdMarkupFrame) (owned): the innermost is the last */
  GHashTable *ids;     /* (owned) (element-type utf8 int): "ELEMENT ID" and its line */
  int line;            /* where the tag begins that is being read; set by the parser */
  guint64 count;       /* of whatever the vocabulary counts */
};

/* Makes @reader ready for the elements of @vocabulary in a file called @origin. */
void dd_markup_reader_init (DdMarkupReader *reader, const DdMarkupVocabulary *vocabulary,
                            const char *origin);

/* Frees what @reader owns. */
void dd_markup_reader_clear (DdMarkupReader *reader);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DdMarkupReader, dd_markup_reader_clear)

/* Returns: (transfer none) (nullable): the innermost open element; valid until the next opens */
DdMarkupFrame *dd_markup_reader_get_top (DdMarkupReader *reader);

/* A start tag, with its attributes' @names and @values, both ending with NULL.
 * Returns: FALSE with a DdMarkupError when it does not fit */
gboolean dd_markup_reader_open (DdMarkupReader *reader, const char *name, const char **names,
                                 const char **values, GError **error);

/* @length bytes of text in the innermost element.
 * Returns: FALSE with a DdMarkupError when none belongs there */
gboolean dd_markup_reader_add_text (DdMarkupReader *reader, const char *text, gsize length,
                                     GError **error);

/* The end tag of the innermost element.
 * Returns: FALSE with a DdMarkupError when something is missing in it */
gboolean dd_markup_reader_close (DdMarkupReader *reader, GError **error);

/* Where the innermost open element begins; without an element where none is open, the line at which
 * the parser is. */
DdMarkupPlace dd_markup_reader_get_place (DdMarkupReader *reader);

G_END_DECLS
