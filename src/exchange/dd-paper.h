/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/*
 * DdPaper: a document of text for print, page after page, as PDF.
 *
 * What is put on it stands below what was put before; a page that is full is followed by the next,
 * between two lines of a text if need be. Each page has a line at its top and its number at the
 * bottom. Measures are in points.
 */
typedef struct _DdPaper DdPaper;

typedef enum
{
  DD_PAPER_A4,
  DD_PAPER_LETTER,
} DdPaperSize;

typedef enum
{
  DD_PAPER_TITLE,
  DD_PAPER_HEADING,
  DD_PAPER_LABEL,
  DD_PAPER_TEXT,
  DD_PAPER_HINT,
} DdPaperStyle;

/**
 * DdPaperBox:
 * @DD_PAPER_BOX_CHECK: any number may be crossed
 * @DD_PAPER_BOX_RADIO: one may be crossed
 */
typedef enum
{
  DD_PAPER_BOX_CHECK,
  DD_PAPER_BOX_RADIO,
} DdPaperBox;

#define DD_PAPER_ERROR (dd_paper_error_quark ())

/**
 * DdPaperError:
 * @DD_PAPER_ERROR_CAIRO: cairo could not draw or encode it
 */
typedef enum
{
  DD_PAPER_ERROR_CAIRO,
} DdPaperError;

/* The error domain of documents. */
GQuark dd_paper_error_quark (void);

/* Puts everything on @paper. It is called twice, the first time to count the pages. */
typedef void (*DdPaperDraw) (DdPaper *paper, gpointer data);

/* Returns: the size of paper in the user's country (LC_PAPER) */
DdPaperSize dd_paper_size_get_default (void);

/* Prints what @draw puts on pages of @size, with @head at the top of each; with @rtl it is read from
 * right to left. @title is the document's own.
 * Returns: (transfer full): the PDF, or NULL with a DdPaperError */
GBytes *dd_paper_print (DdPaperSize size, gboolean rtl, const char *title, const char *head,
                        DdPaperDraw draw, gpointer data, GError **error);

/* Leaves @height free, unless at the top of a page. */
void dd_paper_add_space (DdPaper *self, double height);

/* Goes to the next page if there is less than @height left on this one. */
void dd_paper_need (DdPaper *self, double height);

/* Puts @text (nullable or empty: nothing). */
void dd_paper_add_text (DdPaper *self, DdPaperStyle style, const char *text);

/* Puts @n lines to write on. */
void dd_paper_add_lines (DdPaper *self, guint n);

/* Puts a line from margin to margin, below a heading. */
void dd_paper_add_rule (DdPaper *self);

/* Puts a box to be crossed, or that is @crossed, and what it stands for. */
void dd_paper_add_box (DdPaper *self, DdPaperBox box, gboolean crossed, const char *label);

/* Puts a row of a table: @n cells (NULL: empty) of equal width, with a frame each, at least @height
 * high. A row of more text than a page holds goes on on the next. */
void dd_paper_add_row (DdPaper *self, DdPaperStyle style, const char *const *cells, guint n,
                       double height);

/* Returns: on which page it is now, from 1: a table's head is put again on another */
guint dd_paper_get_page (const DdPaper *self);

G_END_DECLS
