"""Counts with the right plural, and how long ago something was."""

from __future__ import annotations

from datetime import datetime


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 visit", "2 visits", "1,200 assessments"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def ago(moment: datetime | None, now: datetime) -> str:
    """How long before `now` something happened, plainly: "never", "just now", "2 min ago", "3 Nov 2026".

    Both moments know their time zone. A moment in the future (a clock was set back) reads "just now".
    """
    if moment is None:
        return "never"
    seconds = (now - moment).total_seconds()
    if seconds < 60:
        return "just now"
    if seconds < 3600:
        return f"{int(seconds // 60)} min ago"
    if seconds < 24 * 3600:
        return f"{int(seconds // 3600)} h ago"
    days = int(seconds // (24 * 3600))
    if days < 7:
        return count(days, "day") + " ago"
    local = moment.astimezone(now.tzinfo)
    return f"{local.day} {local:%b %Y}"
