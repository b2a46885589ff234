/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-portal-text.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* What the documents write where the customer's name goes. */
#define NAME_PLACE "[Customer Name]"

/* More of a pasted text than this is no request. */
#define MOST_LINES 500

void
dd_portal_request_clear (DdPortalRequest *self)
{
  g_clear_pointer (&self->customer, g_free);
  g_clear_pointer (&self->current_version, g_free);
  g_clear_pointer (&self->earliest_start, g_free);
  g_clear_pointer (&self->ideal_start, g_free);
  g_clear_pointer (&self->deadline, g_free);
  g_clear_pointer (&self->deadline_reason, g_free);
}

/* --- Writing --- */

char *
dd_portal_text_title (DdService *service, const char *customer)
{
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (service != NULL, NULL);
  if (service->request_title == NULL)
    return g_strdup_printf ("%s - %s", customer != NULL ? customer : NAME_PLACE, service->product);
  if (customer == NULL || customer[0] == '\0')
    return g_strdup (service->request_title);
  parts = g_strsplit (service->request_title, NAME_PLACE, 2);
  return g_strjoinv (customer, parts);
}

/* Where the value of the field with @id stands in @request; NULL for one that is no text. */
static char **
find_value (DdPortalRequest *request, const char *id)
{
  if (g_str_equal (id, "current-version"))
    return &request->current_version;
  if (g_str_equal (id, "earliest"))
    return &request->earliest_start;
  if (g_str_equal (id, "ideal"))
    return &request->ideal_start;
  if (g_str_equal (id, "deadline"))
    return &request->deadline;
  if (g_str_equal (id, "reason"))
    return &request->deadline_reason;
  return NULL;
}

static const char *
written_value (const DdPortalRequest *request, const DdRequestField *field)
{
  char **value = find_value ((DdPortalRequest *) request, field->id);

  if (value != NULL)
    return *value != NULL ? *value : "";
  /* The portal's texts are the documents', in English. */
  return g_str_equal (field->type, "acknowledgement") && request->access ? "Yes" : "";
}

char *
dd_portal_text_description (DdService *service, const DdPortalRequest *request)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (service != NULL && request != NULL, NULL);
  for (guint i = 0; i < service->request_fields->len; i++)
    {
      const DdRequestField *field = g_ptr_array_index (service->request_fields, i);
      const char *value = written_value (request, field);

      g_string_append_printf (text, "%s:%s%s\n", field->label, value[0] != '\0' ? " " : "", value);
    }
  return g_string_free (text, FALSE);
}

/* --- Dates --- */

static int
month_from_name (const char *name)
{
  static const char *const names[] = { "jan", "feb", "mar", "apr", "may", "jun",
                                       "jul", "aug", "sep", "oct", "nov", "dec" };

  for (int i = 0; i < 12; i++)
    if (g_ascii_strncasecmp (name, names[i], 3) == 0)
      return i + 1;
  return 0;
}

/* A form in which dates are written, and which part of it is which. */
typedef struct
{
  const char *pattern;
  int year, month, day; /* groups */
} DateForm;

static const DateForm date_forms[] = {
  { "^(\\d{4})-(\\d{1,2})-(\\d{1,2})$", 1, 2, 3 },
  { "^(\\d{1,2})\\.\\s*(\\d{1,2})\\.\\s*(\\d{4})$", 3, 2, 1 },
  { "^(?:\\w+,?\\s+)?(\\d{1,2})(?:st|nd|rd|th|\\.)?\\s+([A-Za-z]+)\\.?,?\\s+(\\d{4})$", 3, 2, 1 },
  { "^(?:\\w+,\\s+)?([A-Za-z]+)\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})$", 3, 1, 2 },
};

/* Returns: (nullable) (transfer full): the date that @form finds in @text, as "2026-12-01" */
static char *
read_form (const DateForm *form, const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new (form->pattern, G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *year = NULL, *month = NULL, *day = NULL;
  int month_number;

  if (!g_regex_match (regex, text, 0, &match))
    return NULL;
  year = g_match_info_fetch (match, form->year);
  month = g_match_info_fetch (match, form->month);
  day = g_match_info_fetch (match, form->day);
  month_number = g_ascii_isdigit (month[0]) ? atoi (month) : month_from_name (month);
  if (month_number < 1 || !g_date_valid_dmy (atoi (day), month_number, atoi (year)))
    return NULL;
  return g_strdup_printf ("%04d-%02d-%02d", atoi (year), month_number, atoi (day));
}

static char *
read_date (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (date_forms); i++)
    {
      char *date = read_form (&date_forms[i], text);

      if (date != NULL)
        return date;
    }
  return NULL;
}

/* --- Reading --- */

/* The line behind bullets, numbers and quotes. */
static const char *
skip_bullet (const char *line)
{
  static const char *const bullets[] = { "•", "◦", "▪", "–", "—", "·" };
  gboolean skipped = TRUE;

  while (skipped)
    {
      skipped = FALSE;
      while (*line != '\0' && strchr (" \t-*>#\"'", *line) != NULL)
        line++;
      for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
        if (g_str_has_prefix (line, bullets[i]))
          {
            line += strlen (bullets[i]);
            skipped = TRUE;
          }
    }
  return line;
}

/* Returns: (nullable): what stands behind the label of @field in @line, colon and blanks aside */
static const char *
match_label (const char *line, const DdRequestField *field)
{
  gsize length = strlen (field->label);

  line = skip_bullet (line);
  if (g_ascii_strncasecmp (line, field->label, length) != 0)
    return NULL;
  line += length;
  while (*line != '\0' && strchr (" \t:=?-", *line) != NULL)
    line++;
  return line;
}

static const DdRequestField *
find_field (DdService *service, const char *line, const char **value)
{
  for (guint i = 0; i < service->request_fields->len; i++)
    {
      const DdRequestField *field = g_ptr_array_index (service->request_fields, i);

      *value = match_label (line, field);
      if (*value != NULL)
        return field;
    }
  return NULL;
}

static gboolean
is_yes (const char *text)
{
  static const char *const words[] = { "yes",    "y",  "true", "acknowledged", "confirmed",
                                       "agreed", "ok", "x",    "[x]",          NULL };
  g_autofree char *word = g_ascii_strdown (text, -1);

  g_strdelimit (word, ".!,", ' ');
  g_strstrip (word);
  return g_strv_contains (words, word) || g_str_has_prefix (word, "yes ");
}

/* Puts @text, the value of @field, into @request. Returns: (nullable): why it could not be read */
static char *
take_value (DdPortalRequest *request, const DdRequestField *field, const char *text)
{
  char **value = find_value (request, field->id);

  if (value == NULL)
    {
      request->access = request->access || is_yes (text);
      return NULL;
    }
  g_free (*value);
  *value = g_str_equal (field->type, "date") ? read_date (text) : g_strdup (text);
  if (*value == NULL)
    return g_strdup_printf (_ ("“%s” says “%s”, which is not a clear date; write it as 2026-12-01"),
                            field->label, text);
  return NULL;
}

/* The customer's name, where @line is the service's title with a name in its place. */
static char *
read_title (DdService *service, const char *line)
{
  g_auto (GStrv) parts = NULL;
  const char *end;

  if (service->request_title == NULL)
    return NULL;
  parts = g_strsplit (service->request_title, NAME_PLACE, 2);
  if (g_strv_length (parts) != 2)
    return NULL;
  line = skip_bullet (line);
  end = strstr (line, parts[1]);
  if (!g_str_has_prefix (line, parts[0]) || end == NULL || end == line)
    return NULL;
  return g_strstrip (g_strndup (line + strlen (parts[0]), end - line - strlen (parts[0])));
}

/* The value of the line at *@at: on the line itself, or on the next that is not empty and names no
 * field. */
static char *
value_at (DdService *service, GStrv lines, guint *at, const char *value)
{
  const char *ignored;

  if (value[0] != '\0')
    return g_strstrip (g_strdup (value));
  for (guint next = *at + 1; lines[next] != NULL; next++)
    {
      const char *line = skip_bullet (lines[next]);

      if (line[0] == '\0')
        continue;
      if (find_field (service, lines[next], &ignored) != NULL)
        break;
      *at = next;
      return g_strstrip (g_strdup (line));
    }
  return g_strdup ("");
}

GStrv
dd_portal_text_parse (DdService *service, const char *text, DdPortalRequest *request)
{
  g_autoptr (GStrvBuilder) complaints = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;
  guint n_found = 0;

  g_return_val_if_fail (service != NULL && text != NULL && request != NULL, NULL);
  lines = g_strsplit_set (text, "\r\n", MOST_LINES);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *found;
      const DdRequestField *field = find_field (service, lines[i], &found);
      g_autofree char *value = NULL, *complaint = NULL;

      if (field == NULL)
        {
          if (request->customer == NULL)
            request->customer = read_title (service, lines[i]);
          continue;
        }
      n_found++;
      value = value_at (service, lines, &i, found);
      complaint = value[0] != '\0' ? take_value (request, field, value) : NULL;
      if (complaint != NULL)
        g_strv_builder_add (complaints, complaint);
    }
  if (n_found == 0 && request->customer == NULL)
    g_strv_builder_add (complaints, _ ("There is no field of the request in this text; copy the "
                                       "whole description of the support portal case"));
  return g_strv_builder_end (complaints);
}
