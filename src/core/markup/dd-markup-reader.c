/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Turns elements, one after the other, into the parts of a definition.
 *
 * The table of its vocabulary says what may stand where, and which field it fills; the first thing
 * that does not fit is refused. What is open is a stack of frames, never deeper than
 * DD_MARKUP_MAX_DEPTH. Linear: ids are found by hash.
 */
#include "config.h"

#include "markup/dd-markup-reader.h"

#include "markup/dd-condition.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
frame_clear (gpointer data)
{
  DdMarkupFrame *frame = data;

  if (frame->words != NULL)
    g_string_free (frame->words, TRUE);
}

void
dd_markup_reader_init (DdMarkupReader *reader,
                       const DdMarkupVocabulary *vocabulary,
                       const char *origin)
{
  *reader = (DdMarkupReader){ .vocabulary = vocabulary, .origin = origin, .line = 1 };
  reader->frames = g_array_new (FALSE, FALSE, sizeof (DdMarkupFrame));
  g_array_set_clear_func (reader->frames, frame_clear);
  reader->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
dd_markup_reader_clear (DdMarkupReader *reader)
{
  g_clear_pointer (&reader->definition, reader->vocabulary->free);
  g_clear_pointer (&reader->frames, g_array_unref);
  g_clear_pointer (&reader->ids, g_hash_table_unref);
}

DdMarkupFrame *
dd_markup_reader_get_top (DdMarkupReader *reader)
{
  guint depth = reader->frames->len;

  return depth == 0 ? NULL : &g_array_index (reader->frames, DdMarkupFrame, depth - 1);
}

/* The start tag that is being read. */
static DdMarkupPlace
place_of_tag (const DdMarkupReader *reader, const char *name)
{
  return (DdMarkupPlace){ reader->origin, reader->line, name };
}

static DdMarkupPlace
place_of_frame (const DdMarkupReader *reader, const DdMarkupFrame *frame)
{
  return (DdMarkupPlace){ reader->origin, frame->line, frame->element->name };
}

DdMarkupPlace
dd_markup_reader_get_place (DdMarkupReader *reader)
{
  const DdMarkupFrame *frame = dd_markup_reader_get_top (reader);

  return frame != NULL ? place_of_frame (reader, frame) : place_of_tag (reader, NULL);
}

static gboolean
is_blank (char character)
{
  return character == ' ' || character == '\t' || character == '\n' || character == '\r';
}

static gboolean
all_blank (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!is_blank (text[i]))
      return FALSE;
  return TRUE;
}

/* @text without blanks at its ends, and with one space for each run of them inside. */
static char *
collapse (const char *text)
{
  char *result = g_malloc (strlen (text) + 1);
  char *end = result;

  for (; *text != '\0'; text++)
    if (!is_blank (*text))
      *end++ = *text;
    else if (end > result && end[-1] != ' ')
      *end++ = ' ';
  if (end > result && end[-1] == ' ')
    end--;
  *end = '\0';
  return result;
}

/* What XML has no place for, however it is written. */
static gboolean
has_control_character (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar character = g_utf8_get_char (text);

      if ((character < 0x20 && !is_blank (character)) || character == 0xfffe || character == 0xffff)
        return TRUE;
    }
  return FALSE;
}

static gboolean
refuse_value (DdMarkupReader *reader,
              const DdMarkupElement *element,
              const DdMarkupAttribute *attribute,
              const char *value,
              GError **error)
{
  g_autofree char *expected = dd_markup_expected (attribute);
  g_autofree char *found = dd_markup_clip (value);

  if (*value == '\0')
    return dd_markup_refuse (error, DD_MARKUP_ERROR_ATTRIBUTE, place_of_tag (reader, element->name),
                             _ ("%s is empty; expected %s"), attribute->name, expected);
  return dd_markup_refuse (error, DD_MARKUP_ERROR_ATTRIBUTE, place_of_tag (reader, element->name),
                           _ ("%s is '%s'; expected %s"), attribute->name, found, expected);
}

static gboolean
read_attribute (DdMarkupReader *reader,
                const DdMarkupElement *element,
                const DdMarkupAttribute *attribute,
                gpointer object,
                const char *raw,
                GError **error)
{
  g_autofree char *value = collapse (raw);
  gboolean is_read;

  if (has_control_character (value))
    return dd_markup_refuse (error, DD_MARKUP_ERROR_SYNTAX, place_of_tag (reader, element->name),
                             _ ("%s has a control character; expected text"), attribute->name);
  if (*value == '\0')
    is_read = attribute->type->may_be_empty && attribute->type->read (attribute, object, value);
  else
    is_read = attribute->type->read (attribute, object, value);
  return is_read || refuse_value (reader, element, attribute, value, error);
}

static gboolean
refuse_attribute (DdMarkupReader *reader,
                  const DdMarkupElement *element,
                  const char *name,
                  GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *found = dd_markup_clip (name);

  for (guint i = 0; i < element->n_attributes; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", element->attributes[i].name);
  if (names->len == 0)
    g_string_append (names, _ ("none"));
  return dd_markup_refuse (error, DD_MARKUP_ERROR_ATTRIBUTE, place_of_tag (reader, element->name),
                           _ ("unknown attribute '%s'; expected %s"), found, names->str);
}

static const DdMarkupAttribute *
find_attribute (const DdMarkupElement *element, const char *name)
{
  for (guint i = 0; i < element->n_attributes; i++)
    if (g_str_equal (element->attributes[i].name, name))
      return &element->attributes[i];
  return NULL;
}

static gboolean
check_required (DdMarkupReader *reader,
                const DdMarkupElement *element,
                guint32 seen,
                GError **error)
{
  for (guint i = 0; i < element->n_attributes; i++)
    {
      const DdMarkupAttribute *attribute = &element->attributes[i];
      g_autofree char *expected = NULL;

      if (!attribute->required || (seen & 1u << i) != 0)
        continue;
      expected = dd_markup_expected (attribute);
      return dd_markup_refuse (error, DD_MARKUP_ERROR_ATTRIBUTE,
                               place_of_tag (reader, element->name),
                               _ ("it has no %s; expected %s"), attribute->name, expected);
    }
  return TRUE;
}

/* An id is given once among the elements of one name. */
static gboolean
check_id (DdMarkupReader *reader, const DdMarkupElement *element, const char *raw, GError **error)
{
  g_autofree char *id = collapse (raw);
  g_autofree char *key = g_strconcat (element->name, " ", id, NULL);
  int line = GPOINTER_TO_INT (g_hash_table_lookup (reader->ids, key));

  if (line > 0)
    return dd_markup_refuse (error, DD_MARKUP_ERROR_REFERENCE, place_of_tag (reader, element->name),
                             _ ("id '%s' is given twice, first in line %d; expected another one"),
                             id, line);
  g_hash_table_insert (reader->ids, g_steal_pointer (&key), GINT_TO_POINTER (reader->line));
  return TRUE;
}

static gboolean
read_attributes (DdMarkupReader *reader,
                 const DdMarkupFrame *frame,
                 const char **names,
                 const char **values,
                 GError **error)
{
  const DdMarkupElement *element = frame->element;
  guint32 seen = 0;

  for (guint i = 0; names[i] != NULL; i++)
    {
      const DdMarkupAttribute *attribute = find_attribute (element, names[i]);
      guint32 bit;

      if (attribute == NULL)
        return refuse_attribute (reader, element, names[i], error);
      bit = 1u << (attribute - element->attributes);
      if ((seen & bit) != 0)
        return dd_markup_refuse (error, DD_MARKUP_ERROR_ATTRIBUTE,
                                 place_of_tag (reader, element->name),
                                 _ ("%s is given twice; expected it once"), names[i]);
      seen |= bit;
      if (!read_attribute (reader, element, attribute, frame->object, values[i], error))
        return FALSE;
      if (!element->has_local_ids && g_str_equal (names[i], "id")
          && !check_id (reader, element, values[i], error))
        return FALSE;
    }
  if (!check_required (reader, element, seen, error))
    return FALSE;
  return reader->vocabulary->check_object == NULL
         || reader->vocabulary->check_object (reader, element, frame->object, error);
}

/* Makes the object of an element and hangs it into what the element stands in. */
static gpointer
open_object (DdMarkupReader *reader, const DdMarkupElement *element, const DdMarkupFrame *parent)
{
  gpointer object = NULL;

  switch (element->shape)
    {
    case DD_MARKUP_OBJECT:
      object = element->make ();
      g_ptr_array_add (G_STRUCT_MEMBER (GPtrArray *, parent->object, element->place), object);
      break;
    case DD_MARKUP_SINGLE:
      object = element->make ();
      G_STRUCT_MEMBER (gpointer, parent->object, element->place) = object;
      break;
    case DD_MARKUP_CONDITION:
      object = dd_condition_new (element->name);
      g_ptr_array_add (G_STRUCT_MEMBER (GPtrArray *, parent->object, element->place), object);
      break;
    case DD_MARKUP_OWN:
      object = reader->vocabulary->open (reader, element, parent->element, parent->object);
      break;
    case DD_MARKUP_SAME:
    case DD_MARKUP_WORDS:
      object = parent != NULL ? parent->object : reader->definition;
      break;
    }
  if (element->line != 0)
    G_STRUCT_MEMBER (int, object, element->line) = reader->line;
  return object;
}

static gboolean
refuse_element (DdMarkupReader *reader,
                const DdMarkupFrame *parent,
                const char *name,
                GError **error)
{
  const DdMarkupVocabulary *vocabulary = reader->vocabulary;
  guint64 children = parent != NULL ? dd_markup_get_children (vocabulary, parent->element)
                                    : DD_MARKUP_BIT (vocabulary->elements[0].id);
  g_autofree char *expected = dd_markup_list_elements (vocabulary, children);

  if (parent == NULL)
    return dd_markup_refuse (error, DD_MARKUP_ERROR_ELEMENT, place_of_tag (reader, name),
                             _ ("it is the outermost element; expected %s"), expected);
  if (children == 0)
    return dd_markup_refuse (error, DD_MARKUP_ERROR_ELEMENT, place_of_tag (reader, name),
                             _ ("it stands in <%s>; expected no elements there"),
                             parent->element->name);
  return dd_markup_refuse (error, DD_MARKUP_ERROR_ELEMENT, place_of_tag (reader, name),
                           _ ("it stands in <%s>; expected %s"), parent->element->name, expected);
}

/* Whether @element may stand in @parent here and now. */
static gboolean
check_place (DdMarkupReader *reader,
             const DdMarkupElement *element,
             DdMarkupFrame *parent,
             GError **error)
{
  guint64 bit = DD_MARKUP_BIT (element->id);

  if (reader->frames->len == DD_MARKUP_MAX_DEPTH)
    return dd_markup_refuse (error, DD_MARKUP_ERROR_ELEMENT, place_of_tag (reader, element->name),
                             _ ("it lies too deep; expected elements at most %d deep"),
                             DD_MARKUP_MAX_DEPTH);
  if (parent == NULL)
    {
      if (reader->definition == NULL)
        return TRUE;
      return dd_markup_refuse (error, DD_MARKUP_ERROR_ELEMENT, place_of_tag (reader, element->name),
                               _ ("it comes after the end of <%s>; expected nothing"),
                               reader->vocabulary->elements[0].name);
    }
  if (element->once && (parent->seen & bit) != 0)
    return dd_markup_refuse (error, DD_MARKUP_ERROR_ELEMENT, place_of_tag (reader, element->name),
                             _ ("it is the second in <%s>; expected one"), parent->element->name);
  parent->seen |= bit;
  return reader->vocabulary->check_room == NULL
         || reader->vocabulary->check_room (reader, element, parent->object, error);
}

gboolean
dd_markup_reader_open (DdMarkupReader *reader,
                       const char *name,
                       const char **names,
                       const char **values,
                       GError **error)
{
  DdMarkupFrame *parent = dd_markup_reader_get_top (reader);
  const DdMarkupElement *element =
      dd_markup_find (reader->vocabulary, parent != NULL ? parent->element : NULL, name);
  DdMarkupFrame frame = { element, .line = reader->line };

  if (element == NULL)
    return refuse_element (reader, parent, name, error);
  if (!check_place (reader, element, parent, error))
    return FALSE;
  if (parent == NULL)
    reader->definition = reader->vocabulary->make (reader->origin);
  frame.object = open_object (reader, element, parent);
  g_array_append_val (reader->frames, frame);
  return read_attributes (reader, &frame, names, values, error);
}

static gboolean
refuse_missing (DdMarkupReader *reader, const DdMarkupFrame *frame, guint64 missing, GError **error)
{
  g_autofree char *expected = dd_markup_list_elements (reader->vocabulary, missing);

  return dd_markup_refuse (error, DD_MARKUP_ERROR_ELEMENT, place_of_frame (reader, frame),
                           _ ("something is missing in it; expected %s"), expected);
}

static gboolean
take_words (DdMarkupReader *reader, DdMarkupFrame *frame, const char *words, GError **error)
{
  const DdMarkupElement *element = frame->element;

  if (has_control_character (words))
    return dd_markup_refuse (error, DD_MARKUP_ERROR_SYNTAX, place_of_frame (reader, frame),
                             _ ("its text has a control character; expected words"));
  if (element->shape == DD_MARKUP_WORDS)
    g_ptr_array_add (G_STRUCT_MEMBER (GPtrArray *, frame->object, element->place),
                     g_strdup (words));
  else
    G_STRUCT_MEMBER (char *, frame->object, element->text) = g_strdup (words);
  return TRUE;
}

static gboolean
has_words (const DdMarkupElement *element)
{
  return element->shape == DD_MARKUP_WORDS || element->text != DD_MARKUP_NO_TEXT;
}

gboolean
dd_markup_reader_add_text (DdMarkupReader *reader, const char *text, gsize length, GError **error)
{
  DdMarkupFrame *frame = dd_markup_reader_get_top (reader);
  g_autofree char *copy = NULL, *words = NULL, *found = NULL;

  if (frame == NULL)
    return dd_markup_refuse (error, DD_MARKUP_ERROR_SYNTAX, place_of_tag (reader, NULL),
                             _ ("text stands outside of <%s>; expected none"),
                             reader->vocabulary->elements[0].name);
  if (has_words (frame->element))
    {
      if (frame->words == NULL)
        frame->words = g_string_new (NULL);
      g_string_append_len (frame->words, text, length);
      return TRUE;
    }
  if (all_blank (text, length))
    return TRUE;
  copy = g_strndup (text, length);
  words = collapse (copy);
  found = dd_markup_clip (words);
  return dd_markup_refuse (error, DD_MARKUP_ERROR_ELEMENT, place_of_frame (reader, frame),
                           _ ("it has the text '%s'; expected no text"), found);
}

/* A step has its words right in it or, beside further steps, in a <text>. */
static gboolean
close_words (DdMarkupReader *reader, DdMarkupFrame *frame, GError **error)
{
  const DdMarkupElement *element = frame->element;
  g_autofree char *words = NULL;

  if (!has_words (element))
    return TRUE;
  words = collapse (frame->words != NULL ? frame->words->str : "");
  if (*words != '\0' && frame->seen != 0)
    return dd_markup_refuse (error, DD_MARKUP_ERROR_ELEMENT, place_of_frame (reader, frame),
                             _ ("it has text beside elements; expected the text in <text>"));
  if (*words != '\0')
    return take_words (reader, frame, words, error);
  if (frame->seen != 0 && G_STRUCT_MEMBER (char *, frame->object, element->text) != NULL)
    return TRUE;
  return dd_markup_refuse (error, DD_MARKUP_ERROR_ELEMENT, place_of_frame (reader, frame),
                           _ ("it has no text; expected words"));
}

gboolean
dd_markup_reader_close (DdMarkupReader *reader, GError **error)
{
  DdMarkupFrame *frame = dd_markup_reader_get_top (reader);
  guint64 missing = frame->element->needs & ~frame->seen;

  if (missing != 0)
    return refuse_missing (reader, frame, missing, error);
  if (frame->element->needs_one != 0 && (frame->element->needs_one & frame->seen) == 0)
    return refuse_missing (reader, frame, frame->element->needs_one, error);
  if (!close_words (reader, frame, error))
    return FALSE;
  g_array_set_size (reader->frames, reader->frames->len - 1);
  return TRUE;
}
