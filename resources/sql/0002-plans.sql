-- SPDX-FileCopyrightText: The Drydock contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What keeps the dates of plans up to date.

-- Why a case has no plan of today; its dates are those of the last plan there was.
ALTER TABLE cases ADD COLUMN plan_error TEXT;

-- How far the open cases are planned on the newest day on which that was begun. One row, once there
-- was something to plan.
CREATE TABLE replanning (
  one INTEGER PRIMARY KEY NOT NULL CHECK (one = 1),
  day TEXT NOT NULL CHECK (date (day) IS day),
  reached INTEGER -- the rowid of the last case that is planned; null: all are
) STRICT;
