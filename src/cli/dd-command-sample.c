/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-command-sample.h"

#include "dd-json.h"
#include "dd-option.h"
#include "dd-sample.h"
#include "dd-session.h"
#include "dd-text.h"

#include <glib/gi18n-lib.h>

#define DEFAULT_CASES 30

/* The options as they are written. */
typedef struct
{
  char *cases;
  char *seed;
  char *now;
  DdSessionOptions session;
} SampleOptions;

static void
sample_options_clear (SampleOptions *options)
{
  g_free (options->cases);
  g_free (options->seed);
  g_free (options->now);
  dd_session_options_clear (&options->session);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SampleOptions, sample_options_clear)

/* What is to be done in the session. */
typedef struct
{
  guint64 cases;
  guint64 seed;
  const char *now; /* (nullable) */
} Making;

static char *
describe (const DdSession *session, const Making *making, gint64 now)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const char *path = dd_connection_get_path (session->connection);
  g_autofree char *shown = g_filename_display_name (path);

  if (!session->json)
    return dd_text_to_line (
        g_strdup_printf (ngettext ("Made %u sample case in “%s”.", "Made %u sample cases in “%s”.",
                                   (guint) making->cases),
                         (guint) making->cases, shown));
  json_builder_begin_object (builder);
  dd_json_add_string (builder, "database", shown);
  dd_json_add_int (builder, "cases", (gint64) making->cases);
  dd_json_add_int (builder, "seed", (gint64) making->seed);
  dd_json_add_instant (builder, "now", session->calendar, now);
  json_builder_end_object (builder);
  return dd_json_to_text (builder);
}

static char *
make (DdSession *session, gpointer data, GError **error)
{
  const Making *making = data;
  gint64 now = session->now;

  if (making->now != NULL
      && !dd_option_parse_instant (session->calendar, "--now", making->now, FALSE, &now, error))
    return NULL;
  if (!dd_sample_make (session->connection, (guint) making->cases, making->seed, now, NULL, NULL,
                       error))
    return NULL;
  return describe (session, making, now);
}

char *
dd_command_sample (DdCommandLine *line, GError **error)
{
  g_auto (SampleOptions) options = { NULL };
  Making making = { .cases = DEFAULT_CASES, .seed = 1 };
  const GOptionEntry entries[] = {
    { "cases", 'n', 0, G_OPTION_ARG_FILENAME, &options.cases, N_ ("How many cases (default: 30)"),
      N_ ("N") },
    { "seed", 's', 0, G_OPTION_ARG_FILENAME, &options.seed,
      N_ ("What they are drawn from: the same seed, the same cases (default: 1)"), N_ ("N") },
    { "now", 't', 0, G_OPTION_ARG_FILENAME, &options.now,
      N_ ("What they lie around, a date or an instant (default: now)"), N_ ("T") },
    DD_SESSION_OPTIONS (options.session),
    { NULL },
  };

  if (!dd_command_line_parse (line, entries, error)
      || !dd_option_parse_number ("--cases", options.cases, 1, DD_SAMPLE_MAX_CASES, &making.cases,
                                  error)
      || !dd_option_parse_number ("--seed", options.seed, 0, G_MAXINT64, &making.seed, error))
    return NULL;
  making.now = options.now;
  return dd_session_run (line, &options.session, DD_SESSION_CREATE, make, &making, error);
}
