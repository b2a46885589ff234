/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#define STYLE_END "\033[0m"

static const char *const style_begins[] = {
  [DD_STYLE_PLAIN] = "",
  [DD_STYLE_HEADING] = "\033[1m",
  [DD_STYLE_FAINT] = "\033[2m",
  [DD_STYLE_ALERT] = "\033[31m",
  [DD_STYLE_CUSTOMER] = "\033[33m",
  [DD_STYLE_CONSULTANT] = "\033[34m",
  [DD_STYLE_MANAGER] = "\033[35m",
  [DD_STYLE_SHARED] = "\033[36m",
};

static int
find_width (void)
{
  const char *columns = g_getenv ("COLUMNS");
  struct winsize size;
  guint64 width;

  if (columns != NULL && g_ascii_string_to_unsigned (columns, 10, 1, G_MAXINT, &width, NULL))
    return (int) CLAMP (width, DD_TERMINAL_MIN_WIDTH, DD_TERMINAL_MAX_WIDTH);
  if (ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    return CLAMP (size.ws_col, DD_TERMINAL_MIN_WIDTH, DD_TERMINAL_MAX_WIDTH);
  return DD_TERMINAL_DEFAULT_WIDTH;
}

static gboolean
is_styled (void)
{
  const char *no_color = g_getenv ("NO_COLOR");

  return isatty (STDOUT_FILENO) && (no_color == NULL || no_color[0] == '\0')
         && g_strcmp0 (g_getenv ("TERM"), "dumb") != 0;
}

DdTerminal
dd_terminal_get (void)
{
  return (DdTerminal){ find_width (), is_styled () };
}

void
dd_terminal_append (const DdTerminal *self, GString *string, DdStyle style, const char *text)
{
  if (!self->styled || style == DD_STYLE_PLAIN)
    g_string_append (string, text);
  else
    g_string_append_printf (string, "%s%s" STYLE_END, style_begins[style], text);
}
