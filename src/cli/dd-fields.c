/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-fields.h"

#include "dd-text.h"

/* Between the widest label and the texts. */
#define LABEL_GAP 2

/* A label and the text beside it. */
typedef struct
{
  const char *label; /* (unowned): translated */
  char *text;        /* (owned) */
} Field;

struct _DdFields
{
  GArray *fields; /* (owned) (element-type Field) */
};

static void
field_clear (gpointer data)
{
  Field *field = data;

  g_free (field->text);
}

DdFields *
dd_fields_new (void)
{
  DdFields *self = g_new0 (DdFields, 1);

  self->fields = g_array_new (FALSE, FALSE, sizeof (Field));
  g_array_set_clear_func (self->fields, field_clear);
  return self;
}

void
dd_fields_free (DdFields *self)
{
  g_array_unref (self->fields);
  g_free (self);
}

void
dd_fields_add (DdFields *self, const char *label, char *text)
{
  const Field field = { label, text };

  if (text != NULL && text[0] != '\0')
    g_array_append_val (self->fields, field);
  else
    g_free (text);
}

static void
append_field (GString *string, const Field *field, int indent, const DdTerminal *terminal)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GString) label = g_string_new (NULL);

  dd_text_append_paragraph (lines, field->text, terminal->width, indent);
  /* Text of spaces only has no line. */
  if (lines->len <= (gsize) indent)
    return;
  dd_terminal_append (terminal, label, DD_STYLE_FAINT, field->label);
  dd_text_append_padded (string, label->str, indent, FALSE);
  /* The label takes the place of the first line's indent. */
  g_string_append (string, lines->str + indent);
}

void
dd_fields_append (DdFields *self, GString *string, const DdTerminal *terminal)
{
  int width = 0;

  for (guint i = 0; i < self->fields->len; i++)
    width = MAX (width, dd_text_width (g_array_index (self->fields, Field, i).label));
  for (guint i = 0; i < self->fields->len; i++)
    append_field (string, &g_array_index (self->fields, Field, i), width + LABEL_GAP, terminal);
}
