/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "notify/dd-autostart.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#define GROUP G_KEY_FILE_DESKTOP_GROUP

static char *
dup_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "autostart", DD_APP_ID ".desktop", NULL);
}

gboolean
dd_autostart_is_on (void)
{
  g_autofree char *path = dup_path ();
  g_autoptr (GKeyFile) entry = g_key_file_new ();

  if (!g_key_file_load_from_file (entry, path, G_KEY_FILE_NONE, NULL))
    return FALSE;
  if (g_key_file_get_boolean (entry, GROUP, G_KEY_FILE_DESKTOP_KEY_HIDDEN, NULL))
    return FALSE;
  return !g_key_file_has_key (entry, GROUP, "X-GNOME-Autostart-enabled", NULL)
         || g_key_file_get_boolean (entry, GROUP, "X-GNOME-Autostart-enabled", NULL);
}

/* Quoted by the rules for Exec, to which the key file adds those for strings. */
char *
dd_autostart_dup_command (const char *program)
{
  GString *command = g_string_new ("\"");

  for (const char *c = program; *c != '\0'; c++)
    {
      if (*c == '%')
        g_string_append_c (command, '%');
      else if (strchr ("\"`$\\", *c) != NULL)
        g_string_append_c (command, '\\');
      g_string_append_c (command, *c);
    }
  g_string_append (command, "\" --gapplication-service");
  return g_string_free (command, FALSE);
}

static gboolean
write_entry (const char *path, GError **error)
{
  g_autoptr (GKeyFile) entry = g_key_file_new ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *program = g_file_read_link ("/proc/self/exe", error);
  g_autofree char *command = NULL;

  if (program == NULL)
    return FALSE;
  command = dd_autostart_dup_command (program);
  g_key_file_set_string (entry, GROUP, G_KEY_FILE_DESKTOP_KEY_TYPE, "Application");
  g_key_file_set_string (entry, GROUP, G_KEY_FILE_DESKTOP_KEY_NAME, _ ("Drydock"));
  g_key_file_set_string (entry, GROUP, G_KEY_FILE_DESKTOP_KEY_COMMENT, _ ("Tell reminders"));
  g_key_file_set_string (entry, GROUP, G_KEY_FILE_DESKTOP_KEY_ICON, DD_APP_ID);
  g_key_file_set_string (entry, GROUP, G_KEY_FILE_DESKTOP_KEY_EXEC, command);
  g_key_file_set_boolean (entry, GROUP, "X-GNOME-UsesNotifications", TRUE);
  /* What cannot be made is told by the writing. */
  g_mkdir_with_parents (folder, 0700);
  return g_key_file_save_to_file (entry, path, error);
}

gboolean
dd_autostart_set (gboolean on, GError **error)
{
  g_autofree char *path = dup_path ();
  int problem;

  if (on)
    return write_entry (path, error);
  if (g_unlink (path) == 0 || errno == ENOENT)
    return TRUE;
  problem = errno;
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (problem),
               _ ("“%s” could not be removed, so Drydock still starts at login: %s"), path,
               g_strerror (problem));
  return FALSE;
}
