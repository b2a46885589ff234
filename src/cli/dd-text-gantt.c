/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-text-gantt.h"

/* One column of a row. */
typedef struct
{
  const char *text; /* (unowned): one character */
  DdStyle style;
} Cell;

/* A block's whole, left half and right half. */
typedef struct
{
  const char *whole;
  const char *left;
  const char *right;
} Blocks;

struct _DdTextGantt
{
  DdTextScale scale;
  DdTerminal terminal;
  Cell *ground; /* (owned) (array length=scale.width): a row without a bar */
};

static const Blocks critical_blocks = { "█", "▌", "▐" };
static const Blocks float_blocks = { "▄", "▖", "▗" };

/* The half columns that @bar takes: at least one, so that no work is invisible. */
static DdRange
find_halves (const DdTextScale *scale, const DdTextBar *bar)
{
  int start = dd_text_scale_position (scale, bar->start);
  int finish = dd_text_scale_position (scale, bar->finish);

  if (finish > start)
    return (DdRange){ start, finish };
  start = MIN (start, 2 * scale->width - 1);
  return (DdRange){ start, start + 1 };
}

static void
draw_whisker (const DdTextScale *scale, const DdTextBar *bar, int from, Cell *cells)
{
  int to = (dd_text_scale_position (scale, bar->cautious_finish) + 1) / 2;

  if (bar->cautious_finish <= bar->finish)
    return;
  for (int i = from; i < to; i++)
    cells[i] = (Cell){ i == to - 1 ? "┤" : "─", bar->style };
}

static void
draw_bar (const DdTextScale *scale, const DdTextBar *bar, Cell *cells)
{
  const Blocks *blocks = bar->critical ? &critical_blocks : &float_blocks;
  DdRange halves = find_halves (scale, bar);

  draw_whisker (scale, bar, (int) (halves.finish + 1) / 2, cells);
  for (int i = (int) halves.start / 2; i < (halves.finish + 1) / 2; i++)
    {
      gboolean left = dd_range_contains (halves, 2 * i);
      gboolean right = dd_range_contains (halves, 2 * i + 1);

      cells[i].text = left && right ? blocks->whole : left ? blocks->left : blocks->right;
      cells[i].style = bar->style;
    }
}

static void
draw_window (const DdTextScale *scale, const DdTextBar *bar, Cell *cells)
{
  DdRange halves = find_halves (scale, bar);

  for (int i = (int) halves.start / 2; i < (halves.finish + 1) / 2; i++)
    cells[i] = (Cell){ "╌", bar->style };
}

static void
draw_mark (const DdTextScale *scale, const DdTextBar *bar, Cell *cells)
{
  int column = dd_text_scale_mark_column (scale, bar->start);

  cells[column] = (Cell){ bar->mark == DD_TEXT_MARK_GATE ? "◆" : "◇", bar->style };
}

static void
draw (const DdTextScale *scale, const DdTextBar *bar, Cell *cells)
{
  switch (bar->mark)
    {
    case DD_TEXT_MARK_BAR:
      draw_bar (scale, bar, cells);
      break;
    case DD_TEXT_MARK_WINDOW:
      draw_window (scale, bar, cells);
      break;
    case DD_TEXT_MARK_EVENT:
    case DD_TEXT_MARK_GATE:
      draw_mark (scale, bar, cells);
      break;
    }
}

/* Neighbours in one style are one run, so that a row has few style sequences. */
static char *
join_cells (const Cell *cells, int n_cells, const DdTerminal *terminal)
{
  GString *row = g_string_new (NULL);
  g_autoptr (GString) run = g_string_new (NULL);

  for (int i = 0; i < n_cells; i++)
    {
      g_string_append (run, cells[i].text);
      if (i + 1 < n_cells && cells[i + 1].style == cells[i].style)
        continue;
      dd_terminal_append (terminal, row, cells[i].style, run->str);
      g_string_truncate (run, 0);
    }
  return g_string_free (row, FALSE);
}

DdTextGantt *
dd_text_gantt_new (const DdTextScale *scale, gint64 deadline, const DdTerminal *terminal)
{
  DdTextGantt *self = g_new0 (DdTextGantt, 1);

  self->scale = *scale;
  self->terminal = *terminal;
  self->ground = g_new0 (Cell, scale->width);
  for (int i = 0; i < scale->width; i++)
    self->ground[i] = dd_text_scale_is_idle (scale, i) ? (Cell){ "░", DD_STYLE_FAINT }
                                                       : (Cell){ " ", DD_STYLE_PLAIN };
  if (deadline != DD_INSTANT_NONE)
    self->ground[dd_text_scale_mark_column (scale, deadline)] = (Cell){ "│", DD_STYLE_ALERT };
  return self;
}

void
dd_text_gantt_mark_now (DdTextGantt *self, gint64 now)
{
  Cell *cell = &self->ground[dd_text_scale_mark_column (&self->scale, now)];

  if (cell->style != DD_STYLE_ALERT)
    *cell = (Cell){ "┊", DD_STYLE_HEADING };
}

void
dd_text_gantt_free (DdTextGantt *self)
{
  g_free (self->ground);
  g_free (self);
}

char *
dd_text_gantt_draw (DdTextGantt *self, const DdTextBar *bar)
{
  int width = self->scale.width;
  g_autofree Cell *cells = g_memdup2 (self->ground, (gsize) width * sizeof (Cell));

  if (bar != NULL)
    draw (&self->scale, bar, cells);
  return join_cells (cells, width, &self->terminal);
}
