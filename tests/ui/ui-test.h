/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "dd-context.h"
#include "dd-window.h"

G_BEGIN_DECLS

/* What the tests of the window share: a real window over a real file in a folder of its own, at an
 * instant that is set, and waiting for conditions with a bound. */

/* No condition of a test takes longer than this, in seconds, unless something is wrong. */
#define UI_TEST_BOUND 30

/* Runs the main loop until @condition holds; fails the test when it does not within the bound. */
#define ui_test_wait(condition)                                                                    \
  G_STMT_START                                                                                     \
  {                                                                                                \
    gint64 ui_test_end = g_get_monotonic_time () + UI_TEST_BOUND * G_USEC_PER_SEC;                 \
    while (!(condition))                                                                           \
      {                                                                                            \
        if (g_get_monotonic_time () > ui_test_end)                                                 \
          g_error ("%s:%d: waited %d s for: %s", __FILE__, __LINE__, UI_TEST_BOUND, #condition);   \
        if (!g_main_context_iteration (NULL, FALSE))                                               \
          g_usleep (1000);                                                                         \
      }                                                                                            \
  }                                                                                                \
  G_STMT_END

typedef struct
{
  char *folder;      /* with the database; removed at the end */
  char *database;
  DdContext *context;
  DdWindow *window;
} UiTest;

/* Prepares GTK and the test framework. Call it first. */
void ui_test_init (int *argc, char ***argv);

/* A fixture with an empty database, not opened yet, at Tuesday 2026-12-01 10:00 UTC. */
void ui_test_set_up (UiTest *self, gconstpointer data);

/* Closes the window, the database, and removes the folder. */
void ui_test_tear_down (UiTest *self, gconstpointer data);

/* Opens the window of @self and waits until it shows something. */
void ui_test_open_window (UiTest *self);

/* Waits until what was asked for in @widget, which is shown, is drawn, and what it loads has come: some
 * frames in which nothing else was left to do. */
void ui_test_settle (GtkWidget *widget);

/* Closes the window of @self and waits until it is gone; the database stays. */
void ui_test_close_window (UiTest *self);

/* The first widget below @root (it included) whose type is @type and, unless @name is NULL, whose
 * buildable id, title, label or text is @name. Returns: (nullable) (transfer none): it */
GtkWidget *ui_test_find (GtkWidget *root, GType type, const char *name);

G_END_DECLS
