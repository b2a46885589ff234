/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "notify/dd-notice.h"

static const struct
{
  const char *name;
  const char *body;
  gboolean has_body;
  gboolean has_markup;
  const char *title_shown;
  const char *body_shown;
} rows[] = {
  { "plain", "It is due.", TRUE, FALSE, "Acme", "It is due." },
  { "nothing-to-escape", "It is due.", TRUE, TRUE, "Acme", "It is due." },
  { "markup", "A & B <b>", TRUE, TRUE, "Acme", "A &amp; B &lt;b&gt;" },
  { "no-markup", "A & B <b>", TRUE, FALSE, "Acme", "A & B <b>" },
  { "no-body", "It is due.\nSoon.", FALSE, FALSE, "Acme – It is due. Soon.", "It is due.\nSoon." },
  { "no-text", "", FALSE, FALSE, "Acme", "" },
};

static void
test_is_told_as_the_server_can (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DdNotice) notice = dd_notice_new ("a", "Acme", rows[i].body, DD_URGENCY_LOW);
      g_autofree char *title = dd_notice_get_title (notice, rows[i].has_body);
      g_autofree char *body = dd_notice_get_body (notice, rows[i].has_markup);

      g_test_message ("%s", rows[i].name);
      g_assert_cmpstr (title, ==, rows[i].title_shown);
      g_assert_cmpstr (body, ==, rows[i].body_shown);
    }
}

static void
test_keeps_its_actions_in_order (void)
{
  g_autoptr (DdNotice) notice = dd_notice_new ("a", "Acme", "", DD_URGENCY_LOW);
  DdNoticeAction *action;

  g_assert_cmpuint (notice->actions->len, ==, 0);
  dd_notice_add_action (notice, DD_NOTICE_DEFAULT, "Open");
  dd_notice_add_action (notice, "done", "Done");
  g_assert_cmpuint (notice->actions->len, ==, 2);
  action = g_ptr_array_index (notice->actions, 1);
  g_assert_cmpstr (action->name, ==, "done");
  g_assert_cmpstr (action->label, ==, "Done");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/notice/is-told-as-the-server-can", test_is_told_as_the_server_can);
  g_test_add_func ("/notice/keeps-its-actions-in-order", test_keeps_its_actions_in_order);
  return g_test_run ();
}
