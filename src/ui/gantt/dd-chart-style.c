/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "gantt/dd-chart-style.h"

#include "service/dd-service.h"

/* The same rows for each of the four desktops: light, dark, and both in high contrast. */
typedef struct
{
  const char *background, *foreground, *dim, *line, *strong_line, *off, *selected, *hovered;
  const char *now, *deadline, *late, *baseline;
  const char *customer[3], *consultant[3], *manager[3], *nobody[3];
} Palette;

static const Palette light = {
  "#ffffff",
  "rgba(0,0,0,0.8)",
  "rgba(0,0,0,0.55)",
  "rgba(0,0,0,0.06)",
  "rgba(0,0,0,0.15)",
  "rgba(0,0,0,0.035)",
  "rgba(53,132,228,0.14)",
  "rgba(0,0,0,0.04)",
  "#1c71d8",
  "#e01b24",
  "#c01c28",
  "rgba(0,0,0,0.32)",
  { "#ffbe6f", "#c64600", "#3d1f00" },
  { "#99c1f1", "#1a5fb4", "#06264d" },
  { "#dc8add", "#813d9c", "#33103f" },
  { "#deddda", "#77767b", "#241f31" },
};

static const Palette dark = {
  "#1e1e1e",
  "#ffffff",
  "rgba(255,255,255,0.6)",
  "rgba(255,255,255,0.07)",
  "rgba(255,255,255,0.18)",
  "rgba(255,255,255,0.04)",
  "rgba(53,132,228,0.3)",
  "rgba(255,255,255,0.06)",
  "#78aeed",
  "#ff7b63",
  "#ff7b63",
  "rgba(255,255,255,0.4)",
  { "#a65b14", "#ffbe6f", "#ffffff" },
  { "#1f5ea8", "#99c1f1", "#ffffff" },
  { "#7d3d95", "#dc8add", "#ffffff" },
  { "#5e5c64", "#c0bfbc", "#ffffff" },
};

static const Palette light_contrast = {
  "#ffffff",
  "#000000",
  "rgba(0,0,0,0.85)",
  "rgba(0,0,0,0.25)",
  "rgba(0,0,0,0.6)",
  "rgba(0,0,0,0.09)",
  "rgba(53,132,228,0.3)",
  "rgba(0,0,0,0.1)",
  "#1a5fb4",
  "#a51d2d",
  "#a51d2d",
  "rgba(0,0,0,0.7)",
  { "#ffbe6f", "#000000", "#000000" },
  { "#99c1f1", "#000000", "#000000" },
  { "#dc8add", "#000000", "#000000" },
  { "#deddda", "#000000", "#000000" },
};

static const Palette dark_contrast = {
  "#000000",
  "#ffffff",
  "rgba(255,255,255,0.9)",
  "rgba(255,255,255,0.3)",
  "rgba(255,255,255,0.65)",
  "rgba(255,255,255,0.12)",
  "rgba(53,132,228,0.55)",
  "rgba(255,255,255,0.15)",
  "#99c1f1",
  "#ff938c",
  "#ff938c",
  "rgba(255,255,255,0.8)",
  { "#803f00", "#ffffff", "#ffffff" },
  { "#1a4f91", "#ffffff", "#ffffff" },
  { "#613583", "#ffffff", "#ffffff" },
  { "#3d3846", "#ffffff", "#ffffff" },
};

static void
parse (GdkRGBA *color, const char *text)
{
  gboolean known = gdk_rgba_parse (color, text);

  g_assert (known);
}

static void
parse_owner (DdOwnerColors *colors, const char *const texts[3])
{
  parse (&colors->fill, texts[0]);
  parse (&colors->outline, texts[1]);
  parse (&colors->text, texts[2]);
}

void
dd_chart_style_init (DdChartStyle *style, gboolean is_dark, gboolean high_contrast)
{
  const Palette *palette =
      high_contrast ? (is_dark ? &dark_contrast : &light_contrast) : (is_dark ? &dark : &light);

  g_return_if_fail (style != NULL);
  parse (&style->background, palette->background);
  parse (&style->foreground, palette->foreground);
  parse (&style->dim, palette->dim);
  parse (&style->line, palette->line);
  parse (&style->strong_line, palette->strong_line);
  parse (&style->off, palette->off);
  parse (&style->selected, palette->selected);
  parse (&style->hovered, palette->hovered);
  parse (&style->now, palette->now);
  parse (&style->deadline, palette->deadline);
  parse (&style->late, palette->late);
  parse (&style->baseline, palette->baseline);
  parse_owner (&style->customer, palette->customer);
  parse_owner (&style->consultant, palette->consultant);
  parse_owner (&style->manager, palette->manager);
  parse_owner (&style->nobody, palette->nobody);
}

const DdOwnerColors *
dd_chart_style_get_owner (const DdChartStyle *style, guint owner)
{
  if (owner & DD_OWNER_CONSULTANT)
    return &style->consultant;
  if (owner & DD_OWNER_MANAGER)
    return &style->manager;
  if (owner & DD_OWNER_CUSTOMER)
    return &style->customer;
  return &style->nobody;
}
