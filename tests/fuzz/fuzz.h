/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

/* One run of a target on @size bytes that need not end with a zero. What is wrong aborts. The name
 * is libFuzzer's, which calls it; so does replay.c. Returns: 0 */
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);
