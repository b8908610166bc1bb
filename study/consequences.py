"""What an edit moves further than itself, in words, to be said before it is kept."""

from __future__ import annotations

from study.language import translate
from study.timeline import PlannedTime, PlannedTimes
from study.visit_title import visit_title
from study.wording import day_text

_NAMED = 3  # visits that move which are told one by one


def moved_words(before: PlannedTimes, after: PlannedTimes, own: str = "") -> str:
    """What moves in a timeline: "Day 57 → Day 64. 5 visits move with it: Week 10 ..."; "" where nothing does.

    `own`: the key of the visit that the edit is about, "" for none. Words, not views: they outlive a preview.
    """
    moved = [
        key
        for key, planned in after.times.items()
        if (was := before.times.get(key)) is not None and was.offset != planned.offset
    ]
    lines: list[str] = []
    if own in moved:
        lines.append(_from_to(before.times[own], after.times[own]))
    others = [key for key in moved if key != own]
    if not others:
        return "\n".join(lines)
    words = (
        translate("inspector", "%n visit(s) (move) with it:", "", len(others))
        if own
        else translate("inspector", "%n visit(s) (move):", "", len(others))
    )
    lines.append(words)
    for key in others[:_NAMED]:
        move = _from_to(before.times[key], after.times[key])
        name = visit_title(after.times[key])
        lines.append(translate("inspector", "{visit}: {move}").format(visit=name, move=move))
    if len(others) > _NAMED:
        lines.append(translate("inspector", "and %n more", "", len(others) - _NAMED))
    return "\n".join(lines)


def _from_to(old: PlannedTime, new: PlannedTime) -> str:
    unknown = translate("inspector", "no planned day")
    return translate("inspector", "{old} → {new}").format(
        old=day_text(old) or unknown, new=day_text(new) or unknown
    )
