/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-sample-case.h"

G_BEGIN_DECLS

/* What is written down while a sample case is upgraded and handed over: each a DdSampleTell. */

/* Some entries of the upgrade's log. */
DdAction *dd_sample_delivery_log (DdSampleCase *self, const DdSampleEvent *event,
                                  GError **error);

/* The first test run with the issues it found, and the retest with what became of them. */
DdAction *dd_sample_delivery_test (DdSampleCase *self, const DdSampleEvent *event,
                                   GError **error);
DdAction *dd_sample_delivery_retest (DdSampleCase *self, const DdSampleEvent *event,
                                     GError **error);

/* The Playbook's steps and first revision, the changes asked for, the final revision. */
DdAction *dd_sample_delivery_write_playbook (DdSampleCase *self, const DdSampleEvent *event,
                                             GError **error);
DdAction *dd_sample_delivery_request_changes (DdSampleCase *self, const DdSampleEvent *event,
                                              GError **error);
DdAction *dd_sample_delivery_finish_playbook (DdSampleCase *self, const DdSampleEvent *event,
                                              GError **error);

G_END_DECLS
