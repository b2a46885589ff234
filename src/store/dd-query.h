/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "delivery/dd-field.h"

G_BEGIN_DECLS

/*
 * DdQuery: which rows of an entity, in which order.
 *
 * A value to fill in and hand to dd_records_query(). All conditions must hold. Fields are named, and
 * a name that the entity does not have is the caller's mistake; no SQL comes from outside.
 *
 *     g_autoptr (DdQuery) query = dd_query_new (&dd_case_activity_entity);
 *
 *     dd_query_match_text (query, "case_id", DD_QUERY_IS, case_id);
 *     dd_query_order_by (query, "position", FALSE);
 */
typedef struct _DdQuery DdQuery;

/**
 * DdQueryOperator:
 * @DD_QUERY_IS: the same; null is null
 * @DD_QUERY_IS_NOT: not the same
 * @DD_QUERY_AT_LEAST: not null, and the same or greater
 * @DD_QUERY_AT_MOST: not null, and the same or less
 */
typedef enum
{
  DD_QUERY_IS,
  DD_QUERY_IS_NOT,
  DD_QUERY_AT_LEAST,
  DD_QUERY_AT_MOST,
} DdQueryOperator;

/* Returns: (transfer full): a query for all rows of @entity, in no certain order */
DdQuery *dd_query_new (const DdEntity *entity);

/* Frees a query. */
void dd_query_free (DdQuery *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdQuery, dd_query_free)

/* Only rows whose text field @name compares so with @text (nullable). "id" is a field here. */
void dd_query_match_text (DdQuery *self, const char *name, DdQueryOperator op, const char *text);

/* Only rows whose number, instant, boolean or enum @name compares so with @integer. An enum is only
 * the same or not. */
void dd_query_match_integer (DdQuery *self, const char *name, DdQueryOperator op, gint64 integer);

/* Sorts by field @name, after what was asked for before. Texts are sorted by their bytes, nulls
 * stand first (last when @descending). */
void dd_query_order_by (DdQuery *self, const char *name, gboolean descending);

/* At most @limit rows. */
void dd_query_set_limit (DdQuery *self, guint limit);

G_END_DECLS
