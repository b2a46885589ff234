/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "service/dd-format-type.h"

G_BEGIN_DECLS

/*
 * The vocabulary of service definitions as one table: which elements there are, what they may stand
 * in, their attributes, and where in DdService each of them has its place. The parser reads by it
 * and the writer writes by it, so neither can know a name that the other does not. It says the same
 * as resources/services/service.rng, which is for everybody else.
 */

typedef enum
{
  DD_FORMAT_SERVICE,
  DD_FORMAT_SUMMARY,
  DD_FORMAT_FREQUENCY,
  DD_FORMAT_ELIGIBILITY,
  DD_FORMAT_INPUT,
  DD_FORMAT_OUTPUT,
  DD_FORMAT_STEP,
  DD_FORMAT_STEP_TEXT,
  DD_FORMAT_STEP_PART, /* a step inside a step */
  DD_FORMAT_TIMELINE,
  DD_FORMAT_REQUEST,
  DD_FORMAT_FIELD,
  DD_FORMAT_NEXT_STEP,
  DD_FORMAT_EXCLUSION,
  DD_FORMAT_EXCLUSION_TEXT,
  DD_FORMAT_WHEN,
  DD_FORMAT_ALL,
  DD_FORMAT_ANY,
  DD_FORMAT_NOT,
  DD_FORMAT_EQUALS,
  DD_FORMAT_CONTAINS,
  DD_FORMAT_GREATER,
  DD_FORMAT_ANSWERED,
  DD_FORMAT_FACT,
  DD_FORMAT_HEADLINE,
  DD_FORMAT_QUESTION_ANSWER,
  DD_FORMAT_QUESTION,
  DD_FORMAT_ANSWER,
  DD_FORMAT_PHASE,
  DD_FORMAT_MILESTONE,
  DD_FORMAT_CELL,
  DD_FORMAT_ACTIVITY,
  DD_FORMAT_DETAIL,
} DdFormatElementId;
#define DD_N_FORMAT_ELEMENTS (DD_FORMAT_DETAIL + 1)

/* A set of elements. */
#define DD_FORMAT_BIT(id) (G_GUINT64_CONSTANT (1) << (id))

/**
 * DdFormatShape:
 * @DD_FORMAT_OBJECT: a new object in the list at "place" of what the element stands in
 * @DD_FORMAT_SINGLE: a new object in the pointer at "place"
 * @DD_FORMAT_SAME: no object of its own: it fills fields of what it stands in
 * @DD_FORMAT_WORDS: a text in the list at "place"
 * @DD_FORMAT_CONDITION: a DdCondition of the element's name in the list at "place"
 * @DD_FORMAT_TABLE: a level of the process table that can be left out, so that "place" is not
 *   enough to hang it up
 */
typedef enum
{
  DD_FORMAT_OBJECT,
  DD_FORMAT_SINGLE,
  DD_FORMAT_SAME,
  DD_FORMAT_WORDS,
  DD_FORMAT_CONDITION,
  DD_FORMAT_TABLE,
} DdFormatShape;

/* The text of an element without one. */
#define DD_FORMAT_NO_TEXT G_MAXSIZE

typedef struct
{
  DdFormatElementId id;
  const char *name;
  guint64 parents;           /* set of elements it may stand in */
  DdFormatShape shape;
  gsize place;               /* in the object of the element it stands in */
  gpointer (*make) (void);   /* (nullable): a new object */
  gsize text;                /* where in the object its words go, or DD_FORMAT_NO_TEXT */
  const DdFormatAttribute *attributes;
  guint n_attributes;
  guint64 needs;             /* set of elements that must all be in it */
  guint64 needs_one;         /* set of elements of which one must be in it, if any is named */
  gboolean once;             /* not twice in the same element */
} DdFormatElement;

/* Returns: (transfer none): the element @id */
const DdFormatElement *dd_format_get (DdFormatElementId id);

/* Returns: (transfer none) (nullable): the element called @name that stands in @parent; the
 * outermost one where that is NULL */
const DdFormatElement *dd_format_find (const DdFormatElement *parent, const char *name);

/* Returns: (transfer full): the set @elements as in a message: "<cell>, <activity>" */
char *dd_format_list_elements (guint64 elements);

/* Returns: the set of the elements that may stand in @parent */
guint64 dd_format_get_children (const DdFormatElement *parent);

G_END_DECLS
