/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-text-scale.h"

#include "dd-text.h"

#include <math.h>

#define DAYS_PER_WEEK 7

/* Columns of this many days or more become whole weeks. */
#define WEEKS_FROM 5

/* A day's number and a space. */
#define DAY_LABEL_COLUMNS 3

/* What a label stands at. */
typedef enum
{
  TICK_DAY,
  TICK_MONDAY,
  TICK_MONTH,
  TICK_YEAR,
} Tick;

static guint32
find_monday (guint32 day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  return day - (guint32) (g_date_get_weekday (&date) - G_DATE_MONDAY);
}

/* How many days a column must take for @n_days to fit into @width. */
static int
count_column_days (int n_days, int width)
{
  int days = (n_days + width - 1) / width;

  if (days < WEEKS_FROM)
    return days;
  return (days + DAYS_PER_WEEK - 1) / DAYS_PER_WEEK * DAYS_PER_WEEK;
}

DdTextScale
dd_text_scale_new (DdCalendar *calendar, DdRange span, int width)
{
  DdTextScale self = { calendar, 0, 0, 1, 1, 0 };
  guint32 last;

  g_assert (width >= 1);

  self.first = dd_calendar_julian_day (calendar, span.start);
  /* A span that ends at midnight does not reach into the day that begins there. */
  last = dd_calendar_julian_day (calendar, MAX (span.start, span.finish - 1));
  self.n_days = (int) (last - self.first) + 1;
  if (self.n_days <= width)
    {
      self.day_columns = MIN (width / self.n_days, DD_TEXT_SCALE_MAX_DAY_COLUMNS);
      self.width = self.n_days * self.day_columns;
      return self;
    }
  self.column_days = count_column_days (self.n_days, width);
  if (self.column_days >= DAYS_PER_WEEK)
    {
      /* The days that this adds may need wider columns. */
      self.first = find_monday (self.first);
      self.n_days = (int) (last - self.first) + 1;
      self.column_days = count_column_days (self.n_days, width);
    }
  self.width = (self.n_days + self.column_days - 1) / self.column_days;
  return self;
}

/* Days from the left edge to @instant. */
static double
count_days (const DdTextScale *self, gint64 instant)
{
  guint32 day = dd_calendar_julian_day (self->calendar, instant);
  gint64 start = dd_calendar_julian_start (self->calendar, day);
  gint64 finish = dd_calendar_julian_start (self->calendar, day + 1);
  gint64 worked = dd_calendar_between (self->calendar, start, finish);
  double part;

  if (worked > 0)
    part = (double) dd_calendar_between (self->calendar, start, instant) / (double) worked;
  else
    part = (double) (instant - start) / (double) (finish - start);
  return (double) day - (double) self->first + part;
}

static double
count_columns (const DdTextScale *self, gint64 instant)
{
  double columns = count_days (self, instant) * self->day_columns / self->column_days;

  return CLAMP (columns, 0, self->width);
}

int
dd_text_scale_position (const DdTextScale *self, gint64 instant)
{
  return (int) lround (2 * count_columns (self, instant));
}

int
dd_text_scale_mark_column (const DdTextScale *self, gint64 instant)
{
  double columns = count_columns (self, instant);
  int column = (int) floor (columns);

  if (columns == column && dd_calendar_next_working (self->calendar, instant) != instant)
    column--;
  return CLAMP (column, 0, self->width - 1);
}

gboolean
dd_text_scale_is_idle (const DdTextScale *self, int column)
{
  guint32 day = self->first + (guint32) (column * self->column_days / self->day_columns);
  gint64 start = dd_calendar_julian_start (self->calendar, day);
  gint64 finish = dd_calendar_julian_start (self->calendar, day + (guint32) self->column_days);

  return dd_calendar_between (self->calendar, start, finish) == 0;
}

static gboolean
is_tick (const GDate *date, Tick tick)
{
  switch (tick)
    {
    case TICK_DAY:
      return TRUE;
    case TICK_MONDAY:
      return g_date_get_weekday (date) == G_DATE_MONDAY;
    case TICK_MONTH:
      return g_date_get_day (date) == 1;
    case TICK_YEAR:
      return g_date_get_day (date) == 1 && g_date_get_month (date) == G_DATE_JANUARY;
    }
  g_return_val_if_reached (FALSE);
}

/* The column at which the day begins that is @day days from the first. */
static int
find_column (const DdTextScale *self, int day)
{
  return day * self->day_columns / self->column_days;
}

/* The next tick after the day that is @day days from the first, or the end. */
static int
find_next_tick (const DdTextScale *self, int day, Tick tick)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, self->first + (guint32) day);
  do
    {
      g_date_add_days (&date, 1);
      day++;
    }
  while (day < self->n_days && !is_tick (&date, tick));
  return day;
}

static char *
format_tick (const DdTextScale *self, int day, const char *format)
{
  gint64 start = dd_calendar_julian_start (self->calendar, self->first + (guint32) day);

  return dd_calendar_format (self->calendar, start, format);
}

/* The label of the tick at @day, the short form where @format does not fit before @next. What began
 * before the chart is only told where that takes no room from the next. */
static char *
choose_label (const DdTextScale *self, int day, int next, const char *format, const char *shorter)
{
  gboolean last = next == self->n_days;
  int room = (last ? self->width : find_column (self, next) - 1) - find_column (self, day);
  g_autofree char *label = format_tick (self, day, format);

  if (dd_text_width (label) <= room)
    return g_steal_pointer (&label);
  g_free (label);
  label = format_tick (self, day, shorter);
  if (day > 0 || dd_text_width (label) <= room)
    return g_steal_pointer (&label);
  return NULL;
}

/* The first column has a label, for what began before it, and every tick as far as they do not
 * touch. */
static char *
label_ticks (const DdTextScale *self, Tick tick, const char *format, const char *shorter)
{
  GString *line = g_string_new (NULL);
  int used = 0;
  int next;

  for (int day = 0; day < self->n_days; day = next)
    {
      int column = find_column (self, day);
      g_autofree char *label = NULL;

      next = find_next_tick (self, day, tick);
      label = choose_label (self, day, next, format, shorter);
      if (label == NULL || (used > 0 && column <= used)
          || column + dd_text_width (label) > self->width)
        continue;
      g_string_append_printf (line, "%*s%s", column - used, "", label);
      used = column + dd_text_width (label);
    }
  return g_string_free (line, FALSE);
}

char *
dd_text_scale_get_title (const DdTextScale *self, gboolean lower)
{
  if (self->column_days > 2 && lower)
    return label_ticks (self, TICK_MONTH, "%b", "%b");
  if (self->column_days > 2)
    return label_ticks (self, TICK_YEAR, "%Y", "%Y");
  if (!lower)
    return label_ticks (self, TICK_MONTH, "%b %Y", "%b");
  return label_ticks (self, self->day_columns >= DAY_LABEL_COLUMNS ? TICK_DAY : TICK_MONDAY, "%-d",
                      "%-d");
}
