/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-sample-case.h"

G_BEGIN_DECLS

/* Lays out the course of @self so that it stands today where its profile wants it, or, when it is of
 * an earlier year, so that it started at @start (else DD_INSTANT_NONE). Sets what is known of the
 * whole case and adds to @events (element-type DdSampleEvent) what happened before today. Linear in
 * the activities. */
void dd_sample_course_lay (DdSampleCase *self, gint64 start, GArray *events);

G_END_DECLS
