/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-text-gantt.h"

#define CHART_START  "2026-12-01"
#define CHART_FINISH "2026-12-07T17:00"

static gint64
instant (DdCalendar *calendar, const char *text)
{
  return text == NULL ? DD_INSTANT_NONE : dd_calendar_parse_instant (calendar, text, FALSE, NULL);
}

/* Tuesday to Monday, two columns a day. */
static DdTextGantt *
create_chart (DdCalendar *calendar, const char *deadline, gboolean styled)
{
  DdRange span = { instant (calendar, CHART_START), instant (calendar, CHART_FINISH) };
  DdTextScale scale = dd_text_scale_new (calendar, span, 14);
  const DdTerminal terminal = { 80, styled };

  return dd_text_gantt_new (&scale, instant (calendar, deadline), &terminal);
}

static void
test_draw (void)
{
  static const struct
  {
    const char *name;
    DdTextMark mark;
    gboolean critical;
    const char *start;
    const char *finish;
    const char *cautious;
    const char *row;
  } rows[] = {
    { "a day", DD_TEXT_MARK_BAR, TRUE, "2026-12-01T09:00", "2026-12-01T17:00", NULL,
      "██      ░░░░  " },
    { "a day with float", DD_TEXT_MARK_BAR, FALSE, "2026-12-02T09:00", "2026-12-02T17:00", NULL,
      "  ▄▄    ░░░░  " },
    { "first quarter", DD_TEXT_MARK_BAR, TRUE, "2026-12-02T09:00", "2026-12-02T11:00", NULL,
      "  ▌     ░░░░  " },
    { "second quarter", DD_TEXT_MARK_BAR, TRUE, "2026-12-02T11:00", "2026-12-02T13:00", NULL,
      "  ▐     ░░░░  " },
    { "the middle with float", DD_TEXT_MARK_BAR, FALSE, "2026-12-02T11:00", "2026-12-02T15:00",
      NULL, "  ▗▖    ░░░░  " },
    { "over the weekend", DD_TEXT_MARK_BAR, TRUE, "2026-12-04T09:00", "2026-12-07T17:00", NULL,
      "      ████████" },
    { "no work is invisible", DD_TEXT_MARK_BAR, TRUE, "2026-12-02T09:00", "2026-12-02T09:01", NULL,
      "  ▌     ░░░░  " },
    { "nothing at the end", DD_TEXT_MARK_BAR, TRUE, "2026-12-07T17:00", "2026-12-07T17:00", NULL,
      "        ░░░░ ▐" },
    { "whisker", DD_TEXT_MARK_BAR, TRUE, "2026-12-01T09:00", "2026-12-01T17:00", "2026-12-03T17:00",
      "██───┤  ░░░░  " },
    { "whisker of a column", DD_TEXT_MARK_BAR, FALSE, "2026-12-01T09:00", "2026-12-01T17:00",
      "2026-12-02T13:00", "▄▄┤     ░░░░  " },
    { "whisker to before the finish", DD_TEXT_MARK_BAR, TRUE, "2026-12-01T09:00",
      "2026-12-02T17:00", "2026-12-01T17:00", "████    ░░░░  " },
    { "window", DD_TEXT_MARK_WINDOW, FALSE, "2026-12-03T09:00", "2026-12-07T17:00", NULL,
      "    ╌╌╌╌╌╌╌╌╌╌" },
    { "event", DD_TEXT_MARK_EVENT, TRUE, "2026-12-01T09:00", "2026-12-01T09:00", NULL,
      "◇       ░░░░  " },
    { "gate at a day's end", DD_TEXT_MARK_GATE, TRUE, "2026-12-04T17:00", "2026-12-04T17:00", NULL,
      "       ◆░░░░  " },
  };
  g_autoptr (DdCalendar) calendar = dd_calendar_new_default ("Europe/Berlin", NULL);
  g_autoptr (DdTextGantt) chart = create_chart (calendar, NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const DdTextBar bar = {
        .mark = rows[i].mark,
        .start = instant (calendar, rows[i].start),
        .finish = instant (calendar, rows[i].finish),
        .cautious_finish = instant (calendar, rows[i].cautious),
        .critical = rows[i].critical,
      };
      g_autofree char *row = dd_text_gantt_draw (chart, &bar);

      g_test_message ("%s", rows[i].name);
      g_assert_cmpstr (row, ==, rows[i].row);
    }
}

static void
test_deadline (void)
{
  g_autoptr (DdCalendar) calendar = dd_calendar_new_default ("Europe/Berlin", NULL);
  g_autoptr (DdTextGantt) chart = create_chart (calendar, "2026-12-04", FALSE);
  g_autofree char *row = dd_text_gantt_draw (chart, NULL);

  /* The end of Thursday. */
  g_assert_cmpstr (row, ==, "     │  ░░░░  ");
}

/* The present is drawn too, but not over the deadline. */
static void
test_now (void)
{
  g_autoptr (DdCalendar) calendar = dd_calendar_new_default ("Europe/Berlin", NULL);
  g_autoptr (DdTextGantt) chart = create_chart (calendar, "2026-12-04", FALSE);
  g_autofree char *row = NULL;

  dd_text_gantt_mark_now (chart, instant (calendar, "2026-12-02T10:00"));
  dd_text_gantt_mark_now (chart, instant (calendar, "2026-12-03T23:00"));
  row = dd_text_gantt_draw (chart, NULL);
  g_assert_cmpstr (row, ==, "  ┊  │  ░░░░  ");
}

/* Neighbours of one style are one run. */
static void
test_styled (void)
{
  g_autoptr (DdCalendar) calendar = dd_calendar_new_default ("Europe/Berlin", NULL);
  g_autoptr (DdTextGantt) chart = create_chart (calendar, NULL, TRUE);
  const DdTextBar bar = {
    .mark = DD_TEXT_MARK_BAR,
    .start = instant (calendar, "2026-12-01T09:00"),
    .finish = instant (calendar, "2026-12-01T17:00"),
    .cautious_finish = DD_INSTANT_NONE,
    .critical = TRUE,
    .style = DD_STYLE_CONSULTANT,
  };
  g_autofree char *row = dd_text_gantt_draw (chart, &bar);

  g_assert_cmpstr (row, ==, "\033[34m██\033[0m      \033[2m░░░░\033[0m  ");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-gantt/draw", test_draw);
  g_test_add_func ("/text-gantt/deadline", test_deadline);
  g_test_add_func ("/text-gantt/now", test_now);
  g_test_add_func ("/text-gantt/styled", test_styled);

  return g_test_run ();
}
