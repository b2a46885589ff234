/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "service/dd-format.h"
#include "service/dd-service-private.h"

G_BEGIN_DECLS

/* An open element. */
typedef struct
{
  const DdFormatElement *element;
  gpointer object; /* (unowned): what its attributes and words are of */
  GString *words;  /* (owned) (nullable): its text so far */
  guint64 seen;    /* set of the elements in it so far */
  int line;
} DdServiceFrame;

/*
 * DdServiceReader: a service while it is read, element by element. On the stack of the parser, for
 * the time of one dd_service_parse().
 */
typedef struct
{
  DdService *service; /* (owned) (nullable): made by the outermost element */
  const char *origin;
  GArray *frames;     /* (element-type DdServiceFrame) (owned): the innermost is the last */
  GHashTable *ids;    /* (owned) (element-type utf8 int): "ELEMENT ID" and its line */
  int line;           /* where the tag begins that is being read; set by the parser */
  guint64 n_predecessors; /* written so far */
} DdServiceReader;

/* Makes @reader ready for the elements of a file called @origin. */
void dd_service_reader_init (DdServiceReader *reader, const char *origin);

/* Frees what @reader owns. */
void dd_service_reader_clear (DdServiceReader *reader);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DdServiceReader, dd_service_reader_clear)

/* Returns: (transfer none) (nullable): the innermost open element; valid until the next opens */
DdServiceFrame *dd_service_reader_get_top (DdServiceReader *reader);

/* A start tag, with its attributes' @names and @values, both ending with NULL.
 * Returns: FALSE with a DdServiceError when it does not fit */
gboolean dd_service_reader_open (DdServiceReader *reader, const char *name, const char **names,
                                 const char **values, GError **error);

/* @length bytes of text in the innermost element.
 * Returns: FALSE with a DdServiceError when none belongs there */
gboolean dd_service_reader_add_text (DdServiceReader *reader, const char *text, gsize length,
                                     GError **error);

/* The end tag of the innermost element.
 * Returns: FALSE with a DdServiceError when something is missing in it */
gboolean dd_service_reader_close (DdServiceReader *reader, GError **error);

/* Where the innermost open element begins; without an element where none is open, the line at which
 * the parser is. */
DdServicePlace dd_service_reader_get_place (DdServiceReader *reader);

G_END_DECLS
