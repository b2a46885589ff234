/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-questionnaire-html.h"

#include "dd-bundle.h"
#include "dd-canonical-json.h"
#include "dd-questionnaire-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Each uses what those before it offer. */
static const char *const scripts[] = { "answers.js", "rules.js", "controls.js", "form.js" };

static char *
read_part (const char *name)
{
  g_autofree char *path = g_build_filename ("questionnaires", name, NULL);
  g_autoptr (GBytes) bytes = dd_bundle_read (path, NULL);

  g_assert (bytes != NULL);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Puts @text (transfer full) in the place "{{name}}" of the page. */
static void
set (GHashTable *slots, const char *name, char *text)
{
  g_hash_table_insert (slots, g_strdup (name), text);
}

/* How a content security policy names @text. */
static char *
make_source (const char *text)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;
  g_autofree char *base64 = NULL;

  g_checksum_update (checksum, (const guchar *) text, -1);
  g_checksum_get_digest (checksum, digest, &length);
  base64 = g_base64_encode (digest, length);
  return g_strdup_printf ("'sha256-%s'", base64);
}

/* The scripts as elements, and how the policy names them. */
static void
add_scripts (GHashTable *slots)
{
  GString *elements = g_string_new (NULL);
  GString *sources = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_autofree char *script = read_part (scripts[i]);
      g_autofree char *source = make_source (script);

      g_string_append_printf (elements, "%s<script>%s</script>", i > 0 ? "\n" : "", script);
      g_string_append_printf (sources, "%s%s", i > 0 ? " " : "", source);
    }
  set (slots, "scripts", g_string_free (elements, FALSE));
  set (slots, "script-sources", g_string_free (sources, FALSE));
}

static void
add_style (GHashTable *slots)
{
  char *style = read_part ("form.css");

  set (slots, "style", style);
  set (slots, "style-source", make_source (style));
}

static char *
make_data (const DdQuestionnaireExport *export)
{
  g_autoptr (JsonNode) node = dd_questionnaire_json_make (export);
  g_autofree char *json = dd_canonical_json_from_node (node);

  return dd_canonical_json_escape_html (json);
}

/* The template with a text in the place of each "{{name}}". In one go: what stands in a place is
 * never read for places itself. */
static char *
fill (const char *template, GHashTable *slots)
{
  GString *page = g_string_new (NULL);
  const char *open;

  while ((open = strstr (template, "{{")) != NULL)
    {
      const char *close = strstr (open, "}}");
      g_autofree char *name = g_strndup (open + 2, (gsize) (close - open - 2));
      const char *text = g_hash_table_lookup (slots, name);

      g_assert (text != NULL);
      g_string_append_len (page, template, open - template);
      g_string_append (page, text);
      template = close + 2;
    }
  g_string_append (page, template);
  return g_string_free (page, FALSE);
}

char *
dd_questionnaire_html_write (const DdQuestionnaireExport *export)
{
  g_autoptr (GHashTable) slots = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *template = read_part ("page.html");
  const char *title;

  g_return_val_if_fail (export->case_id != NULL && export->about != NULL, NULL);

  title = dd_questionnaire_export_translate (export->questionnaire->title);
  set (slots, "language", dd_questionnaire_export_get_language ());
  set (slots, "direction", g_strdup (dd_questionnaire_export_is_rtl (export) ? "rtl" : "ltr"));
  set (slots, "title", g_markup_printf_escaped ("%s – %s", title, export->about));
  set (slots, "no-script",
       g_markup_escape_text (
           _ ("This page needs JavaScript, which is switched off in this browser."), -1));
  set (slots, "questionnaire", make_data (export));
  add_style (slots);
  add_scripts (slots);
  return fill (template, slots);
}
