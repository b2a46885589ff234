/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Prints a network to try large ones by hand: "make-network 20000 > large.xml".
 */
#include "bench-network.h"

#include <stdlib.h>

static int seed = 1;
static gboolean taskjuggler;

static const GOptionEntry entries[] = {
  { "seed", 's', 0, G_OPTION_ARG_INT, &seed, "Another network for each (1)", "N" },
  { "taskjuggler", 't', 0, G_OPTION_ARG_NONE, &taskjuggler, "A TaskJuggler project instead", NULL },
  { NULL },
};

int
main (int argc, char *argv[])
{
  g_autoptr (GOptionContext) context = g_option_context_new ("ACTIVITIES");
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  guint64 n;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("make-network: %s\n", error->message);
      return 2;
    }
  if (argc != 2 || !g_ascii_string_to_unsigned (argv[1], 10, 1, 1000000, &n, &error))
    {
      g_printerr ("make-network: %s\n", error != NULL ? error->message : "how many activities?");
      return 2;
    }
  text = taskjuggler ? bench_network_to_tjp (n, seed) : bench_network_to_xml (n, seed);
  g_print ("%s", text);
  return EXIT_SUCCESS;
}
