/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "markup/dd-markup-type.h"

G_BEGIN_DECLS

/*
 * The vocabulary of a kind of definition as one table: which elements there are, what they may
 * stand in, their attributes, and where in the definition each of them has its place. The reader
 * reads by it and a writer writes by it, so neither can know a name that the other does not.
 */

typedef struct _DdMarkupReader DdMarkupReader;

/* A set of elements, each a place in the table. */
#define DD_MARKUP_BIT(id) (G_GUINT64_CONSTANT (1) << (id))

/* Tables have no more elements than a set has room for. */
#define DD_MARKUP_MAX_ELEMENTS 64

/**
 * DdMarkupShape:
 * @DD_MARKUP_OBJECT: a new object in the list at "place" of what the element stands in
 * @DD_MARKUP_SINGLE: a new object in the pointer at "place"
 * @DD_MARKUP_SAME: no object of its own: it fills fields of what it stands in
 * @DD_MARKUP_WORDS: a text in the list at "place"
 * @DD_MARKUP_CONDITION: a DdCondition of the element's name in the list at "place"
 * @DD_MARKUP_OWN: a new object that the vocabulary's "open" makes and hangs up itself
 */
typedef enum
{
  DD_MARKUP_OBJECT,
  DD_MARKUP_SINGLE,
  DD_MARKUP_SAME,
  DD_MARKUP_WORDS,
  DD_MARKUP_CONDITION,
  DD_MARKUP_OWN,
} DdMarkupShape;

/* The text of an element without one. */
#define DD_MARKUP_NO_TEXT G_MAXSIZE

typedef struct
{
  int id;                    /* its place in the table */
  const char *name;
  guint64 parents;           /* set of elements it may stand in */
  DdMarkupShape shape;
  gsize place;               /* in the object of the element it stands in */
  gpointer (*make) (void);   /* (nullable): a new object */
  gsize text;                /* where in the object its words go, or DD_MARKUP_NO_TEXT */
  gsize line;                /* where in the object its line goes, an int; 0: nowhere */
  const DdMarkupAttribute *attributes;
  guint n_attributes;
  guint64 needs;             /* set of elements that must all be in it */
  guint64 needs_one;         /* set of elements of which one must be in it, if any is named */
  gboolean once;             /* not twice in the same element */
  gboolean has_local_ids;    /* its "id" is unique among its siblings only, which others check */
} DdMarkupElement;

typedef struct
{
  const DdMarkupElement *elements; /* the first is the outermost */
  guint n_elements;
  gsize max_bytes;                 /* of a file */
  gpointer (*make) (const char *origin); /* Returns: (transfer full): an empty definition */
  void (*free) (gpointer definition);
  /* (nullable): Returns: (transfer none): the new object of an element of shape DD_MARKUP_OWN, hung
     into @parent, the object of the element @parent_element */
  gpointer (*open) (DdMarkupReader *reader, const DdMarkupElement *element,
                    const DdMarkupElement *parent_element, gpointer parent);
  /* (nullable): whether there is room for one more @element in @parent */
  gboolean (*check_room) (DdMarkupReader *reader, const DdMarkupElement *element, gpointer parent,
                          GError **error);
  /* (nullable): looks at @object, of @element, when its attributes are read */
  gboolean (*check_object) (DdMarkupReader *reader, const DdMarkupElement *element, gpointer object,
                            GError **error);
} DdMarkupVocabulary;

/* Returns: (transfer none) (nullable): the element called @name that stands in @parent; the
 * outermost one where that is NULL */
const DdMarkupElement *dd_markup_find (const DdMarkupVocabulary *self,
                                       const DdMarkupElement *parent, const char *name);

/* Returns: (transfer full): the set @elements as in a message: "<cell>, <activity>" */
char *dd_markup_list_elements (const DdMarkupVocabulary *self, guint64 elements);

/* Returns: the set of the elements that may stand in @parent */
guint64 dd_markup_get_children (const DdMarkupVocabulary *self, const DdMarkupElement *parent);

/* The attributes of conditions, for the tables of those who have some. */
extern const DdMarkupAttribute dd_markup_comparison_attributes[4];
extern const DdMarkupAttribute dd_markup_answered_attributes[3];
extern const DdMarkupAttribute dd_markup_fact_attributes[1];

/* The elements of conditions, for a table whose ids are PREFIX_WHEN, PREFIX_ALL and so on: in
 * <when> lie PREFIX_ALL to PREFIX_FACT, and so in the groups. */
#define DD_MARKUP_CONDITION_SET(PREFIX)                                                            \
  (DD_MARKUP_BIT (PREFIX##_ALL) | DD_MARKUP_BIT (PREFIX##_ANY) | DD_MARKUP_BIT (PREFIX##_NOT)      \
   | DD_MARKUP_BIT (PREFIX##_EQUALS) | DD_MARKUP_BIT (PREFIX##_CONTAINS)                           \
   | DD_MARKUP_BIT (PREFIX##_GREATER) | DD_MARKUP_BIT (PREFIX##_ANSWERED)                          \
   | DD_MARKUP_BIT (PREFIX##_FACT))

#define DD_MARKUP_CONDITION_PARENTS(PREFIX)                                                        \
  (DD_MARKUP_BIT (PREFIX##_WHEN) | DD_MARKUP_BIT (PREFIX##_ALL) | DD_MARKUP_BIT (PREFIX##_ANY)     \
   | DD_MARKUP_BIT (PREFIX##_NOT))

#define DD_MARKUP_CONDITION_GROUP(PREFIX, ID, element_name)                                        \
  [PREFIX##_##ID] = {                                                                              \
    .id = PREFIX##_##ID,                                                                           \
    .name = element_name,                                                                          \
    .parents = DD_MARKUP_CONDITION_PARENTS (PREFIX),                                               \
    .shape = DD_MARKUP_CONDITION,                                                                  \
    .place = G_STRUCT_OFFSET (DdCondition, children),                                              \
    .text = DD_MARKUP_NO_TEXT,                                                                     \
    .line = G_STRUCT_OFFSET (DdCondition, line),                                                   \
    .needs_one = DD_MARKUP_CONDITION_SET (PREFIX),                                                 \
  }

#define DD_MARKUP_CONDITION_LEAF(PREFIX, ID, element_name, its_attributes)                         \
  [PREFIX##_##ID] = {                                                                              \
    .id = PREFIX##_##ID,                                                                           \
    .name = element_name,                                                                          \
    .parents = DD_MARKUP_CONDITION_PARENTS (PREFIX),                                               \
    .shape = DD_MARKUP_CONDITION,                                                                  \
    .place = G_STRUCT_OFFSET (DdCondition, children),                                              \
    .text = DD_MARKUP_NO_TEXT,                                                                     \
    .line = G_STRUCT_OFFSET (DdCondition, line),                                                   \
    .attributes = its_attributes,                                                                  \
    .n_attributes = G_N_ELEMENTS (its_attributes),                                                 \
  }

#define DD_MARKUP_CONDITIONS(PREFIX)                                                               \
  DD_MARKUP_CONDITION_GROUP (PREFIX, ALL, "all"), DD_MARKUP_CONDITION_GROUP (PREFIX, ANY, "any"),  \
      DD_MARKUP_CONDITION_GROUP (PREFIX, NOT, "not"),                                              \
      DD_MARKUP_CONDITION_LEAF (PREFIX, EQUALS, "equals", dd_markup_comparison_attributes),        \
      DD_MARKUP_CONDITION_LEAF (PREFIX, CONTAINS, "contains", dd_markup_comparison_attributes),    \
      DD_MARKUP_CONDITION_LEAF (PREFIX, GREATER, "greater", dd_markup_comparison_attributes),      \
      DD_MARKUP_CONDITION_LEAF (PREFIX, ANSWERED, "answered", dd_markup_answered_attributes),      \
      DD_MARKUP_CONDITION_LEAF (PREFIX, FACT, "fact", dd_markup_fact_attributes)

G_END_DECLS
