/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-sample-case.h"

G_BEGIN_DECLS

/* The steps of a sample case: each a DdSampleTell. */

/* The case is opened; a customer who is new comes with it. Begins what the case has while it is
 * told. */
DdAction *dd_sample_steps_open (DdSampleCase *self, const DdSampleEvent *event, GError **error);

/* Its manager and consultant take it on. */
DdAction *dd_sample_steps_assign (DdSampleCase *self, const DdSampleEvent *event,
                                  GError **error);

/* An activity is started, done, or left out. */
DdAction *dd_sample_steps_start (DdSampleCase *self, const DdSampleEvent *event, GError **error);
DdAction *dd_sample_steps_finish (DdSampleCase *self, const DdSampleEvent *event,
                                  GError **error);
DdAction *dd_sample_steps_skip (DdSampleCase *self, const DdSampleEvent *event, GError **error);

/* A wait begins and ends. */
DdAction *dd_sample_steps_wait (DdSampleCase *self, const DdSampleEvent *event, GError **error);
DdAction *dd_sample_steps_resume (DdSampleCase *self, const DdSampleEvent *event,
                                  GError **error);

/* The upgrade is given another duration than the documented one. */
DdAction *dd_sample_steps_override (DdSampleCase *self, const DdSampleEvent *event,
                                    GError **error);

/* The plan is agreed as a baseline. */
DdAction *dd_sample_steps_agree (DdSampleCase *self, const DdSampleEvent *event, GError **error);

/* The case ends. */
DdAction *dd_sample_steps_close (DdSampleCase *self, const DdSampleEvent *event, GError **error);
DdAction *dd_sample_steps_cancel (DdSampleCase *self, const DdSampleEvent *event,
                                  GError **error);

G_END_DECLS
