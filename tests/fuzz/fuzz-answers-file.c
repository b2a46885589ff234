/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Any bytes as an answers file: refused with one sentence, or read so that what is written of it
 * reads as the same. A checksum would keep everything but the corpus out, so what only lacks the
 * right one is tried again with it. */
#include "config.h"

#include "fuzz.h"

#include "dd-answers-import.h"
#include "dd-canonical-json.h"
#include "form/dd-questionnaire-parser.h"

#include <string.h>

static const char questionnaire_xml[] =
    "<questionnaire id='q' service='s' edition='1' title='Q'><section id='s' title='S'>"
    "<question id='text' type='text'><label>Text</label></question>"
    "<question id='number' type='integer'><label>Number</label></question>"
    "<question id='agreed' type='acknowledgement'><label>Agreed</label></question>"
    "<question id='list' type='choices'><label>List</label>"
    "<choice value='a'>A</choice><choice value='b'>B</choice></question>"
    "<question id='table' type='table'><label>Table</label>"
    "<column id='c' type='text'><label>C</label></column>"
    "<column id='n' type='integer'><label>N</label></column></question>"
    "</section></questionnaire>";

static DdQuestionnaire *
get_questionnaire (void)
{
  static DdQuestionnaire *questionnaire = NULL;

  if (questionnaire == NULL)
    questionnaire = dd_questionnaire_parse (questionnaire_xml, -1, "fuzz", NULL);
  g_assert_nonnull (questionnaire);
  return questionnaire;
}

static void
check_message (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == DD_ANSWERS_FILE_ERROR);
  g_assert_true (g_str_has_prefix (error->message, "fuzz: "));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

/* Judged and compared with answers that are here, as an import does. */
static void
check_import (DdAnswersFile *file)
{
  DdQuestionnaire *questionnaire = get_questionnaire ();
  g_autoptr (DdAnswers) here = dd_answers_new ();
  g_autoptr (DdAnswerValue) value = dd_answer_value_new_text ("here");
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  g_free (file->questionnaire_hash);
  file->questionnaire_hash = g_strdup (questionnaire->hash);
  if (!dd_answers_file_check (file, file->case_id, questionnaire, "fuzz", &error))
    {
      check_message (error);
      return;
    }
  dd_answers_set (here, "text", value);
  entries = dd_answers_import_preview (questionnaire, here, file);
  g_assert_cmpuint (entries->len, <=, questionnaire->questions->len);
}

static void
check_file (DdAnswersFile *file)
{
  g_autofree char *written = dd_answers_file_to_text (file);
  g_autofree char *written_again = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (DdAnswersFile) again =
      dd_answers_file_parse (written, strlen (written), "fuzz", &error);

  g_assert_no_error (error);
  written_again = dd_answers_file_to_text (again);
  g_assert_cmpstr (written, ==, written_again);
  check_import (again);
}

/* Returns: (transfer full) (nullable): the document with the checksum that it should have */
static char *
mend_checksum (const char *text, gsize length)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *canonical = NULL, *checksum = NULL;

  if (!g_utf8_validate (text, (gssize) length, NULL)
      || !json_parser_load_from_data (parser, text, (gssize) length, NULL))
    return NULL;
  root = json_parser_steal_root (parser);
  json_object_remove_member (json_node_get_object (root), "checksum");
  canonical = dd_canonical_json_from_node (root);
  if (canonical == NULL)
    return NULL;
  checksum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, canonical, -1);
  json_object_set_string_member (json_node_get_object (root), "checksum", checksum);
  return dd_canonical_json_from_node (root);
}

static gboolean
try (const char *text, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdAnswersFile) file = dd_answers_file_parse (text, length, "fuzz", &error);

  if (file != NULL)
    check_file (file);
  else
    check_message (error);
  return g_error_matches (error, DD_ANSWERS_FILE_ERROR, DD_ANSWERS_FILE_ERROR_DAMAGED);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *mended = NULL;
  const char *text = size > 0 ? (const char *) data : "";

  if (!try (text, size))
    return 0;
  mended = mend_checksum (text, size);
  if (mended != NULL)
    try (mended, strlen (mended));
  return 0;
}
