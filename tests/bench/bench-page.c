/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The page that customers fill in, with 300 questions and a table of 1,000 rows: how long its
 * export takes, and, in a browser (page-latency.py), until it is open and until what is typed is
 * seen. */
#include "config.h"

#include "bench-clock.h"
#include "dd-questionnaire-html.h"
#include "form/dd-questionnaire-parser.h"

#include <glib/gstdio.h>
#include <string.h>

#define N_SECTIONS 12
#define N_EACH     25
#define N_ROWS     1000

static char *
write_xml (void)
{
  static const char *const types[] = {
    "text", "paragraph", "integer", "version", "date", "yes-no"
  };
  GString *xml = g_string_new ("<questionnaire id='bench' service='s' edition='1' title='Bench'>");

  for (guint section = 0; section < N_SECTIONS; section++)
    {
      g_string_append_printf (xml, "<section id='s%u' title='Section %u'>", section, section);
      for (guint i = 0; i < N_EACH; i++)
        {
          g_string_append_printf (xml,
                                  "<question id='q%u-%u' type='%s' required='yes'>"
                                  "<label>Question %u</label><help>What it is about.</help>",
                                  section, i, types[i % G_N_ELEMENTS (types)], i);
          if (i > 0)
            g_string_append_printf (xml,
                                    "<when><not><equals question='q%u-0' value='never'/></not>"
                                    "</when><when><not><answered question='q%u-0'/></not></when>",
                                    section, section);
          g_string_append (xml, "</question>");
        }
      g_string_append (xml, "</section>");
    }
  g_string_append (xml, "<section id='last' title='Table'><question id='rows' type='table'>"
                        "<label>Rows</label>"
                        "<column id='name' type='text' required='yes'><label>Name</label>"
                        "<pattern match='[A-Za-z0-9 ]+' message='Letters.'/></column>"
                        "<column id='count' type='integer'><label>Count</label></column>"
                        "<column id='kind' type='choice'><label>Kind</label>"
                        "<choice value='a'>A</choice><choice value='b'>B</choice></column>"
                        "<column id='day' type='date'><label>Day</label></column>"
                        "</question></section></questionnaire>");
  return g_string_free (xml, FALSE);
}

static DdAnswers *
make_answers (void)
{
  DdAnswers *answers = dd_answers_new ();
  g_autoptr (GString) json = g_string_new ("[");
  g_autoptr (DdAnswerValue) value = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_ROWS; i++)
    g_string_append_printf (json, "%s{\"name\":\"Row %u\",\"count\":%u,\"kind\":\"a\"}",
                            i > 0 ? "," : "", i, i);
  g_string_append_c (json, ']');
  dd_answer_value_from_json (json->str, -1, &value, &error);
  bench_stop_on_error (error);
  dd_answers_set (answers, "rows", value);
  return answers;
}

/* What is measured, and the last page that came of it. */
typedef struct
{
  DdQuestionnaireExport export;
  char *page;
} Work;

static void
write_page (gpointer data)
{
  Work *work = data;

  g_free (work->page);
  work->page = dd_questionnaire_html_write (&work->export);
}

static void
measure_in_browser (const char *page)
{
  const char *tests = g_getenv ("DD_TESTS");
  g_autofree char *script =
      g_build_filename (tests != NULL ? tests : "tests", "bench", "page-latency.py", NULL);
  g_autofree char *folder = g_dir_make_tmp ("drydock-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "page.html", NULL);
  const char *argv[] = { "python3", script, path, NULL };
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, page, -1, &error);
  bench_stop_on_error (error);
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_CHILD_INHERITS_STDIN,
                NULL, NULL, NULL, NULL, NULL, &error);
  g_remove (path);
  g_rmdir (folder);
  bench_stop_on_error (error);
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = write_xml ();
  g_autoptr (DdQuestionnaire) questionnaire = dd_questionnaire_parse (xml, -1, "bench", &error);
  g_autoptr (DdAnswers) answers = make_answers ();
  Work work = { { questionnaire, answers, NULL, "00000000-0000-4000-8000-000000000000", "Bench" } };
  double milliseconds;

  bench_stop_on_error (error);
  milliseconds = bench_best_milliseconds (write_page, &work, 5);
  g_print ("export of %u questions and %u rows: %.1f ms, %.0f KiB\n", N_SECTIONS * N_EACH + 1,
           N_ROWS, milliseconds, (double) strlen (work.page) / 1024);
  measure_in_browser (work.page);
  g_free (work.page);
  return 0;
}
