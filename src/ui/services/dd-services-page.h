/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-page.h"

G_BEGIN_DECLS

/*
 * DdServicesPage: what the services' documents state, how Drydock reads it, and where a document
 * disagrees with itself; and the user's own definitions, which can be added and removed.
 *
 * Actions: "services.add" asks for a file, "services.remove" removes the user's definition that
 * shows, after asking.
 */
#define DD_TYPE_SERVICES_PAGE (dd_services_page_get_type ())
G_DECLARE_FINAL_TYPE (DdServicesPage, dd_services_page, DD, SERVICES_PAGE, DdPage)

/* Adds the definition in @file to the user's own, or says in the page why it cannot be. */
void dd_services_page_add_file (DdServicesPage *self, GFile *file);

/* Shows the service with @id; an unknown one is ignored. */
void dd_services_page_show (DdServicesPage *self, const char *id);

G_END_DECLS
