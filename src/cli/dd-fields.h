/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-terminal.h"

G_BEGIN_DECLS

/*
 * DdFields: labels and the texts beside them, each set off by the widest label.
 */
typedef struct _DdFields DdFields;

/* Returns: (transfer full): no field yet */
DdFields *dd_fields_new (void);

/* Frees @self. */
void dd_fields_free (DdFields *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdFields, dd_fields_free)

/* Adds @text (transfer full) beside @label, a translated text that outlives @self. NULL and "" add
 * nothing. */
void dd_fields_add (DdFields *self, const char *label, char *text);

/* Appends the fields to @string: texts that are too long for @terminal are broken. */
void dd_fields_append (DdFields *self, GString *string, const DdTerminal *terminal);

G_END_DECLS
