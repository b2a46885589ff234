/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-command-service.h"

#include "dd-json.h"
#include "dd-service-catalog.h"
#include "dd-service-json.h"
#include "dd-service-text.h"
#include "dd-table.h"
#include "dd-text.h"
#include "lint/dd-service-lint.h"

#include <glib/gi18n-lib.h>

/* Between a finding's rule and its place, and before its sentences. */
#define PLACE_GAP      2
#define FINDING_INDENT 3

/* Reads --json, the only option of "list" and "show". */
static gboolean
parse_json (DdCommandLine *line, gboolean *json, GError **error)
{
  const GOptionEntry entries[] = {
    DD_COMMAND_OPTION_JSON (*json),
    { NULL },
  };

  return dd_command_line_parse (line, entries, error);
}

static char *
get_display_path (const DdServiceEntry *entry)
{
  return entry->path != NULL ? g_filename_display_name (entry->path) : NULL;
}

static char *
list_to_json (GPtrArray *entries)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  dd_json_begin_array (builder, "services");
  for (guint i = 0; i < entries->len; i++)
    {
      const DdServiceEntry *entry = g_ptr_array_index (entries, i);
      const DdService *service = entry->service;
      g_autofree char *path = get_display_path (entry);

      dd_json_begin_object (builder, NULL);
      dd_json_add_string (builder, "id", entry->id);
      dd_json_add_string (builder, "product", service != NULL ? service->product : NULL);
      dd_json_add_string (builder, "document_version",
                          service != NULL ? service->document_version : NULL);
      dd_json_add_int (builder, "activities", service != NULL ? service->activities->len : 0);
      dd_json_add_boolean (builder, "shipped", entry->path == NULL);
      dd_json_add_string (builder, "file", path);
      dd_json_add_string (builder, "error", entry->error != NULL ? entry->error->message : NULL);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return dd_json_to_text (builder);
}

static void
add_entry (DdTable *table, const DdServiceEntry *entry)
{
  const DdService *service = entry->service;
  g_autofree char *path = get_display_path (entry);
  g_autofree char *count = NULL;

  if (service == NULL)
    {
      dd_table_add_row (table, DD_STYLE_ALERT,
                        (const char *const[]){ entry->id, _ ("cannot be used"), "", "", path });
      return;
    }
  count = g_strdup_printf ("%u", service->activities->len);
  dd_table_add_row (table, DD_STYLE_PLAIN,
                    (const char *const[]){ entry->id, service->product, service->document_version,
                                           count, path != NULL ? path : _ ("ships with Drydock") });
}

/* Why files cannot be used: too long for a table. */
static void
append_errors (GString *text, GPtrArray *entries, const DdTerminal *terminal)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const DdServiceEntry *entry = g_ptr_array_index (entries, i);

      if (entry->error == NULL)
        continue;
      g_string_append_c (text, '\n');
      dd_text_append_paragraph (text, entry->error->message, terminal->width, 0);
    }
}

static char *
list_to_text (GPtrArray *entries, const DdTerminal *terminal)
{
  const DdTableFlags columns[] = { DD_TABLE_PLAIN, DD_TABLE_FLEXIBLE, DD_TABLE_PLAIN,
                                   DD_TABLE_RIGHT, DD_TABLE_FLEXIBLE };
  g_autoptr (DdTable) table = dd_table_new (columns, G_N_ELEMENTS (columns));
  g_autofree char *rows = NULL;
  GString *text;

  dd_table_add_row (table, DD_STYLE_FAINT,
                    (const char *const[]){ _ ("Id"), _ ("Product"), _ ("Version"), _ ("Activities"),
                                           _ ("From") });
  for (guint i = 0; i < entries->len; i++)
    add_entry (table, g_ptr_array_index (entries, i));
  rows = dd_table_to_text (table, terminal);
  text = g_string_new (rows);
  append_errors (text, entries, terminal);
  return g_string_free (text, FALSE);
}

char *
dd_command_service_list (DdCommandLine *line, GError **error)
{
  g_autoptr (DdServiceCatalog) catalog = NULL;
  g_autofree char *folder = NULL;
  GPtrArray *entries;
  gboolean json = FALSE;

  if (!parse_json (line, &json, error))
    return NULL;
  folder = dd_service_catalog_user_folder ();
  catalog = dd_service_catalog_new (folder);
  entries = dd_service_catalog_get_entries (catalog);
  return json ? list_to_json (entries) : list_to_text (entries, &line->terminal);
}

char *
dd_command_service_show (DdCommandLine *line, GError **error)
{
  g_autoptr (DdService) service = NULL;
  gboolean json = FALSE;

  if (!parse_json (line, &json, error))
    return NULL;
  service = dd_service_catalog_load (line->arguments[0], error);
  if (service == NULL)
    return NULL;
  return json ? dd_service_to_json (service) : dd_service_to_text (service, &line->terminal);
}

static void
add_finding (JsonBuilder *builder, const DdLintFinding *finding)
{
  dd_json_begin_object (builder, NULL);
  dd_json_add_string (builder, "rule", finding->rule);
  dd_json_add_string (builder, "section", finding->section);
  dd_json_add_string (builder, "activity", finding->activity);
  dd_json_add_string (builder, "message", finding->message);
  dd_json_add_string (builder, "reading", finding->reading);
  json_builder_end_object (builder);
}

static char *
findings_to_json (DdService *service, DdService *other, GPtrArray *findings)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  dd_json_add_string (builder, "service", service->id);
  dd_json_add_string (builder, "document_version", service->document_version);
  dd_json_add_string (builder, "against", other != NULL ? other->id : NULL);
  dd_json_begin_array (builder, "findings");
  for (guint i = 0; i < findings->len; i++)
    add_finding (builder, g_ptr_array_index (findings, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return dd_json_to_text (builder);
}

/* Where a finding is: a section, an activity, or both; NULL if it is of the whole document. */
static char *
describe_place (DdService *service, const DdLintFinding *finding)
{
  const DdActivity *activity =
      finding->activity != NULL ? dd_service_find_activity (service, finding->activity) : NULL;

  if (activity == NULL)
    return g_strdup (finding->section);
  if (finding->section == NULL)
    return g_strdup (activity->name);
  return g_strdup_printf (_ ("%s, %s"), finding->section, activity->name);
}

static void
append_finding (GString *text,
                guint number,
                const DdLintFinding *finding,
                DdService *service,
                const DdTerminal *terminal)
{
  g_autofree char *head = g_strdup_printf ("%u. %s", number, finding->rule);
  g_autofree char *place = describe_place (service, finding);
  g_autofree char *reading = g_strdup_printf (_ ("Read as: %s"), finding->reading);

  g_string_append_c (text, '\n');
  dd_terminal_append (terminal, text, DD_STYLE_HEADING, head);
  if (place != NULL)
    {
      int room = terminal->width - dd_text_width (head) - PLACE_GAP;
      g_autofree char *clean = dd_text_clean (place);
      g_autofree char *fitted = dd_text_ellipsize (clean, MAX (room, 1));

      g_string_append_printf (text, "%*s", PLACE_GAP, "");
      dd_terminal_append (terminal, text, DD_STYLE_FAINT, fitted);
    }
  g_string_append_c (text, '\n');
  dd_text_append_paragraph (text, finding->message, terminal->width, FINDING_INDENT);
  dd_text_append_paragraph (text, reading, terminal->width, FINDING_INDENT);
}

static char *
findings_to_text (DdService *service,
                  DdService *other,
                  GPtrArray *findings,
                  const DdTerminal *terminal)
{
  GString *text = g_string_new (NULL);
  g_autofree char *title = NULL;

  if (other == NULL)
    title = g_strdup_printf (
        ngettext ("%s, document version %s: %u place that disagrees or leaves something open",
                  "%s, document version %s: %u places that disagree or leave something open",
                  findings->len),
        service->product, service->document_version, findings->len);
  else
    title = g_strdup_printf (
        ngettext ("%s, document version %s: %u difference from %s, document version %s",
                  "%s, document version %s: %u differences from %s, document version %s",
                  findings->len),
        service->product, service->document_version, findings->len, other->product,
        other->document_version);
  dd_text_append_paragraph (text, title, terminal->width, 0);
  for (guint i = 0; i < findings->len; i++)
    append_finding (text, i + 1, g_ptr_array_index (findings, i), service, terminal);
  return g_string_free (text, FALSE);
}

char *
dd_command_service_lint (DdCommandLine *line, GError **error)
{
  g_autoptr (DdService) service = NULL;
  g_autoptr (DdService) other = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *against = NULL;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "against", 'a', 0, G_OPTION_ARG_FILENAME, &against,
      N_ ("List where it differs from another service’s document instead"), N_ ("ID-or-FILE.xml") },
    DD_COMMAND_OPTION_JSON (json),
    { NULL },
  };

  if (!dd_command_line_parse (line, entries, error))
    return NULL;
  service = dd_service_catalog_load (line->arguments[0], error);
  if (service == NULL)
    return NULL;
  if (against != NULL)
    {
      other = dd_service_catalog_load (against, error);
      if (other == NULL)
        return NULL;
    }
  findings = other != NULL ? dd_service_lint_compare (service, other) : dd_service_lint (service);
  return json ? findings_to_json (service, other, findings)
              : findings_to_text (service, other, findings, &line->terminal);
}
