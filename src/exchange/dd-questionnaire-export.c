/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-questionnaire-export.h"

#include <glib/gi18n-lib.h>
#include <string.h>

char *
dd_questionnaire_export_get_language (void)
{
  static const char key[] = "\nLanguage: ";
  /* What is translated for nothing is the catalog's own head. */
  const char *head = g_dgettext (GETTEXT_PACKAGE, "");
  const char *line = strstr (head, key);
  char *language;

  if (line == NULL)
    return g_strdup ("en");
  line += strlen (key);
  language = g_strndup (line, strcspn (line, "\n@. "));
  return g_strdelimit (language, "_", '-');
}

gboolean
dd_questionnaire_export_is_rtl (const DdQuestionnaireExport *self)
{
  const char *c = dd_questionnaire_export_translate (self->questionnaire->title);

  while (*c != '\0' && !g_unichar_isalpha (g_utf8_get_char (c)))
    c = g_utf8_next_char (c);
  switch (g_unichar_get_script (g_utf8_get_char (c)))
    {
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_NKO:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
      return TRUE;
    default:
      return FALSE;
    }
}

const char *
dd_questionnaire_export_translate (const char *text)
{
  return text != NULL && text[0] != '\0' ? g_dgettext (GETTEXT_PACKAGE, text) : text;
}

char *
dd_questionnaire_export_make_name (const DdQuestionnaireExport *self, const char *extension)
{
  return g_strdup_printf ("%s-%.8s%s", self->questionnaire->id, self->case_id, extension);
}
