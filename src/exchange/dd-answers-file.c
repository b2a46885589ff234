/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-answers-file.h"

#include "dd-canonical-json.h"
#include "dd-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (dd_answers_file_error, dd_answers_file_error)

/* The document, its answers, a table, a row. What is deeper is none of ours, and JSON's reader
 * would need a stack for it. */
#define MAX_DEPTH 8

/* No instant of a file lies outside of what the store keeps. */
#define MAX_INSTANT G_GINT64_CONSTANT (7258118400)

void
dd_answers_file_free (DdAnswersFile *self)
{
  g_free (self->case_id);
  g_free (self->questionnaire_id);
  g_free (self->questionnaire_hash);
  g_free (self->language);
  g_free (self->answered_by);
  g_clear_pointer (&self->answers, dd_answers_free);
  g_clear_pointer (&self->started_from, dd_answers_free);
  g_free (self);
}

/* --- Reading --- */

static gboolean
refuse (GError **error, DdAnswersFileError code, const char *origin, const char *message)
{
  g_set_error (error, DD_ANSWERS_FILE_ERROR, code, "%s: %s", origin, message);
  return FALSE;
}

static gboolean
refuse_damaged (GError **error, const char *origin)
{
  return refuse (error, DD_ANSWERS_FILE_ERROR_DAMAGED, origin,
                 _ ("the file is damaged; ask for it to be sent again, as an attachment"));
}

static gboolean
check_size (const char *text, gsize length, const char *origin, GError **error)
{
  if (length > DD_ANSWERS_FILE_MAX_BYTES)
    {
      g_autofree char *limit =
          g_format_size_full (DD_ANSWERS_FILE_MAX_BYTES, G_FORMAT_SIZE_IEC_UNITS);

      g_set_error (error, DD_ANSWERS_FILE_ERROR, DD_ANSWERS_FILE_ERROR_SIZE,
                   _ ("%s: is larger than the %s allowed here"), origin, limit);
      return FALSE;
    }
  if (length == 0 || dd_answer_json_is_safe (text, length, MAX_DEPTH))
    return TRUE;
  return refuse (
      error, DD_ANSWERS_FILE_ERROR_SIZE, origin,
      _ ("is no answers file: it is nested too deep, or has the character U+0000 in it"));
}

/* The text of member @name, NULL when it has none. */
static const char *
get_text (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
}

static gint64
get_integer (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_INT64)
    return -1;
  return json_node_get_int (node);
}

static JsonObject *
get_object (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/* Whether it is one of ours at all, and one that we can read. */
static gboolean
check_format (JsonNode *root, const char *origin, GError **error)
{
  JsonObject *object =
      root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  const char *format = object != NULL ? get_text (object, "format") : NULL;

  if (g_strcmp0 (format, DD_ANSWERS_FILE_FORMAT) != 0)
    return refuse (error, DD_ANSWERS_FILE_ERROR_FORMAT, origin,
                   _ ("is no answers file of Drydock, or only a part of one"));
  if (get_integer (object, "version") != DD_ANSWERS_FILE_VERSION)
    return refuse (error, DD_ANSWERS_FILE_ERROR_FORMAT, origin,
                   _ ("was written by a newer Drydock; update this one to read it"));
  return TRUE;
}

static char *
compute_checksum (JsonNode *root)
{
  g_autofree char *canonical = dd_canonical_json_from_node (root);

  return canonical != NULL ? g_compute_checksum_for_string (G_CHECKSUM_SHA256, canonical, -1)
                           : NULL;
}

/* Takes the checksum out of the document: it is about the rest. */
static gboolean
check_checksum (JsonNode *root, const char *origin, GError **error)
{
  JsonObject *object = json_node_get_object (root);
  g_autofree char *written = g_strdup (get_text (object, "checksum"));
  g_autofree char *computed = NULL;

  json_object_remove_member (object, "checksum");
  computed = compute_checksum (root);
  if (written == NULL || g_strcmp0 (written, computed) != 0)
    return refuse_damaged (error, origin);
  return TRUE;
}

/* Any value, if it is small enough to be kept. */
static gboolean
read_answer (JsonNode *node, DdAnswerValue **value, GError **error)
{
  g_autofree char *json = NULL;

  if (!dd_answer_value_from_node (node, value, error))
    return FALSE;
  json = dd_answer_value_to_json (*value);
  return dd_answer_value_from_json (json, -1, NULL, error);
}

static DdAnswers *
read_answers (JsonObject *object, const char *origin, GError **error)
{
  g_autoptr (DdAnswers) answers = dd_answers_new ();
  JsonObjectIter iter;
  const char *question;
  JsonNode *node;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &question, &node))
    {
      g_autoptr (DdAnswerValue) value = NULL;
      g_autoptr (GError) reason = NULL;

      if (!read_answer (node, &value, &reason))
        {
          g_set_error (error, DD_ANSWERS_FILE_ERROR, DD_ANSWERS_FILE_ERROR_ANSWER,
                       _ ("%s: the answer to “%s” cannot be read: %s"), origin, question,
                       reason->message);
          return NULL;
        }
      dd_answers_set (answers, question, value);
    }
  return g_steal_pointer (&answers);
}

static gboolean
is_name (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  if (stripped[0] == '\0' || g_utf8_strlen (text, -1) > DD_ANSWERS_FILE_MAX_NAME)
    return FALSE;
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_iscntrl (g_utf8_get_char (c)))
      return FALSE;
  return TRUE;
}

static gint64
parse_instant (const char *text)
{
  g_autoptr (GDateTime) time = text != NULL ? g_date_time_new_from_iso8601 (text, NULL) : NULL;
  gint64 instant = time != NULL ? g_date_time_to_unix (time) : -1;

  return instant <= MAX_INSTANT ? instant : -1;
}

/* All but the answers. Returns: whether everything is there */
static gboolean
read_head (DdAnswersFile *self, JsonObject *object)
{
  JsonObject *questionnaire = get_object (object, "questionnaire");

  if (questionnaire == NULL)
    return FALSE;
  self->case_id = g_strdup (get_text (object, "case"));
  self->questionnaire_id = g_strdup (get_text (questionnaire, "id"));
  self->edition = get_integer (questionnaire, "edition");
  self->questionnaire_hash = g_strdup (get_text (questionnaire, "hash"));
  self->language = g_strdup (get_text (object, "language"));
  self->answered_by = g_strdup (get_text (object, "answered_by"));
  self->saved_at = parse_instant (get_text (object, "saved_at"));
  return self->case_id != NULL && self->questionnaire_id != NULL && self->edition >= 1
         && self->questionnaire_hash != NULL && self->language != NULL && self->answered_by != NULL
         && is_name (self->answered_by) && self->saved_at >= 0;
}

static DdAnswersFile *
read_document (JsonNode *root, const char *origin, GError **error)
{
  g_autoptr (DdAnswersFile) self = g_new0 (DdAnswersFile, 1);
  JsonObject *object = json_node_get_object (root);
  JsonObject *answers = get_object (object, "answers");
  JsonObject *started_from = get_object (object, "started_from");

  if (!read_head (self, object) || answers == NULL || started_from == NULL)
    {
      refuse_damaged (error, origin);
      return NULL;
    }
  self->answers = read_answers (answers, origin, error);
  if (self->answers == NULL)
    return NULL;
  self->started_from = read_answers (started_from, origin, error);
  return self->started_from != NULL ? g_steal_pointer (&self) : NULL;
}

DdAnswersFile *
dd_answers_file_parse (const char *text, gsize length, const char *origin, GError **error)
{
  static const char mark[] = "\xef\xbb\xbf";
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (JsonNode) root = NULL;

  g_return_val_if_fail (text != NULL || length == 0, NULL);
  g_return_val_if_fail (origin != NULL, NULL);

  if (!check_size (text, length, origin, error))
    return NULL;
  if (length >= strlen (mark) && memcmp (text, mark, strlen (mark)) == 0)
    {
      text += strlen (mark);
      length -= strlen (mark);
    }
  if (length > 0 && g_utf8_validate (text, (gssize) length, NULL)
      && json_parser_load_from_data (parser, text, (gssize) length, NULL))
    root = json_parser_steal_root (parser);
  if (!check_format (root, origin, error) || !check_checksum (root, origin, error))
    return NULL;
  return read_document (root, origin, error);
}

DdAnswersFile *
dd_answers_file_load (const char *path, GError **error)
{
  g_autofree char *origin = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  bytes = dd_file_read (path, DD_ANSWERS_FILE_MAX_BYTES, error);
  if (bytes == NULL)
    return NULL;
  origin = g_filename_display_name (path);
  return dd_answers_file_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), origin,
                                error);
}

/* --- Writing --- */

/* The members of all but the answers, in the order of the file. */
static void
add_head (JsonBuilder *builder, const DdAnswersFile *self)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (self->saved_at);
  g_autofree char *saved_at = g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");
  const struct
  {
    const char *name;
    const char *text;
  } texts[] = {
    { "language", self->language },
    { "answered_by", self->answered_by },
    { "saved_at", saved_at },
  };

  json_builder_set_member_name (builder, "format");
  json_builder_add_string_value (builder, DD_ANSWERS_FILE_FORMAT);
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, DD_ANSWERS_FILE_VERSION);
  json_builder_set_member_name (builder, "case");
  json_builder_add_string_value (builder, self->case_id);
  json_builder_set_member_name (builder, "questionnaire");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_string_value (builder, self->questionnaire_id);
  json_builder_set_member_name (builder, "edition");
  json_builder_add_int_value (builder, self->edition);
  json_builder_set_member_name (builder, "hash");
  json_builder_add_string_value (builder, self->questionnaire_hash);
  json_builder_end_object (builder);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      json_builder_set_member_name (builder, texts[i].name);
      json_builder_add_string_value (builder, texts[i].text);
    }
}

static void
add_answers (JsonBuilder *builder, const char *name, const DdAnswers *answers)
{
  g_autoptr (GPtrArray) questions = dd_answers_list_questions (answers);

  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  for (guint i = 0; i < questions->len; i++)
    {
      json_builder_set_member_name (builder, questions->pdata[i]);
      json_builder_add_value (builder, dd_answer_value_to_node (
                                           dd_answers_get (answers, questions->pdata[i])));
    }
  json_builder_end_object (builder);
}

static JsonNode *
make_document (const DdAnswersFile *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_head (builder, self);
  add_answers (builder, "answers", self->answers);
  add_answers (builder, "started_from", self->started_from);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

/* Appends @node's canonical form; of a group of answers a line for each. */
static void
append_member (GString *text, const char *name, JsonNode *node)
{
  g_autofree char *canonical = dd_canonical_json_from_node (node);
  g_autoptr (GList) members = NULL;

  g_string_append_printf (text, "  \"%s\": ", name);
  if (!g_str_equal (name, "answers") && !g_str_equal (name, "started_from"))
    {
      g_string_append_printf (text, "%s,\n", canonical);
      return;
    }
  g_string_append_c (text, '{');
  members =
      g_list_sort (json_object_get_members (json_node_get_object (node)), (GCompareFunc) strcmp);
  for (GList *l = members; l != NULL; l = l->next)
    {
      JsonNode *value = json_object_get_member (json_node_get_object (node), l->data);
      g_autofree char *answer = dd_canonical_json_from_node (value);

      g_string_append (text, l == members ? "\n    " : ",\n    ");
      dd_canonical_json_append_string (text, l->data);
      g_string_append_printf (text, ": %s", answer);
    }
  g_string_append (text, members != NULL ? "\n  },\n" : "},\n");
}

char *
dd_answers_file_to_text (const DdAnswersFile *self)
{
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GList) members = NULL;
  g_autofree char *checksum = NULL;
  GString *text = g_string_new ("{\n");

  g_return_val_if_fail (self != NULL, NULL);

  root = make_document (self);
  checksum = compute_checksum (root);
  members = json_object_get_members (json_node_get_object (root));
  for (GList *l = members; l != NULL; l = l->next)
    append_member (text, l->data, json_object_get_member (json_node_get_object (root), l->data));
  g_string_append_printf (text, "  \"checksum\": \"%s\"\n}\n", checksum);
  return g_string_free (text, FALSE);
}

/* --- Judging --- */

static gboolean
refuse_answer (const DdQuestion *question, const char *origin, GError **error)
{
  g_set_error (error, DD_ANSWERS_FILE_ERROR, DD_ANSWERS_FILE_ERROR_ANSWER,
               _ ("%s: the answer to “%s” is of another kind than was asked for"), origin,
               question->label);
  return FALSE;
}

static gboolean
has_shape (const DdQuestion *question, const DdAnswerValue *value)
{
  return value == NULL
         || dd_answer_value_get_shape (value) == dd_question_type_get_shape (question->type);
}

/* Whether the cells are of the table's columns and of their kinds. */
static gboolean
check_table (const DdQuestion *question, const DdAnswerValue *table)
{
  g_autoptr (GPtrArray) columns = dd_answer_value_list_columns (table);

  for (guint i = 0; i < columns->len; i++)
    {
      const DdQuestion *column = dd_question_find_column (question, columns->pdata[i]);

      if (column == NULL)
        return FALSE;
      for (guint row = 0; row < dd_answer_value_get_n_rows (table); row++)
        if (!has_shape (column, dd_answer_value_get_cell (table, row, column->id)))
          return FALSE;
    }
  return TRUE;
}

static gboolean
check_answers (const DdAnswers *answers,
               DdQuestionnaire *questionnaire,
               const char *origin,
               GError **error)
{
  g_autoptr (GPtrArray) ids = dd_answers_list_questions (answers);

  for (guint i = 0; i < ids->len; i++)
    {
      const DdQuestion *question = dd_questionnaire_find_question (questionnaire, ids->pdata[i]);
      const DdAnswerValue *value = dd_answers_get (answers, ids->pdata[i]);

      if (question == NULL)
        {
          g_set_error (error, DD_ANSWERS_FILE_ERROR, DD_ANSWERS_FILE_ERROR_ANSWER,
                       _ ("%s: answers “%s”, which nobody asked"), origin,
                       (const char *) ids->pdata[i]);
          return FALSE;
        }
      if (!has_shape (question, value)
          || (question->type == DD_QUESTION_TABLE && !check_table (question, value)))
        return refuse_answer (question, origin, error);
    }
  return TRUE;
}

static gboolean
check_edition (const DdAnswersFile *self,
               DdQuestionnaire *questionnaire,
               const char *origin,
               GError **error)
{
  if (strcmp (self->questionnaire_hash, questionnaire->hash) == 0)
    return TRUE;
  if (self->edition == questionnaire->edition)
    g_set_error (error, DD_ANSWERS_FILE_ERROR, DD_ANSWERS_FILE_ERROR_EDITION,
                 _ ("%s: answers another text of edition %d of the questionnaire than the case "
                    "has; export it again for the customer"),
                 origin, questionnaire->edition);
  else
    g_set_error (error, DD_ANSWERS_FILE_ERROR, DD_ANSWERS_FILE_ERROR_EDITION,
                 _ ("%s: answers edition %lld of the questionnaire, and the case has edition %d; "
                    "export it again for the customer"),
                 origin, (long long) self->edition, questionnaire->edition);
  return FALSE;
}

gboolean
dd_answers_file_check (const DdAnswersFile *self,
                       const char *case_id,
                       DdQuestionnaire *questionnaire,
                       const char *origin,
                       GError **error)
{
  g_return_val_if_fail (self != NULL && case_id != NULL && questionnaire != NULL, FALSE);

  if (strcmp (self->case_id, case_id) != 0)
    return refuse (error, DD_ANSWERS_FILE_ERROR_CASE, origin,
                   _ ("belongs to another case; nothing was taken from it"));
  if (strcmp (self->questionnaire_id, questionnaire->id) != 0)
    {
      g_set_error (error, DD_ANSWERS_FILE_ERROR, DD_ANSWERS_FILE_ERROR_QUESTIONNAIRE,
                   _ ("%s: answers the questionnaire “%s”, and the case has “%s”"), origin,
                   self->questionnaire_id, questionnaire->id);
      return FALSE;
    }
  return check_edition (self, questionnaire, origin, error)
         && check_answers (self->answers, questionnaire, origin, error)
         && check_answers (self->started_from, questionnaire, origin, error);
}

DdEditionMove *
dd_answers_file_move (DdAnswersFile *self, DdQuestionnaire *from, DdQuestionnaire *to)
{
  g_autoptr (DdEditionMove) started = NULL;
  DdEditionMove *moved;

  g_return_val_if_fail (self != NULL && from != NULL && to != NULL, NULL);

  moved = dd_edition_move_new (from, self->answers, to);
  started = dd_edition_move_new (from, self->started_from, to);
  dd_answers_free (self->answers);
  dd_answers_free (self->started_from);
  self->answers = dd_answers_copy (moved->answers);
  self->started_from = dd_answers_copy (started->answers);
  self->edition = to->edition;
  g_free (self->questionnaire_hash);
  self->questionnaire_hash = g_strdup (to->hash);
  return moved;
}
