/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where output goes that no terminal shows, or one that does not tell its width. */
#define DD_TERMINAL_DEFAULT_WIDTH 100

/* Narrower than this nothing can be laid out; wider no line is followed by the eye. */
#define DD_TERMINAL_MIN_WIDTH 40
#define DD_TERMINAL_MAX_WIDTH 400

/* What output may look like: a value. */
typedef struct
{
  int width;       /* in columns */
  gboolean styled; /* colours and bold may be used */
} DdTerminal;

/**
 * DdStyle:
 * @DD_STYLE_PLAIN: as the terminal writes by itself
 * @DD_STYLE_HEADING: what titles other lines
 * @DD_STYLE_FAINT: what may be overlooked
 * @DD_STYLE_ALERT: what is late
 * @DD_STYLE_CUSTOMER: the customer's work
 * @DD_STYLE_CONSULTANT: the consultant's work
 * @DD_STYLE_MANAGER: the project manager's work
 * @DD_STYLE_SHARED: work of several
 *
 * A style only repeats what the text says by itself.
 */
typedef enum
{
  DD_STYLE_PLAIN,
  DD_STYLE_HEADING,
  DD_STYLE_FAINT,
  DD_STYLE_ALERT,
  DD_STYLE_CUSTOMER,
  DD_STYLE_CONSULTANT,
  DD_STYLE_MANAGER,
  DD_STYLE_SHARED,
} DdStyle;

/* What standard output is: its width is COLUMNS, else what the terminal says, else
 * DD_TERMINAL_DEFAULT_WIDTH. Styles need a terminal that is not "dumb", and no NO_COLOR. */
DdTerminal dd_terminal_get (void);

/* Appends @text in @style, if styles may be used. */
void dd_terminal_append (const DdTerminal *self, GString *string, DdStyle style, const char *text);

G_END_DECLS
