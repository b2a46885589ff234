/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads what condition-cases (tests/core) writes from standard input, and writes it with a member
 * "page" for each questionnaire: what the page that customers fill in works with. */
#include "config.h"

#include "dd-questionnaire-json.h"
#include "form/dd-questionnaire-parser.h"

#include <stdio.h>

static JsonNode *
make_page (const char *xml)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdQuestionnaire) questionnaire = dd_questionnaire_parse (xml, -1, "cases", &error);
  g_autoptr (DdAnswers) answers = dd_answers_new ();
  DdQuestionnaireExport export = { questionnaire, answers, NULL, "case", "about" };

  g_assert_no_error (error);
  return dd_questionnaire_json_make (&export);
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GIOChannel) input = g_io_channel_unix_new (0);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *text = NULL, *written = NULL;
  gsize length;
  JsonArray *questionnaires;

  g_io_channel_read_to_end (input, &text, &length, &error);
  g_assert_no_error (error);
  json_parser_load_from_data (parser, text, (gssize) length, &error);
  g_assert_no_error (error);
  questionnaires =
      json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)),
                                    "questionnaires");
  for (guint i = 0; i < json_array_get_length (questionnaires); i++)
    {
      JsonObject *object = json_array_get_object_element (questionnaires, i);

      json_object_set_member (object, "page",
                              make_page (json_object_get_string_member (object, "xml")));
    }
  written = json_to_string (json_parser_get_root (parser), FALSE);
  return fputs (written, stdout) < 0;
}
