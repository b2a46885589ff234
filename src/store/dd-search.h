/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-connection.h"
#include "delivery/dd-field.h"

G_BEGIN_DECLS

/*
 * Searching for words in everything that people write: cases, customers, people, answers, the log,
 * issues, Playbook steps, … (all fields flagged DD_FIELD_SEARCHED).
 *
 * Words are found whatever their case and accents; all of them must stand in one row, the last one
 * may just begin a word, so that it can be searched at every key. Nothing in the words is an operator.
 *
 * First come the cases, customers and people that are named by the words, then what else is found:
 * more words, rarer words and shorter texts before others. Of a very common word only the newest rows
 * are looked at, which bounds the cost: under 10 ms in ten thousand cases.
 */

/* Where a word stands in a snippet, in bytes. */
typedef struct
{
  guint start;
  guint length;
} DdSearchMark;

/* A place where the words were found. */
typedef struct
{
  const DdEntity *entity;
  char *record_id;       /* (owned): of the row */
  const DdField *field;  /* whose label says where */
  char *snippet;         /* (owned): the text around the words, "…" where it was cut */
  GArray *marks;         /* (owned) (element-type DdSearchMark): the words in it, in order */
} DdSearchHit;

/* A case, or a customer or person, in which the words were found. */
typedef struct
{
  const DdEntity *entity;
  char *id;              /* (owned) */
  char *name;            /* (owned): the case's title, the customer's or person's name */
  GPtrArray *hits;       /* (owned) (element-type DdSearchHit): the best places, at most
                            DD_SEARCH_MAX_HITS */
} DdSearchResult;

#define DD_SEARCH_MAX_HITS 3

/* Frees a result. */
void dd_search_result_free (DdSearchResult *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdSearchResult, dd_search_result_free)

/* Searches for what a person typed, outside of a transaction.
 * Returns: (transfer full) (element-type DdSearchResult): at most @limit results, the best first; none
 * when there is no letter and no digit in @text. NULL with what failed. */
GPtrArray *dd_search_run (DdConnection *connection, const char *text, guint limit,
                          GError **error);

G_END_DECLS
