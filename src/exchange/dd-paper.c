/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-paper.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <pango/pangocairo.h>

#define MARGIN      48.0
#define HEAD_HEIGHT 28.0
#define FOOT_HEIGHT 24.0
#define LINE_HEIGHT 22.0
#define BOX_SIZE    9.0
#define BOX_ROOM    18.0
#define CELL_MARGIN 4.0

struct _DdPaper
{
  cairo_t *cr;           /* (owned) */
  PangoContext *context; /* (owned) */
  const char *head;
  gboolean rtl;
  double width;
  double height;
  double y;      /* where the next thing goes */
  guint page;    /* from 1 */
  guint n_pages; /* 0: not known yet */
};

G_DEFINE_QUARK (dd_paper_error, dd_paper_error)

static const struct
{
  const char *font;
  double gray;
} styles[] = {
  [DD_PAPER_TITLE] = { "Cantarell, Sans Bold 18", 0.0 },
  [DD_PAPER_HEADING] = { "Cantarell, Sans Bold 13", 0.0 },
  [DD_PAPER_LABEL] = { "Cantarell, Sans Bold 10", 0.0 },
  [DD_PAPER_TEXT] = { "Cantarell, Sans 10", 0.0 },
  [DD_PAPER_HINT] = { "Cantarell, Sans 8.5", 0.35 },
};

/* --- Text --- */

static double
get_bottom (const DdPaper *self)
{
  return self->height - MARGIN - FOOT_HEIGHT;
}

static double
get_line_width (const DdPaper *self)
{
  return self->width - 2 * MARGIN;
}

static PangoLayout *
make_layout (DdPaper *self, DdPaperStyle style, const char *text, double width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (styles[style].font);
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, valid, -1);
  return layout;
}

static double
get_layout_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

static void
set_gray (DdPaper *self, double gray)
{
  cairo_set_source_rgb (self->cr, gray, gray, gray);
}

/* The line of @iter, whose layout stands at @x, with its top at @y. Returns: its height */
static double
draw_line (DdPaper *self, PangoLayoutIter *iter, double x, double y)
{
  PangoRectangle all;
  int baseline = pango_layout_iter_get_baseline (iter);

  pango_layout_iter_get_line_extents (iter, NULL, &all);
  cairo_move_to (self->cr, x + (double) all.x / PANGO_SCALE,
                 y + (double) (baseline - all.y) / PANGO_SCALE);
  pango_cairo_show_layout_line (self->cr, pango_layout_iter_get_line_readonly (iter));
  return (double) all.height / PANGO_SCALE;
}

static double
measure_line (PangoLayoutIter *iter)
{
  PangoRectangle all;

  pango_layout_iter_get_line_extents (iter, NULL, &all);
  return (double) all.height / PANGO_SCALE;
}

/* --- Pages --- */

static void
draw_margin_text (DdPaper *self, const char *text, double y, PangoAlignment alignment)
{
  g_autoptr (PangoLayout) layout = make_layout (self, DD_PAPER_HINT, text, get_line_width (self));

  pango_layout_set_height (layout, 0);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, alignment);
  set_gray (self, styles[DD_PAPER_HINT].gray);
  cairo_move_to (self->cr, MARGIN, y);
  pango_cairo_show_layout (self->cr, layout);
}

static void
begin_page (DdPaper *self)
{
  /* Translators: the number of a page and of all pages */
  g_autofree char *number = g_strdup_printf (_ ("Page %u of %u"), self->page, self->n_pages);

  draw_margin_text (self, self->head, MARGIN, PANGO_ALIGN_LEFT);
  draw_margin_text (self, number, self->height - MARGIN - FOOT_HEIGHT / 2, PANGO_ALIGN_CENTER);
  self->y = MARGIN + HEAD_HEIGHT;
}

static void
turn_page (DdPaper *self)
{
  cairo_show_page (self->cr);
  self->page++;
  begin_page (self);
}

static gboolean
is_at_top (const DdPaper *self)
{
  return self->y <= MARGIN + HEAD_HEIGHT;
}

/* --- What stands on them --- */

void
dd_paper_add_space (DdPaper *self, double height)
{
  if (!is_at_top (self))
    self->y += height;
}

void
dd_paper_need (DdPaper *self, double height)
{
  if (self->y + height > get_bottom (self) && !is_at_top (self))
    turn_page (self);
}

/* Puts @text between @start and the other margin, or, from right to left, mirrored. */
static void
add_text_beside (DdPaper *self, DdPaperStyle style, const char *text, double start)
{
  double x = MARGIN + (self->rtl ? 0 : start);
  g_autoptr (PangoLayout) layout = make_layout (self, style, text, get_line_width (self) - start);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do
    {
      dd_paper_need (self, measure_line (iter));
      set_gray (self, styles[style].gray);
      self->y += draw_line (self, iter, x, self->y);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

void
dd_paper_add_text (DdPaper *self, DdPaperStyle style, const char *text)
{
  if (text != NULL && text[0] != '\0')
    add_text_beside (self, style, text, 0);
}

static void
draw_rule (DdPaper *self, double y, double gray)
{
  set_gray (self, gray);
  cairo_set_line_width (self->cr, 0.6);
  cairo_move_to (self->cr, MARGIN, y);
  cairo_line_to (self->cr, self->width - MARGIN, y);
  cairo_stroke (self->cr);
}

void
dd_paper_add_lines (DdPaper *self, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      dd_paper_need (self, LINE_HEIGHT);
      self->y += LINE_HEIGHT;
      draw_rule (self, self->y, 0.5);
    }
}

void
dd_paper_add_rule (DdPaper *self)
{
  self->y += 3;
  draw_rule (self, self->y, 0.0);
}

static void
draw_box (DdPaper *self, DdPaperBox box, gboolean crossed, double x, double y)
{
  cairo_t *cr = self->cr;

  set_gray (self, 0);
  cairo_set_line_width (cr, 0.8);
  if (box == DD_PAPER_BOX_CHECK)
    cairo_rectangle (cr, x, y, BOX_SIZE, BOX_SIZE);
  else
    {
      cairo_new_sub_path (cr);
      cairo_arc (cr, x + BOX_SIZE / 2, y + BOX_SIZE / 2, BOX_SIZE / 2, 0, 2 * G_PI);
    }
  if (crossed)
    for (int down = 0; down < 2; down++)
      {
        cairo_move_to (cr, x + 2, y + (down ? 2 : BOX_SIZE - 2));
        cairo_line_to (cr, x + BOX_SIZE - 2, y + (down ? BOX_SIZE - 2 : 2));
      }
  cairo_stroke (cr);
}

void
dd_paper_add_box (DdPaper *self, DdPaperBox box, gboolean crossed, const char *label)
{
  double x = self->rtl ? self->width - MARGIN - BOX_SIZE : MARGIN;

  dd_paper_need (self, BOX_ROOM);
  dd_paper_add_space (self, 3);
  draw_box (self, box, crossed, x, self->y + 3);
  add_text_beside (self, DD_PAPER_TEXT, label, BOX_ROOM);
}

/* --- Tables --- */

/* What fits of the cells between @top and @bottom, each from where its @iters is. Returns: the
 * height that it takes */
static double
draw_cells (DdPaper *self, PangoLayoutIter **iters, guint n, double bottom)
{
  double width = get_line_width (self) / n, deepest = 0;

  for (guint i = 0; i < n; i++)
    {
      double x = MARGIN + width * (self->rtl ? n - 1 - i : i) + CELL_MARGIN;
      double y = self->y + CELL_MARGIN;

      while (iters[i] != NULL && y + measure_line (iters[i]) + CELL_MARGIN <= bottom)
        {
          y += draw_line (self, iters[i], x, y);
          if (!pango_layout_iter_next_line (iters[i]))
            g_clear_pointer (&iters[i], pango_layout_iter_free);
        }
      deepest = MAX (deepest, y + CELL_MARGIN - self->y);
    }
  return deepest;
}

static void
draw_frames (DdPaper *self, guint n, double height)
{
  double width = get_line_width (self) / n;

  set_gray (self, 0.5);
  cairo_set_line_width (self->cr, 0.6);
  for (guint i = 0; i < n; i++)
    cairo_rectangle (self->cr, MARGIN + width * i, self->y, width, height);
  cairo_stroke (self->cr);
}

static gboolean
have_more (PangoLayoutIter **iters, guint n)
{
  for (guint i = 0; i < n; i++)
    if (iters[i] != NULL)
      return TRUE;
  return FALSE;
}

void
dd_paper_add_row (DdPaper *self,
                  DdPaperStyle style,
                  const char *const *cells,
                  guint n,
                  double height)
{
  g_autoptr (GPtrArray) layouts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree PangoLayoutIter **iters = g_new0 (PangoLayoutIter *, n);
  double width = get_line_width (self) / n - 2 * CELL_MARGIN;

  for (guint i = 0; i < n; i++)
    {
      PangoLayout *layout = make_layout (self, style, cells[i] != NULL ? cells[i] : "", width);

      g_ptr_array_add (layouts, layout);
      iters[i] = pango_layout_get_iter (layout);
      height = MAX (height, get_layout_height (layout) + 2 * CELL_MARGIN);
    }
  /* What a page cannot hold is begun where it stands. */
  dd_paper_need (self, MIN (height, get_bottom (self) - MARGIN - HEAD_HEIGHT));
  do
    {
      double room = get_bottom (self) - self->y, drawn;

      set_gray (self, styles[style].gray);
      drawn = draw_cells (self, iters, n, get_bottom (self));
      draw_frames (self, n, MIN (MAX (height, drawn), room));
      self->y += MIN (MAX (height, drawn), room);
      height -= room;
      if (have_more (iters, n))
        turn_page (self);
    }
  while (have_more (iters, n));
}

/* --- The document --- */

guint
dd_paper_get_page (const DdPaper *self)
{
  return self->page;
}

DdPaperSize
dd_paper_size_get_default (void)
{
  /* A number in the place of a pointer, in millimetres: so the C library has it. */
  int height = GPOINTER_TO_INT (nl_langinfo (_NL_PAPER_HEIGHT));

  return height == 279 ? DD_PAPER_LETTER : DD_PAPER_A4;
}

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static PangoContext *
make_context (gboolean rtl)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());

  pango_context_set_base_dir (context, rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  /* Glyphs as their outlines are: paper has no pixels. */
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_cairo_context_set_resolution (context, 72);
  return context;
}

/* Returns: what cairo says of it; @n_pages (in, out) is how many there are */
static cairo_status_t
draw_pages (DdPaper *self, const char *title, DdPaperDraw draw, gpointer data, GByteArray *bytes)
{
  cairo_surface_t *surface =
      cairo_pdf_surface_create_for_stream (append_bytes, bytes, self->width, self->height);
  cairo_status_t status;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  self->cr = cairo_create (surface);
  self->context = make_context (self->rtl);
  self->page = 1;
  begin_page (self);
  draw (self, data);
  cairo_show_page (self->cr);
  status = cairo_status (self->cr);
  g_clear_pointer (&self->cr, cairo_destroy);
  g_clear_object (&self->context);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  self->n_pages = self->page;
  return status;
}

GBytes *
dd_paper_print (DdPaperSize size,
                gboolean rtl,
                const char *title,
                const char *head,
                DdPaperDraw draw,
                gpointer data,
                GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  DdPaper self = { .head = head, .rtl = rtl };
  cairo_status_t status;

  self.width = size == DD_PAPER_LETTER ? 612 : 595.28;
  self.height = size == DD_PAPER_LETTER ? 792 : 841.89;
  status = draw_pages (&self, title, draw, data, bytes);
  if (status == CAIRO_STATUS_SUCCESS)
    {
      g_byte_array_set_size (bytes, 0);
      status = draw_pages (&self, title, draw, data, bytes);
    }
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  g_set_error (error, DD_PAPER_ERROR, DD_PAPER_ERROR_CAIRO, _ ("The pages could not be drawn: %s"),
               cairo_status_to_string (status));
  return NULL;
}
