/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Invented names of sample customers and people, from many languages and scripts. */

/* Those of the vendor's team. */
extern const char *const dd_sample_managers[];
extern const char *const dd_sample_consultants[];

/* Returns: (transfer full): the name of customer @number; different numbers, different names. The
 * order is that of @turn, any number. */
char *dd_sample_names_make_customer (guint number, guint turn);

/* Returns: (transfer full): the name of somebody who works at customer @number */
char *dd_sample_names_make_contact (guint number, guint turn);

/* Returns: (transfer full): the e-mail address that goes with the @number of a person at the host
 * @host. Names have letters that addresses do not. */
char *dd_sample_names_make_address (const char *role, guint number, const char *host);

G_END_DECLS
