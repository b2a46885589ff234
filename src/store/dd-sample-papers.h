/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-sample-case.h"

G_BEGIN_DECLS

/* What is written down before the upgrade of a sample case and after it: each a DdSampleTell. */

/* Of the inputs that the service requires of the customer, that the request tells all that it
 * should, and later that the others are there, too. */
DdAction *dd_sample_papers_meet_information (DdSampleCase *self, const DdSampleEvent *event,
                                             GError **error);
DdAction *dd_sample_papers_meet_inputs (DdSampleCase *self, const DdSampleEvent *event,
                                        GError **error);

/* Links to the project's documents, one of them kept inside. */
DdAction *dd_sample_papers_link_documents (DdSampleCase *self, const DdSampleEvent *event,
                                           GError **error);

/* The customer's environments, and later what became of each. */
DdAction *dd_sample_papers_list_environments (DdSampleCase *self, const DdSampleEvent *event,
                                              GError **error);
DdAction *dd_sample_papers_roll_out (DdSampleCase *self, const DdSampleEvent *event,
                                     GError **error);

/* How early this case wants its reminders. */
DdAction *dd_sample_papers_remind (DdSampleCase *self, const DdSampleEvent *event,
                                   GError **error);

/* A call in the support window. */
DdAction *dd_sample_papers_call (DdSampleCase *self, const DdSampleEvent *event, GError **error);

G_END_DECLS
