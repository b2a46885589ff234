/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench-network.h"

/* As many steps has a chain, so many chains are side by side. */
#define STEPS 500

#define MAX_LINKS 3

/* What an activity waits for. */
typedef struct
{
  guint activity;
  int lag_days;
} Link;

typedef struct
{
  int days;
  Link links[MAX_LINKS];
  guint n_links;
} Activity;

/* Adds a link, unless there is one already. */
static void
add_link (Activity *self, GRand *rand, guint activity)
{
  for (guint i = 0; i < self->n_links; i++)
    if (self->links[i].activity == activity)
      return;

  int lag_days = g_rand_int_range (rand, 0, 5) == 0 ? g_rand_int_range (rand, 1, 4) : 0;

  self->links[self->n_links++] = (Link){ activity, lag_days };
}

/* Steps 0, 1, 2 and 3 of a chain are a diamond: 1 and 2 follow 0, and 3 follows both. Now and then
 * an activity follows one of another chain, too. */
static Activity
draw_activity (GRand *rand, guint index, guint chains)
{
  Activity self = { .days = g_rand_int_range (rand, 1, 6) };
  guint step = index / chains;

  if (step > 0)
    add_link (&self, rand, index - (step % 4 == 2 ? 2 : 1) * chains);
  if (step > 0 && step % 4 == 3)
    add_link (&self, rand, index - 2 * chains);
  if (step > 0 && chains > 1 && g_rand_int_range (rand, 0, 3) == 0)
    add_link (&self, rand, (step - 1) * chains + g_rand_int_range (rand, 0, chains));
  return self;
}

typedef void (*Write) (GString *text, guint index, const Activity *activity);

static void
write_activities (GString *text, guint n, guint32 seed, Write write)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  guint chains = (n + STEPS - 1) / STEPS;

  for (guint i = 0; i < n; i++)
    {
      Activity activity = draw_activity (rand, i, chains);
      write (text, i, &activity);
    }
}

static void
write_xml (GString *text, guint index, const Activity *activity)
{
  g_string_append_printf (text,
                          "<cell duration=\"%dd\"><activity id=\"t%u\" name=\"Task %u\" "
                          "owner=\"consultant\" after=\"",
                          activity->days, index, index);
  for (guint i = 0; i < activity->n_links; i++)
    {
      const Link *link = &activity->links[i];
      g_string_append_printf (text, "%st%u", i > 0 ? " " : "", link->activity);
      if (link->lag_days > 0)
        g_string_append_printf (text, "+%dd", link->lag_days);
    }
  g_string_append (text, "\"/></cell>\n");
}

char *
bench_network_to_xml (guint n, guint32 seed)
{
  GString *text = g_string_new ("<service id=\"bench\" product=\"Bench\" document-version=\"1\">\n"
                                "<phase id=\"p\" name=\"P\"><milestone id=\"m\" name=\"M\">\n");

  write_activities (text, n, seed, write_xml);
  g_string_append (text, "</milestone></phase></service>\n");
  return g_string_free (text, FALSE);
}

static void
write_tjp (GString *text, guint index, const Activity *activity)
{
  g_string_append_printf (text, "task t%u \"Task %u\" { length %dd", index, index, activity->days);
  for (guint i = 0; i < activity->n_links; i++)
    {
      const Link *link = &activity->links[i];
      g_string_append_printf (text, "%st%u", i > 0 ? ", " : " depends ", link->activity);
      if (link->lag_days > 0)
        g_string_append_printf (text, " { gaplength %dd }", link->lag_days);
    }
  g_string_append (text, " }\n");
}

char *
bench_network_to_tjp (guint n, guint32 seed)
{
  GString *text = g_string_new ("project bench \"Bench\" 2026-12-01 +20y {\n"
                                "  timezone \"Europe/Berlin\"\n"
                                "  dailyworkinghours 8\n"
                                "  workinghours mon - fri 9:00 - 17:00\n"
                                "  workinghours sat, sun off\n"
                                "}\n");

  write_activities (text, n, seed, write_tjp);
  g_string_append (text, "taskreport ends \"ends\" { formats csv columns id, start, end }\n");
  return g_string_free (text, FALSE);
}
