/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-portal-text.h"
#include "dd-service-catalog.h"

static DdService *cx;

static void
test_writes_the_documented_form (void)
{
  DdPortalRequest request = { (char *) "Müller & Söhne",
                              (char *) "10.2",
                              (char *) "2026-12-01",
                              (char *) "2026-12-07",
                              (char *) "2026-12-18",
                              (char *) "Year-end freeze",
                              TRUE };
  g_autofree char *title = dd_portal_text_title (cx, request.customer);
  g_autofree char *description = dd_portal_text_description (cx, &request);

  g_assert_cmpstr (title, ==, "Müller & Söhne - Platinum Services Request: Managed Upgrade");
  g_assert_cmpstr (description, ==,
                   "Current CX Process Version: 10.2\n"
                   "Earliest Start Date: 2026-12-01\n"
                   "Ideal Start Date: 2026-12-07\n"
                   "Deadline Date for Completion: 2026-12-18\n"
                   "Reason for the Deadline Date: Year-end freeze\n"
                   "Acknowledgement that access to a development or staging system will be "
                   "provided: Yes\n");
}

static void
test_leaves_room_for_what_is_not_known (void)
{
  DdPortalRequest request = { 0 };
  g_autofree char *title = dd_portal_text_title (cx, NULL);
  g_autofree char *description = dd_portal_text_description (cx, &request);

  g_assert_cmpstr (title, ==, "[Customer Name] - Platinum Services Request: Managed Upgrade");
  g_assert_nonnull (strstr (description, "Earliest Start Date:\n"));
}

static void
test_reads_what_it_writes (void)
{
  DdPortalRequest request = { (char *) "A - B - C",
                              (char *) "10.2 SP1",
                              (char *) "2026-12-01",
                              (char *) "2026-12-07",
                              (char *) "2026-12-18",
                              (char *) "because: it is so",
                              TRUE };
  g_auto (DdPortalRequest) read = { 0 };
  g_autofree char *title = dd_portal_text_title (cx, request.customer);
  g_autofree char *description = dd_portal_text_description (cx, &request);
  g_autofree char *text = g_strconcat (title, "\n\n", description, NULL);
  g_auto (GStrv) complaints = dd_portal_text_parse (cx, text, &read);

  g_assert_cmpuint (g_strv_length (complaints), ==, 0);
  g_assert_cmpstr (read.customer, ==, request.customer);
  g_assert_cmpstr (read.current_version, ==, request.current_version);
  g_assert_cmpstr (read.earliest_start, ==, request.earliest_start);
  g_assert_cmpstr (read.ideal_start, ==, request.ideal_start);
  g_assert_cmpstr (read.deadline, ==, request.deadline);
  g_assert_cmpstr (read.deadline_reason, ==, request.deadline_reason);
  g_assert_true (read.access);
}

typedef struct
{
  const char *name;
  const char *text;
  const char *deadline; /* what is read; NULL: nothing */
  guint complaints;
} DateRow;

static const DateRow date_rows[] = {
  { "iso", "Deadline Date for Completion: 2026-12-18", "2026-12-18", 0 },
  { "german", "Deadline Date for Completion: 18.12.2026", "2026-12-18", 0 },
  { "day-first", "deadline date for completion - 18 December 2026", "2026-12-18", 0 },
  { "ordinal", "Deadline Date for Completion: Friday, 18th Dec 2026", "2026-12-18", 0 },
  { "american", "* Deadline Date for Completion: December 18, 2026", "2026-12-18", 0 },
  { "below", "• Deadline Date for Completion:\n\n   18.12.2026", "2026-12-18", 0 },
  { "two-ways", "Deadline Date for Completion: 1/12/2026", NULL, 1 },
  { "no-such-day", "Deadline Date for Completion: 2026-02-30", NULL, 1 },
  { "words", "Deadline Date for Completion: as soon as possible", NULL, 1 },
  { "left-open", "Deadline Date for Completion:\nReason for the Deadline Date: none", NULL, 0 },
  { "another-text", "Hello, could you help us?", NULL, 1 },
  { "empty", "", NULL, 1 },
};

static void
test_dates (gconstpointer data)
{
  const DateRow *row = data;
  g_auto (DdPortalRequest) read = { 0 };
  g_auto (GStrv) complaints = dd_portal_text_parse (cx, row->text, &read);

  g_assert_cmpstr (read.deadline, ==, row->deadline);
  g_assert_cmpuint (g_strv_length (complaints), ==, row->complaints);
}

static void
test_access_is_not_assumed (void)
{
  static const struct
  {
    const char *value;
    gboolean access;
  } rows[] = { { "Yes", TRUE }, { "yes, of course", TRUE }, { "[x]", TRUE }, { "Confirmed.", TRUE },
               { "No", FALSE }, { "not yet", FALSE },       { "", FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (DdPortalRequest) read = { 0 };
      g_autofree char *text =
          g_strdup_printf ("Acknowledgement that access to a development or staging system will "
                           "be provided: %s",
                           rows[i].value);
      g_auto (GStrv) complaints = dd_portal_text_parse (cx, text, &read);

      g_assert_cmpint (read.access, ==, rows[i].access);
    }
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  cx = dd_service_catalog_load ("cx-process", NULL);
  g_assert_nonnull (cx);
  g_test_add_func ("/portal-text/writes-the-documented-form", test_writes_the_documented_form);
  g_test_add_func ("/portal-text/leaves-room-for-what-is-not-known",
                   test_leaves_room_for_what_is_not_known);
  g_test_add_func ("/portal-text/reads-what-it-writes", test_reads_what_it_writes);
  for (guint i = 0; i < G_N_ELEMENTS (date_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/portal-text/dates/%s", date_rows[i].name);

      g_test_add_data_func (path, &date_rows[i], test_dates);
    }
  g_test_add_func ("/portal-text/access-is-not-assumed", test_access_is_not_assumed);
  status = g_test_run ();
  dd_service_unref (cx);
  return status;
}
