/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-plan-inputs.h"
#include "reminders/dd-reminder-rules.h"

G_BEGIN_DECLS

/*
 * DdReminderInputs: what the reminders of a stored case are made from, with the plan they need.
 */
typedef struct
{
  DdReminderCase known;  /* points to the rest */
  DdPlanInputs *inputs;  /* (owned) */
  DdPlan *plan;          /* (owned) (nullable): NULL when the case is over */
  DdPlan *next_plan;     /* (owned) (nullable) */
  char *id;              /* (owned) */
  char *customer;        /* (owned) */
  char *product;         /* (owned) */
  GError *problem;       /* (owned) (nullable): why there can be no plan; nothing is known then */
} DdReminderInputs;

/* Reads the case @case_id as of @now and plans it, inside a transaction or snapshot. Cost: that of its
 * plan, and one statement more.
 * Returns: (transfer full): it, or NULL with DD_STORE_ERROR_NOT_FOUND or what failed */
DdReminderInputs *dd_reminder_inputs_load (DdConnection *connection, const char *case_id,
                                           gint64 now, GError **error);

/* Frees @self. */
void dd_reminder_inputs_free (DdReminderInputs *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdReminderInputs, dd_reminder_inputs_free)

G_END_DECLS
