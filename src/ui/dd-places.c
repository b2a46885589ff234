/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-window-private.h"

#include "cases/dd-cases-page.h"
#include "services/dd-services-page.h"
#include "timeline/dd-timeline-page.h"
#include "today/dd-today-page.h"

#include <glib/gi18n.h>

const DdPlace dd_places[] = {
  { "today", N_ ("Today"), "weather-clear-symbolic", dd_today_page_get_type },
  { "cases", N_ ("Cases"), "view-list-symbolic", dd_cases_page_get_type },
  { "timeline", N_ ("Timeline"), "x-office-calendar-symbolic", dd_timeline_page_get_type },
  { "services", N_ ("Services"), "x-office-document-symbolic", dd_services_page_get_type },
  { NULL },
};
