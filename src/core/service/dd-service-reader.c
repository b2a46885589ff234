/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Turns elements, one after the other, into the parts of a service.
 *
 * The table of dd-format.h says what may stand where, and which field it fills; the first thing
 * that does not fit is refused. What is open is a stack of frames, never deeper than
 * DD_SERVICE_MAX_DEPTH. Linear: ids are found by hash.
 */
#include "config.h"

#include "service/dd-service-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
frame_clear (gpointer data)
{
  DdServiceFrame *frame = data;

  if (frame->words != NULL)
    g_string_free (frame->words, TRUE);
}

void
dd_service_reader_init (DdServiceReader *reader, const char *origin)
{
  *reader = (DdServiceReader){ .origin = origin, .line = 1 };
  reader->frames = g_array_new (FALSE, FALSE, sizeof (DdServiceFrame));
  g_array_set_clear_func (reader->frames, frame_clear);
  reader->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
dd_service_reader_clear (DdServiceReader *reader)
{
  g_clear_pointer (&reader->service, dd_service_unref);
  g_clear_pointer (&reader->frames, g_array_unref);
  g_clear_pointer (&reader->ids, g_hash_table_unref);
}

DdServiceFrame *
dd_service_reader_get_top (DdServiceReader *reader)
{
  guint depth = reader->frames->len;

  return depth == 0 ? NULL : &g_array_index (reader->frames, DdServiceFrame, depth - 1);
}

/* The start tag that is being read. */
static DdServicePlace
place_of_tag (const DdServiceReader *reader, const char *name)
{
  return (DdServicePlace){ reader->origin, reader->line, name };
}

static DdServicePlace
place_of_frame (const DdServiceReader *reader, const DdServiceFrame *frame)
{
  return (DdServicePlace){ reader->origin, frame->line, frame->element->name };
}

DdServicePlace
dd_service_reader_get_place (DdServiceReader *reader)
{
  const DdServiceFrame *frame = dd_service_reader_get_top (reader);

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
refuse_value (DdServiceReader *reader,
              const DdFormatElement *element,
              const DdFormatAttribute *attribute,
              const char *value,
              GError **error)
{
  g_autofree char *expected = dd_format_expected (attribute);
  g_autofree char *found = dd_service_clip (value);

  if (*value == '\0')
    return dd_service_refuse (error, DD_SERVICE_ERROR_ATTRIBUTE,
                              place_of_tag (reader, element->name), _ ("%s is empty; expected %s"),
                              attribute->name, expected);
  return dd_service_refuse (error, DD_SERVICE_ERROR_ATTRIBUTE, place_of_tag (reader, element->name),
                            _ ("%s is '%s'; expected %s"), attribute->name, found, expected);
}

static gboolean
read_attribute (DdServiceReader *reader,
                const DdFormatElement *element,
                const DdFormatAttribute *attribute,
                gpointer object,
                const char *raw,
                GError **error)
{
  g_autofree char *value = collapse (raw);
  gboolean is_read;

  if (has_control_character (value))
    return dd_service_refuse (error, DD_SERVICE_ERROR_SYNTAX, place_of_tag (reader, element->name),
                              _ ("%s has a control character; expected text"), attribute->name);
  if (*value == '\0')
    is_read = attribute->type->may_be_empty && attribute->type->read (attribute, object, value);
  else
    is_read = attribute->type->read (attribute, object, value);
  return is_read || refuse_value (reader, element, attribute, value, error);
}

static gboolean
refuse_attribute (DdServiceReader *reader,
                  const DdFormatElement *element,
                  const char *name,
                  GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *found = dd_service_clip (name);

  for (guint i = 0; i < element->n_attributes; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", element->attributes[i].name);
  if (names->len == 0)
    g_string_append (names, _ ("none"));
  return dd_service_refuse (error, DD_SERVICE_ERROR_ATTRIBUTE, place_of_tag (reader, element->name),
                            _ ("unknown attribute '%s'; expected %s"), found, names->str);
}

static const DdFormatAttribute *
find_attribute (const DdFormatElement *element, const char *name)
{
  for (guint i = 0; i < element->n_attributes; i++)
    if (g_str_equal (element->attributes[i].name, name))
      return &element->attributes[i];
  return NULL;
}

static gboolean
check_required (DdServiceReader *reader,
                const DdFormatElement *element,
                guint32 seen,
                GError **error)
{
  for (guint i = 0; i < element->n_attributes; i++)
    {
      const DdFormatAttribute *attribute = &element->attributes[i];
      g_autofree char *expected = NULL;

      if (!attribute->required || (seen & 1u << i) != 0)
        continue;
      expected = dd_format_expected (attribute);
      return dd_service_refuse (error, DD_SERVICE_ERROR_ATTRIBUTE,
                                place_of_tag (reader, element->name),
                                _ ("it has no %s; expected %s"), attribute->name, expected);
    }
  return TRUE;
}

/* An id is given once among the elements of one name. */
static gboolean
check_id (DdServiceReader *reader, const DdFormatElement *element, const char *raw, GError **error)
{
  g_autofree char *id = collapse (raw);
  g_autofree char *key = g_strconcat (element->name, " ", id, NULL);
  int line = GPOINTER_TO_INT (g_hash_table_lookup (reader->ids, key));

  if (line > 0)
    return dd_service_refuse (error, DD_SERVICE_ERROR_REFERENCE,
                              place_of_tag (reader, element->name),
                              _ ("id '%s' is given twice, first in line %d; expected another one"),
                              id, line);
  g_hash_table_insert (reader->ids, g_steal_pointer (&key), GINT_TO_POINTER (reader->line));
  return TRUE;
}

static gboolean
count_predecessors (DdServiceReader *reader, const DdServiceFrame *frame, GError **error)
{
  const DdActivity *activity = frame->object;

  if (frame->element->id != DD_FORMAT_ACTIVITY)
    return TRUE;
  reader->n_predecessors += activity->after->len;
  return dd_service_check_predecessor_count (reader->service, reader->n_predecessors, error);
}

static gboolean
read_attributes (DdServiceReader *reader,
                 const DdServiceFrame *frame,
                 const char **names,
                 const char **values,
                 GError **error)
{
  const DdFormatElement *element = frame->element;
  guint32 seen = 0;

  for (guint i = 0; names[i] != NULL; i++)
    {
      const DdFormatAttribute *attribute = find_attribute (element, names[i]);
      guint32 bit;

      if (attribute == NULL)
        return refuse_attribute (reader, element, names[i], error);
      bit = 1u << (attribute - element->attributes);
      if ((seen & bit) != 0)
        return dd_service_refuse (error, DD_SERVICE_ERROR_ATTRIBUTE,
                                  place_of_tag (reader, element->name),
                                  _ ("%s is given twice; expected it once"), names[i]);
      seen |= bit;
      if (!read_attribute (reader, element, attribute, frame->object, values[i], error))
        return FALSE;
      if (g_str_equal (names[i], "id") && !check_id (reader, element, values[i], error))
        return FALSE;
    }
  return check_required (reader, element, seen, error) && count_predecessors (reader, frame, error);
}

/* Where a cell without a milestone goes: cells that stand next to each other share one. */
static DdMilestone *
get_milestone (const DdServiceFrame *parent)
{
  DdMilestone *milestone = NULL;
  DdPhase *phase;

  if (parent->element->id == DD_FORMAT_MILESTONE)
    return parent->object;
  phase = parent->object;
  if (phase->milestones->len > 0)
    milestone = g_ptr_array_index (phase->milestones, phase->milestones->len - 1);
  if (milestone == NULL || !milestone->implicit)
    {
      milestone = dd_phase_add_milestone (phase);
      milestone->implicit = TRUE;
    }
  return milestone;
}

static DdCell *
get_cell (const DdServiceFrame *parent, int line)
{
  DdCell *cell;

  if (parent->element->id == DD_FORMAT_CELL)
    return parent->object;
  cell = dd_milestone_add_cell (get_milestone (parent));
  cell->implicit = TRUE;
  cell->line = line;
  return cell;
}

static gpointer
open_table (DdServiceReader *reader, const DdFormatElement *element, const DdServiceFrame *parent)
{
  DdActivity *activity;
  DdCell *cell;

  switch (element->id)
    {
    case DD_FORMAT_MILESTONE:
      return dd_phase_add_milestone (parent->object);
    case DD_FORMAT_CELL:
      cell = dd_milestone_add_cell (get_milestone (parent));
      cell->line = reader->line;
      return cell;
    default:
      activity = dd_service_add_activity (reader->service, get_cell (parent, reader->line));
      activity->line = reader->line;
      return activity;
    }
}

/* Makes the object of an element and hangs it into what the element stands in. */
static gpointer
open_object (DdServiceReader *reader, const DdFormatElement *element, const DdServiceFrame *parent)
{
  gpointer object = NULL;

  switch (element->shape)
    {
    case DD_FORMAT_OBJECT:
      object = element->make ();
      g_ptr_array_add (G_STRUCT_MEMBER (GPtrArray *, parent->object, element->place), object);
      if (element->id == DD_FORMAT_HEADLINE)
        ((DdHeadline *) object)->line = reader->line;
      break;
    case DD_FORMAT_SINGLE:
      object = element->make ();
      G_STRUCT_MEMBER (gpointer, parent->object, element->place) = object;
      break;
    case DD_FORMAT_CONDITION:
      object = dd_condition_new (element->name);
      ((DdCondition *) object)->line = reader->line;
      g_ptr_array_add (G_STRUCT_MEMBER (GPtrArray *, parent->object, element->place), object);
      break;
    case DD_FORMAT_TABLE:
      object = open_table (reader, element, parent);
      break;
    case DD_FORMAT_SAME:
    case DD_FORMAT_WORDS:
      object = parent != NULL ? parent->object : reader->service;
      break;
    }
  return object;
}

static gboolean
refuse_element (DdServiceReader *reader,
                const DdServiceFrame *parent,
                const char *name,
                GError **error)
{
  guint64 children =
      parent != NULL ? dd_format_get_children (parent->element) : DD_FORMAT_BIT (DD_FORMAT_SERVICE);
  g_autofree char *expected = dd_format_list_elements (children);

  if (parent == NULL)
    return dd_service_refuse (error, DD_SERVICE_ERROR_ELEMENT, place_of_tag (reader, name),
                              _ ("it is the outermost element; expected %s"), expected);
  if (children == 0)
    return dd_service_refuse (error, DD_SERVICE_ERROR_ELEMENT, place_of_tag (reader, name),
                              _ ("it stands in <%s>; expected no elements there"),
                              parent->element->name);
  return dd_service_refuse (error, DD_SERVICE_ERROR_ELEMENT, place_of_tag (reader, name),
                            _ ("it stands in <%s>; expected %s"), parent->element->name, expected);
}

/* Whether @element may stand in @parent here and now. */
static gboolean
check_place (DdServiceReader *reader,
             const DdFormatElement *element,
             DdServiceFrame *parent,
             GError **error)
{
  guint64 bit = DD_FORMAT_BIT (element->id);

  if (reader->frames->len == DD_SERVICE_MAX_DEPTH)
    return dd_service_refuse (error, DD_SERVICE_ERROR_ELEMENT, place_of_tag (reader, element->name),
                              _ ("it lies too deep; expected elements at most %d deep"),
                              DD_SERVICE_MAX_DEPTH);
  if (element->id == DD_FORMAT_ACTIVITY
      && reader->service->activities->len == DD_SERVICE_MAX_ACTIVITIES)
    return dd_service_refuse (error, DD_SERVICE_ERROR_ELEMENT, place_of_tag (reader, element->name),
                              _ ("it is one too many; expected at most %d activities"),
                              DD_SERVICE_MAX_ACTIVITIES);
  if (parent == NULL)
    {
      if (reader->service == NULL)
        return TRUE;
      return dd_service_refuse (error, DD_SERVICE_ERROR_ELEMENT,
                                place_of_tag (reader, element->name),
                                _ ("it comes after the end of the service; expected nothing"));
    }
  if (element->once && (parent->seen & bit) != 0)
    return dd_service_refuse (error, DD_SERVICE_ERROR_ELEMENT, place_of_tag (reader, element->name),
                              _ ("it is the second in <%s>; expected one"), parent->element->name);
  parent->seen |= bit;
  return TRUE;
}

gboolean
dd_service_reader_open (DdServiceReader *reader,
                        const char *name,
                        const char **names,
                        const char **values,
                        GError **error)
{
  DdServiceFrame *parent = dd_service_reader_get_top (reader);
  const DdFormatElement *element = dd_format_find (parent != NULL ? parent->element : NULL, name);
  DdServiceFrame frame = { element, .line = reader->line };

  if (element == NULL)
    return refuse_element (reader, parent, name, error);
  if (!check_place (reader, element, parent, error))
    return FALSE;
  if (parent == NULL)
    reader->service = dd_service_new (reader->origin);
  frame.object = open_object (reader, element, parent);
  g_array_append_val (reader->frames, frame);
  return read_attributes (reader, &frame, names, values, error);
}

static gboolean
refuse_missing (DdServiceReader *reader,
                const DdServiceFrame *frame,
                guint64 missing,
                GError **error)
{
  g_autofree char *expected = dd_format_list_elements (missing);

  return dd_service_refuse (error, DD_SERVICE_ERROR_ELEMENT, place_of_frame (reader, frame),
                            _ ("something is missing in it; expected %s"), expected);
}

static gboolean
take_words (DdServiceReader *reader, DdServiceFrame *frame, const char *words, GError **error)
{
  const DdFormatElement *element = frame->element;

  if (has_control_character (words))
    return dd_service_refuse (error, DD_SERVICE_ERROR_SYNTAX, place_of_frame (reader, frame),
                              _ ("its text has a control character; expected words"));
  if (element->shape == DD_FORMAT_WORDS)
    g_ptr_array_add (G_STRUCT_MEMBER (GPtrArray *, frame->object, element->place),
                     g_strdup (words));
  else
    G_STRUCT_MEMBER (char *, frame->object, element->text) = g_strdup (words);
  return TRUE;
}

static gboolean
has_words (const DdFormatElement *element)
{
  return element->shape == DD_FORMAT_WORDS || element->text != DD_FORMAT_NO_TEXT;
}

gboolean
dd_service_reader_add_text (DdServiceReader *reader, const char *text, gsize length, GError **error)
{
  DdServiceFrame *frame = dd_service_reader_get_top (reader);
  g_autofree char *copy = NULL, *words = NULL, *found = NULL;

  if (frame == NULL)
    return dd_service_refuse (error, DD_SERVICE_ERROR_SYNTAX, place_of_tag (reader, NULL),
                              _ ("text stands outside of <service>; expected none"));
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
  found = dd_service_clip (words);
  return dd_service_refuse (error, DD_SERVICE_ERROR_ELEMENT, place_of_frame (reader, frame),
                            _ ("it has the text '%s'; expected no text"), found);
}

/* A step has its words right in it or, beside further steps, in a <text>. */
static gboolean
close_words (DdServiceReader *reader, DdServiceFrame *frame, GError **error)
{
  const DdFormatElement *element = frame->element;
  g_autofree char *words = NULL;

  if (!has_words (element))
    return TRUE;
  words = collapse (frame->words != NULL ? frame->words->str : "");
  if (*words != '\0' && frame->seen != 0)
    return dd_service_refuse (error, DD_SERVICE_ERROR_ELEMENT, place_of_frame (reader, frame),
                              _ ("it has text beside elements; expected the text in <text>"));
  if (*words != '\0')
    return take_words (reader, frame, words, error);
  if (frame->seen != 0 && G_STRUCT_MEMBER (char *, frame->object, element->text) != NULL)
    return TRUE;
  return dd_service_refuse (error, DD_SERVICE_ERROR_ELEMENT, place_of_frame (reader, frame),
                            _ ("it has no text; expected words"));
}

gboolean
dd_service_reader_close (DdServiceReader *reader, GError **error)
{
  DdServiceFrame *frame = dd_service_reader_get_top (reader);
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
