/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "notify/dd-background.h"

#include "notify/dd-autostart.h"
#include "notify/dd-background-portal.h"
#include "notify/dd-sandbox.h"

#include <glib/gi18n.h>

#define KEY_RUN   "run-in-background"
#define KEY_START "start-at-login"
#define KEY_ASKED "background-asked"

struct _DdBackground
{
  GObject parent_instance;

  GApplication *application; /* (weak) (nullable): NULL when it is over */
  GSettings *settings;       /* (owned) */
  gboolean holding;
  gboolean released;  /* the user wants the program to end */
  guint n_requests;   /* that the portal has not answered */
  gboolean following; /* what the settings are set to by this is not to be followed */
};

enum
{
  REFUSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DdBackground, dd_background, G_TYPE_OBJECT)

static void
hold (DdBackground *self, gboolean wanted)
{
  if (wanted == self->holding || (wanted && self->released))
    return;
  self->holding = wanted;
  if (self->application == NULL)
    return;
  if (wanted)
    g_application_hold (self->application);
  else
    g_application_release (self->application);
}

static gboolean
wants (DdBackground *self, const char *key)
{
  return g_settings_get_boolean (self->settings, key);
}

/* Sets @key to what is, not to what is wanted. */
static void
correct (DdBackground *self, const char *key, gboolean value)
{
  self->following = FALSE;
  g_settings_set_boolean (self->settings, key, value);
  self->following = TRUE;
}

/* --- In a sandbox --- */

static void
take_grant (DdBackground *self, const DdBackgroundGrant *grant)
{
  gboolean runs = wants (self, KEY_RUN);
  gboolean no_run = runs && !grant->background;
  gboolean no_start = runs && wants (self, KEY_START) && !grant->autostart;

  if (no_run)
    {
      correct (self, KEY_RUN, FALSE);
      hold (self, FALSE);
    }
  if (no_start)
    correct (self, KEY_START, FALSE);
  if (no_run || no_start)
    g_signal_emit (self, signals[REFUSED], 0,
                   no_run ? _ ("The desktop does not let Drydock run in the background.")
                          : _ ("The desktop does not start Drydock at login."));
}

/* Only the answer to what was asked last counts. Where there is no such portal nobody forbids it,
 * and nobody starts it at login. */
static void
on_granted (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DdBackground) self = user_data;
  DdBackgroundGrant grant = { .background = TRUE };

  dd_background_portal_request_finish (result, &grant, NULL);
  self->n_requests--;
  if (self->n_requests == 0)
    take_grant (self, &grant);
}

static void
ask_portal (DdBackground *self)
{
  gboolean start = wants (self, KEY_RUN) && wants (self, KEY_START);

  self->n_requests++;
  dd_background_portal_request_async (start, NULL, on_granted, g_object_ref (self));
}

/* --- Following the settings --- */

/* Without a sandbox the entry is what counts. */
static void
follow_start (DdBackground *self)
{
  gboolean wanted = wants (self, KEY_RUN) && wants (self, KEY_START);
  g_autoptr (GError) error = NULL;

  if (wanted == dd_autostart_is_on () || dd_autostart_set (wanted, &error))
    return;
  correct (self, KEY_START, dd_autostart_is_on ());
  g_signal_emit (self, signals[REFUSED], 0, error->message);
}

static void
on_setting (DdBackground *self)
{
  if (!self->following)
    return;
  hold (self, wants (self, KEY_RUN));
  if (dd_sandbox_is_used ())
    ask_portal (self);
  else
    follow_start (self);
}

/* --- Asking --- */

static void
on_answered (AdwMessageDialog *dialog, const char *response, DdBackground *self)
{
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (dialog));

  if (g_str_equal (response, "cancel"))
    return;
  g_settings_set_boolean (self->settings, KEY_ASKED, TRUE);
  g_settings_set_boolean (self->settings, KEY_RUN, g_str_equal (response, "keep"));
  /* The question outlives its answer for a moment; the window it stands before may not. */
  gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);
  gtk_window_close (window);
}

gboolean
dd_background_ask (DdBackground *self, GtkWindow *window)
{
  GtkWidget *dialog;

  g_return_val_if_fail (DD_IS_BACKGROUND (self), FALSE);
  if (self->released || wants (self, KEY_ASKED) || wants (self, KEY_RUN))
    return FALSE;
  dialog = adw_message_dialog_new (
      window, _ ("Keep Reminding You?"),
      _ ("Reminders come only while Drydock runs. It can stay in the background, where it does "
         "nothing until one is due. The preferences have this too."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "quit",
                                    _ ("_Quit"), "keep", _ ("_Keep Running"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "keep",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_answered), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  return TRUE;
}

void
dd_background_release (DdBackground *self)
{
  g_return_if_fail (DD_IS_BACKGROUND (self));
  self->released = TRUE;
  hold (self, FALSE);
}

/* --- Object --- */

static void
dd_background_dispose (GObject *object)
{
  DdBackground *self = DD_BACKGROUND (object);

  hold (self, FALSE);
  g_clear_weak_pointer (&self->application);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (dd_background_parent_class)->dispose (object);
}

static void
dd_background_class_init (DdBackgroundClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dd_background_dispose;
  signals[REFUSED] = g_signal_new ("refused", DD_TYPE_BACKGROUND, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
dd_background_init (DdBackground *self)
{
  self->following = TRUE;
}

DdBackground *
dd_background_new (GApplication *application, GSettings *settings)
{
  DdBackground *self;

  g_return_val_if_fail (G_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  self = g_object_new (DD_TYPE_BACKGROUND, NULL);
  g_set_weak_pointer (&self->application, application);
  self->settings = g_object_ref (settings);
  /* Somebody may have removed the entry, or switched it off. */
  if (!dd_sandbox_is_used () && wants (self, KEY_RUN))
    correct (self, KEY_START, dd_autostart_is_on ());
  hold (self, wants (self, KEY_RUN));
  g_signal_connect_object (settings, "changed::" KEY_RUN, G_CALLBACK (on_setting), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::" KEY_START, G_CALLBACK (on_setting), self,
                           G_CONNECT_SWAPPED);
  return self;
}
