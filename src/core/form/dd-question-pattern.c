/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Checks patterns and compiles them.
 *
 * A recursive descent over the pattern, which is short. Of every part it knows which characters can
 * stand in it, so that a repetition inside a repetition can be told to be harmless or not: each
 * round must begin (or end) with one character that nothing else in the round can take. Then there
 * is one way only to cut a text into rounds, and no engine tries others. Repetitions beside each
 * other are harmless as long as they are few.
 */
#include "config.h"

#include "form/dd-question-pattern.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_LENGTH   300
#define MAX_REPEAT   1000
#define MAX_OVERLAPS 2
#define LAST_UNICODE 0x10ffff
#define SPECIAL      "\\^$.*+?()[]{}|/"

typedef struct
{
  gunichar first;
  gunichar last;
} Span;

/* A part of a pattern: one atom with its repetition, or a sequence of them. */
typedef struct
{
  GArray *characters; /* (owned) (element-type Span): what can stand in it */
  gboolean is_single; /* exactly one character, always */
  gboolean is_there;  /* at least one character, always */
  gboolean varies;    /* its length does, or it has alternatives */
} Piece;

typedef struct
{
  const char *cursor;
  char *reason;     /* (owned) (nullable): why it was refused */
  guint n_overlaps; /* see count_overlaps() */
} Parser;

static gboolean
parse_alternatives (Parser *parser, GArray *characters, GArray *sequences);

static void
piece_clear (gpointer data)
{
  Piece *piece = data;

  g_array_unref (piece->characters);
}

static void
sequence_clear (gpointer data)
{
  g_array_unref (*(GArray **) data);
}

static gboolean
refuse (Parser *parser, const char *reason)
{
  if (parser->reason == NULL)
    parser->reason = g_strdup (reason);
  return FALSE;
}

static void
add_span (GArray *characters, gunichar first, gunichar last)
{
  Span span = { first, last };

  g_array_append_val (characters, span);
}

static gboolean
are_disjoint (const GArray *first, const GArray *second)
{
  for (guint i = 0; i < first->len; i++)
    for (guint j = 0; j < second->len; j++)
      {
        const Span *a = &g_array_index (first, Span, i), *b = &g_array_index (second, Span, j);

        if (a->first <= b->last && b->first <= a->last)
          return FALSE;
      }
  return TRUE;
}

static int
compare_spans (gconstpointer first, gconstpointer second)
{
  const Span *a = first, *b = second;

  return a->first < b->first ? -1 : a->first > b->first;
}

/* Returns: (transfer full): all characters but @characters, which get sorted */
static GArray *
complement (GArray *characters)
{
  GArray *others = g_array_new (FALSE, FALSE, sizeof (Span));
  gunichar next = 0;

  g_array_sort (characters, compare_spans);
  for (guint i = 0; i < characters->len; i++)
    {
      const Span *span = &g_array_index (characters, Span, i);

      if (span->first > next)
        add_span (others, next, span->first - 1);
      next = MAX (next, span->last + 1);
    }
  if (next <= LAST_UNICODE)
    add_span (others, next, LAST_UNICODE);
  return others;
}

/* --- characters and classes --- */

static gunichar
take_character (Parser *parser)
{
  gunichar character = g_utf8_get_char (parser->cursor);

  parser->cursor = g_utf8_next_char (parser->cursor);
  return character;
}

static gboolean
take (Parser *parser, char character)
{
  if (*parser->cursor != character)
    return FALSE;
  parser->cursor++;
  return TRUE;
}

/* A character of which @escaped must, and only may, stand behind a "\". */
static gboolean
parse_character (Parser *parser, const char *escaped, gunichar *character)
{
  gboolean has_escape = take (parser, '\\');
  gboolean needs_escape;

  if (*parser->cursor == '\0')
    return refuse (parser, has_escape ? _ ("nothing follows the last \\")
                                      : _ ("a class has no ] at its end"));
  needs_escape = strchr (escaped, *parser->cursor) != NULL;
  if (has_escape && !needs_escape)
    return refuse (parser, _ ("a \\ stands before a character that needs none"));
  if (!has_escape && needs_escape)
    {
      g_autofree char *reason =
          g_strdup_printf (_ ("%c has no such meaning here, and needs a \\ to stand for itself"),
                           *parser->cursor);

      return refuse (parser, reason);
    }
  *character = take_character (parser);
  return TRUE;
}

/* At either end of a class a "-" stands for itself. */
static gboolean
take_hyphen (Parser *parser, gboolean is_start)
{
  return (is_start || (parser->cursor[0] == '-' && parser->cursor[1] == ']')) && take (parser, '-');
}

static gboolean
parse_class_span (Parser *parser, GArray *characters, gboolean is_start)
{
  gunichar first, last;

  if (take_hyphen (parser, is_start))
    {
      add_span (characters, '-', '-');
      return TRUE;
    }
  if (!parse_character (parser, "\\][^-", &first))
    return FALSE;
  last = first;
  if (parser->cursor[0] == '-' && parser->cursor[1] != ']')
    {
      parser->cursor++;
      if (!parse_character (parser, "\\][^-", &last))
        return FALSE;
    }
  if (last < first)
    return refuse (parser, _ ("a class has a range from a later character to an earlier one"));
  add_span (characters, first, last);
  return TRUE;
}

/* Behind the "[". Replaces @characters, which is empty. */
static gboolean
parse_class (Parser *parser, GArray **characters)
{
  gboolean is_negated = take (parser, '^'), is_start = TRUE;

  if (*parser->cursor == ']')
    return refuse (parser, _ ("a class is empty"));
  for (; !take (parser, ']'); is_start = FALSE)
    if (!parse_class_span (parser, *characters, is_start))
      return FALSE;
  if (is_negated)
    {
      GArray *others = complement (*characters);

      g_array_unref (*characters);
      *characters = others;
    }
  return TRUE;
}

/* --- repetitions --- */

static gboolean
parse_count (Parser *parser, guint *count)
{
  gsize length = strspn (parser->cursor, "0123456789");
  guint64 number;
  g_autofree char *digits = g_strndup (parser->cursor, length);

  if (!g_ascii_string_to_unsigned (digits, 10, 0, MAX_REPEAT, &number, NULL))
    return refuse (parser, _ ("a repetition in {} needs a number from 0 to 1000"));
  parser->cursor += length;
  *count = number;
  return TRUE;
}

/* Behind the "{". @max becomes G_MAXUINT where there is no end. */
static gboolean
parse_bounds (Parser *parser, guint *min, guint *max)
{
  if (!parse_count (parser, min))
    return FALSE;
  *max = *min;
  if (take (parser, ','))
    {
      *max = G_MAXUINT;
      if (*parser->cursor != '}' && !parse_count (parser, max))
        return FALSE;
    }
  if (!take (parser, '}'))
    return refuse (parser, _ ("a { has no } behind it"));
  return *max >= *min || refuse (parser, _ ("a repetition in {} ends before it begins"));
}

static gboolean
parse_repetition (Parser *parser, guint *min, guint *max)
{
  *min = *max = 1;
  if (take (parser, '*'))
    *min = 0, *max = G_MAXUINT;
  else if (take (parser, '+'))
    *max = G_MAXUINT;
  else if (take (parser, '?'))
    *min = 0;
  else if (take (parser, '{') && !parse_bounds (parser, min, max))
    return FALSE;
  if (*parser->cursor != '\0' && strchr ("*+?{", *parser->cursor) != NULL)
    return refuse (parser, _ ("a repetition is repeated"));
  return TRUE;
}

/* --- repeated groups --- */

static gboolean
sequence_varies (const GArray *sequence)
{
  for (guint i = 0; i < sequence->len; i++)
    if (g_array_index (sequence, Piece, i).varies)
      return TRUE;
  return FALSE;
}

/* Whether nothing in @sequence but the piece @mark can take what that takes. */
static gboolean
is_mark (const GArray *sequence, guint mark)
{
  const Piece *piece = &g_array_index (sequence, Piece, mark);

  if (!piece->is_single)
    return FALSE;
  for (guint i = 0; i < sequence->len; i++)
    if (i != mark
        && !are_disjoint (piece->characters, g_array_index (sequence, Piece, i).characters))
      return FALSE;
  return TRUE;
}

/* Alternatives of which each begins with a character that none of the others has anywhere, nor
 * itself again. */
static gboolean
are_marked (const GArray *sequences)
{
  for (guint i = 0; i < sequences->len; i++)
    {
      const GArray *sequence = g_array_index (sequences, GArray *, i);
      const Piece *first;

      if (sequence->len == 0 || !is_mark (sequence, 0))
        return FALSE;
      first = &g_array_index (sequence, Piece, 0);
      for (guint j = 0; j < sequences->len; j++)
        {
          const GArray *other = g_array_index (sequences, GArray *, j);

          for (guint k = 0; j != i && k < other->len; k++)
            if (!are_disjoint (first->characters, g_array_index (other, Piece, k).characters))
              return FALSE;
        }
    }
  return TRUE;
}

/* Whether a text can be cut into rounds of this group in one way only. */
static gboolean
can_repeat (const GArray *sequences)
{
  const GArray *only;

  if (sequences->len > 1)
    return are_marked (sequences);
  only = g_array_index (sequences, GArray *, 0);
  if (only->len == 0)
    return FALSE;
  return !sequence_varies (only) || is_mark (only, 0) || is_mark (only, only->len - 1);
}

/* --- neighbours --- */

/* How many later pieces of @sequence vary and can take what the one at @at leaves to them: only
 * what is always there, and what that one cannot take, keeps them apart. */
static guint
count_overlaps_of (const GArray *sequence, guint at)
{
  const Piece *piece = &g_array_index (sequence, Piece, at);
  guint n = 0;

  for (guint i = at + 1; piece->varies && i < sequence->len; i++)
    {
      const Piece *later = &g_array_index (sequence, Piece, i);

      if (!are_disjoint (piece->characters, later->characters))
        n += later->varies;
      else if (later->is_there)
        break;
    }
  return n;
}

/* Every overlap is one more thing that an engine tries all ways of, each a factor of the length. */
static gboolean
count_overlaps (Parser *parser, const GArray *sequence)
{
  for (guint i = 0; i < sequence->len; i++)
    parser->n_overlaps += count_overlaps_of (sequence, i);
  return parser->n_overlaps <= MAX_OVERLAPS
         || refuse (parser, _ ("too many repetitions follow each other that can take the same "
                               "characters"));
}

/* --- the whole --- */

/* Behind the "(". */
static gboolean
parse_group (Parser *parser, Piece *piece)
{
  g_autoptr (GArray) sequences = g_array_new (FALSE, FALSE, sizeof (GArray *));
  guint min, max;

  g_array_set_clear_func (sequences, sequence_clear);
  if (*parser->cursor == '?')
    return refuse (parser, _ ("a group begins with (?; expected a plain group"));
  if (!parse_alternatives (parser, piece->characters, sequences))
    return FALSE;
  if (!take (parser, ')'))
    return refuse (parser, _ ("a ( has no ) behind it"));
  if (!parse_repetition (parser, &min, &max))
    return FALSE;
  if (max > 1 && !can_repeat (sequences))
    return refuse (parser, _ ("each round of a repeated group must begin with one character that "
                              "is nowhere else in the group"));
  piece->varies = TRUE;
  return TRUE;
}

static gboolean
parse_single (Parser *parser, Piece *piece)
{
  gunichar character;
  guint min, max;

  if (take (parser, '['))
    {
      if (!parse_class (parser, &piece->characters))
        return FALSE;
    }
  else
    {
      if (!parse_character (parser, SPECIAL, &character))
        return FALSE;
      add_span (piece->characters, character, character);
    }
  if (!parse_repetition (parser, &min, &max))
    return FALSE;
  piece->is_single = min == 1 && max == 1;
  piece->is_there = min > 0;
  piece->varies = min != max;
  return TRUE;
}

static gboolean
parse_sequence (Parser *parser, GArray *characters, GArray *sequence)
{
  while (*parser->cursor != '\0' && *parser->cursor != '|' && *parser->cursor != ')')
    {
      Piece piece = { g_array_new (FALSE, FALSE, sizeof (Span)) };
      gboolean is_read =
          take (parser, '(') ? parse_group (parser, &piece) : parse_single (parser, &piece);

      g_array_append_vals (characters, piece.characters->data, piece.characters->len);
      g_array_append_val (sequence, piece);
      if (!is_read)
        return FALSE;
    }
  return count_overlaps (parser, sequence);
}

static gboolean
parse_alternatives (Parser *parser, GArray *characters, GArray *sequences)
{
  do
    {
      GArray *sequence = g_array_new (FALSE, FALSE, sizeof (Piece));

      g_array_set_clear_func (sequence, piece_clear);
      g_array_append_val (sequences, sequence);
      if (!parse_sequence (parser, characters, sequence))
        return FALSE;
    }
  while (take (parser, '|'));
  return TRUE;
}

static gboolean
check (Parser *parser, const char *match)
{
  g_autoptr (GArray) characters = g_array_new (FALSE, FALSE, sizeof (Span));
  g_autoptr (GArray) sequences = g_array_new (FALSE, FALSE, sizeof (GArray *));

  g_array_set_clear_func (sequences, sequence_clear);
  parser->cursor = match;
  if (g_utf8_strlen (match, -1) > MAX_LENGTH)
    return refuse (parser, _ ("it is longer than 300 characters"));
  if (!parse_alternatives (parser, characters, sequences))
    return FALSE;
  return *parser->cursor == '\0' || refuse (parser, _ ("a ) has no ( before it"));
}

GRegex *
dd_question_pattern_compile (const char *match, char **reason)
{
  Parser parser = { NULL };
  g_autofree char *whole = NULL;
  g_autoptr (GError) error = NULL;
  GRegex *regex;

  g_return_val_if_fail (match != NULL && reason != NULL, NULL);

  if (!check (&parser, match))
    {
      *reason = parser.reason;
      return NULL;
    }
  whole = g_strdup_printf ("^(?:%s)$", match);
  regex = g_regex_new (whole, G_REGEX_DOLLAR_ENDONLY | G_REGEX_OPTIMIZE, 0, &error);
  if (regex == NULL)
    *reason = g_strdup (error->message);
  return regex;
}
