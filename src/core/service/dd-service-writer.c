/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Writes service definitions in one canonical form.
 *
 * The table of dd-format.h says which elements there are, in which order, and where their values
 * lie. Two spaces a level, lines of at most 100 characters where words allow it: attributes go on
 * below the first one, and a text that does not fit beside its tags stands between them. The reader
 * collapses blanks, so a line's end may be anywhere between words. An attribute that says what
 * would count without it is left out, but for ids and names. Cost: linear in what is written.
 */
#include "config.h"

#include "service/dd-service-writer.h"

#include "service/dd-format.h"

#include <string.h>

#define MAX_COLUMNS 100

typedef struct
{
  GString *text; /* (owned) */
  gsize line;    /* where its last line begins */
  int depth;     /* of the element that comes next */
} Writer;

static void
write_object (Writer *writer, const DdMarkupElement *element, gconstpointer object);

static int
get_column (const Writer *writer)
{
  return g_utf8_strlen (writer->text->str + writer->line, -1);
}

/* A new line with @indent spaces. */
static void
break_line (Writer *writer, int indent)
{
  g_string_append_c (writer->text, '\n');
  writer->line = writer->text->len;
  g_string_append_printf (writer->text, "%*s", indent, "");
}

/* Returns: (transfer full): @text as it may stand between tags and between double quotes */
static char *
escape (const char *text, gboolean in_quotes)
{
  GString *escaped = g_string_sized_new (strlen (text) + 16);

  for (; *text != '\0'; text++)
    switch (*text)
      {
      case '&':
        g_string_append (escaped, "&amp;");
        break;
      case '<':
        g_string_append (escaped, "&lt;");
        break;
      case '>':
        g_string_append (escaped, "&gt;");
        break;
      case '"':
        g_string_append (escaped, in_quotes ? "&quot;" : "\"");
        break;
      default:
        g_string_append_c (escaped, *text);
      }
  return g_string_free (escaped, FALSE);
}

/* The start tag but for its end. */
static void
write_tag (Writer *writer, const DdMarkupElement *element, gconstpointer object)
{
  int below;

  break_line (writer, 2 * writer->depth);
  g_string_append_printf (writer->text, "<%s", element->name);
  below = get_column (writer) + 1;
  for (guint i = 0; i < element->n_attributes; i++)
    {
      const DdMarkupAttribute *attribute = &element->attributes[i];
      g_autofree char *value = attribute->type->write (attribute, object);
      g_autofree char *escaped = NULL, *written = NULL;

      if (value == NULL)
        continue;
      escaped = escape (value, TRUE);
      written = g_strdup_printf ("%s=\"%s\"", attribute->name, escaped);
      if (get_column (writer) >= below
          && get_column (writer) + 1 + g_utf8_strlen (written, -1) + 2 > MAX_COLUMNS)
        break_line (writer, below);
      else
        g_string_append_c (writer->text, ' ');
      g_string_append (writer->text, written);
    }
}

static void
write_end_tag (Writer *writer, const DdMarkupElement *element)
{
  g_string_append_printf (writer->text, "</%s>", element->name);
}

/* @text, one level deeper than its tags, in lines. */
static void
write_paragraph (Writer *writer, const char *text)
{
  int indent = 2 * (writer->depth + 1), column = indent;
  const char *word = text;

  break_line (writer, indent);
  while (*word != '\0')
    {
      gsize size = strcspn (word, " ");
      int length = g_utf8_strlen (word, size);

      if (word > text && column + 1 + length > MAX_COLUMNS)
        {
          break_line (writer, indent);
          column = indent;
        }
      else if (word > text)
        {
          g_string_append_c (writer->text, ' ');
          column++;
        }
      g_string_append_len (writer->text, word, size);
      column += length;
      word += size + (word[size] == ' ');
    }
}

/* The end of the start tag, @text, and the end tag. */
static void
write_text (Writer *writer, const DdMarkupElement *element, const char *text)
{
  g_autofree char *escaped = escape (text, FALSE);
  int length = g_utf8_strlen (escaped, -1) + strlen ("></>") + strlen (element->name);

  g_string_append_c (writer->text, '>');
  if (get_column (writer) - 1 + length <= MAX_COLUMNS)
    g_string_append (writer->text, escaped);
  else
    {
      write_paragraph (writer, escaped);
      break_line (writer, 2 * writer->depth);
    }
  write_end_tag (writer, element);
}

static void
write_objects (Writer *writer, const DdMarkupElement *element, GPtrArray *objects)
{
  for (guint i = 0; i < objects->len; i++)
    write_object (writer, element, g_ptr_array_index (objects, i));
}

static void
write_conditions (Writer *writer, const DdMarkupElement *parent, GPtrArray *conditions)
{
  for (guint i = 0; i < conditions->len; i++)
    {
      const DdCondition *condition = g_ptr_array_index (conditions, i);

      write_object (writer, dd_markup_find (dd_format_get_vocabulary (), parent, condition->name),
                    condition);
    }
}

/* A level that was left out is left out again. */
static void
write_cells (Writer *writer, const DdMilestone *milestone)
{
  for (guint i = 0; i < milestone->cells->len; i++)
    {
      const DdCell *cell = g_ptr_array_index (milestone->cells, i);

      if (cell->implicit)
        write_objects (writer, dd_format_get (DD_FORMAT_ACTIVITY), cell->activities);
      else
        write_object (writer, dd_format_get (DD_FORMAT_CELL), cell);
    }
}

static void
write_milestones (Writer *writer, const DdPhase *phase)
{
  for (guint i = 0; i < phase->milestones->len; i++)
    {
      const DdMilestone *milestone = g_ptr_array_index (phase->milestones, i);

      if (milestone->implicit)
        write_cells (writer, milestone);
      else
        write_object (writer, dd_format_get (DD_FORMAT_MILESTONE), milestone);
    }
}

static void
write_words (Writer *writer, const DdMarkupElement *element, const char *words)
{
  break_line (writer, 2 * writer->depth);
  g_string_append_printf (writer->text, "<%s", element->name);
  write_text (writer, element, words);
}

static gboolean
has_request (const DdService *service)
{
  return service->request_title != NULL || service->request_portal != NULL
         || service->request_section != NULL || service->request_fields->len > 0;
}

static void
write_texts (Writer *writer, const DdMarkupElement *element, GPtrArray *texts)
{
  for (guint i = 0; i < texts->len; i++)
    write_words (writer, element, g_ptr_array_index (texts, i));
}

/* Whatever stands in @object as @element. */
static void
write_child (Writer *writer, const DdMarkupElement *element, gconstpointer object)
{
  gconstpointer single;

  switch (element->shape)
    {
    case DD_MARKUP_OBJECT:
    case DD_MARKUP_CONDITION:
      write_objects (writer, element, G_STRUCT_MEMBER (GPtrArray *, object, element->place));
      break;
    case DD_MARKUP_SINGLE:
      single = G_STRUCT_MEMBER (gpointer, object, element->place);
      if (single != NULL)
        write_object (writer, element, single);
      break;
    case DD_MARKUP_WORDS:
      write_texts (writer, element, G_STRUCT_MEMBER (GPtrArray *, object, element->place));
      break;
    case DD_MARKUP_SAME:
      if (element->text != DD_MARKUP_NO_TEXT)
        write_words (writer, element, G_STRUCT_MEMBER (char *, object, element->text));
      else if (has_request (object))
        write_object (writer, element, object);
      break;
    case DD_MARKUP_OWN:
      g_assert_not_reached ();
    }
}

static void
write_children (Writer *writer, const DdMarkupElement *element, gconstpointer object)
{
  guint64 children = dd_markup_get_children (dd_format_get_vocabulary (), element);

  if (element->id == DD_FORMAT_PHASE)
    write_milestones (writer, object);
  else if (element->id == DD_FORMAT_MILESTONE)
    write_cells (writer, object);
  else if (element->id == DD_FORMAT_CELL)
    write_objects (writer, dd_format_get (DD_FORMAT_ACTIVITY),
                   ((const DdCell *) object)->activities);
  else if (element->shape == DD_MARKUP_CONDITION)
    write_conditions (writer, element, ((const DdCondition *) object)->children);
  else
    for (guint i = 0; i < DD_N_FORMAT_ELEMENTS; i++)
      if ((children & DD_MARKUP_BIT (i)) != 0)
        write_child (writer, dd_format_get (i), object);
}

/* A step with further steps in it has its words in a <text>, everything else right in it. */
static gboolean
has_own_words (const DdMarkupElement *element, gconstpointer object)
{
  if (element->text == DD_MARKUP_NO_TEXT)
    return FALSE;
  if (element->id == DD_FORMAT_STEP || element->id == DD_FORMAT_STEP_PART)
    return ((const DdSentence *) object)->parts->len == 0;
  return TRUE;
}

static void
write_object (Writer *writer, const DdMarkupElement *element, gconstpointer object)
{
  gsize before;

  write_tag (writer, element, object);
  if (has_own_words (element, object))
    {
      write_text (writer, element, G_STRUCT_MEMBER (char *, object, element->text));
      return;
    }

  before = writer->text->len;
  g_string_append_c (writer->text, '>');
  writer->depth++;
  write_children (writer, element, object);
  writer->depth--;
  if (writer->text->len == before + 1)
    {
      g_string_truncate (writer->text, before);
      g_string_append (writer->text, "/>");
      return;
    }
  break_line (writer, 2 * writer->depth);
  write_end_tag (writer, element);
}

char *
dd_service_to_xml (DdService *self)
{
  Writer writer = { NULL };

  g_return_val_if_fail (self != NULL, NULL);

  writer.text = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
  write_object (&writer, dd_format_get (DD_FORMAT_SERVICE), self);
  g_string_append_c (writer.text, '\n');
  return g_string_free (writer.text, FALSE);
}
