/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * DdApplication: the program: one instance for each database, its command line, and what belongs to
 * no window (preferences, about, quit). "drydock:CASE" as an argument opens that case.
 */
#define DD_TYPE_APPLICATION (dd_application_get_type ())
G_DECLARE_FINAL_TYPE (DdApplication, dd_application, DD, APPLICATION, AdwApplication)

/* Returns: (transfer full): the program */
DdApplication *dd_application_new (void);

G_END_DECLS
