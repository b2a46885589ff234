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
      self.first = find_monday (self.first);
      self.n_days = (int) (last - self.first) + 1;
    }
  self.width = MIN (width, (self.n_days + self.column_days - 1) / self.column_days);
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

static char *
format_tick (const DdTextScale *self, guint32 day, Tick tick, const char *month_format)
{
  static const char *const formats[] = {
    [TICK_DAY] = "%-d",
    [TICK_MONDAY] = "%-d",
    [TICK_YEAR] = "%Y",
  };
  gint64 start = dd_calendar_julian_start (self->calendar, day);

  return dd_calendar_format (self->calendar, start,
                             tick == TICK_MONTH ? month_format : formats[tick]);
}

/* A label stands where its day begins, or at the left edge for what began before it; it is left out
 * when it does not fit between the label before it and what ends it: the next tick or the edge. */
static char *
label_ticks (const DdTextScale *self, Tick tick, const char *month_format)
{
  GString *line = g_string_new (NULL);
  int used = 0;
  GDate date;

  g_date_clear (&date, 1);
  for (int i = 0; i < self->n_days; i++)
    {
      guint32 day = self->first + (guint32) i;
      int column = i * self->day_columns / self->column_days;
      g_autofree char *label = NULL;

      g_date_set_julian (&date, day);
      if (i > 0 && !is_tick (&date, tick))
        continue;
      label = format_tick (self, day, tick, month_format);
      if ((used > 0 && column < used + 1) || column + dd_text_width (label) > self->width)
        continue;
      g_string_append_printf (line, "%*s%s", column - used, "", label);
      used = column + dd_text_width (label);
    }
  return g_string_free (line, FALSE);
}

char *
dd_text_scale_get_title (const DdTextScale *self, gboolean lower)
{
  if (self->column_days > 2)
    return label_ticks (self, lower ? TICK_MONTH : TICK_YEAR, "%b");
  if (!lower)
    return label_ticks (self, TICK_MONTH, "%b %Y");
  return label_ticks (self, self->day_columns >= DAY_LABEL_COLUMNS ? TICK_DAY : TICK_MONDAY, NULL);
}
