"""What an edit moves further than itself, in words, to be said before it is kept."""

from __future__ import annotations

from dataclasses import dataclass

from study.language import translate
from study.timeline import PlannedTimes
from study.visit_title import visit_title
from study.wording import day_text

_NAMED = 3  # visits that move which are told one by one


@dataclass(frozen=True, slots=True)
class Days:
    """When the visits of a timeline are, by key: the offset to compare, the day's words; and what each is called.

    Values that outlive a preview, unlike the views they are made of.
    """

    of: dict[str, tuple[object, str]]
    names: dict[str, str]


def days_of(times: PlannedTimes) -> Days:
    """When each visit of a timeline is planned now."""
    return Days(
        {key: (planned.offset, day_text(planned)) for key, planned in times.times.items()},
        {key: visit_title(planned) for key, planned in times.times.items()},
    )


def moved_words(before: Days, after: Days, own: str = "") -> str:
    """What moves: "Day 57 → Day 64. 5 visits move with it: Week 10 ..."; "" where nothing does.

    `own`: the key of the visit that the edit is about, "" for none.
    """
    moved = [key for key, (offset, _) in after.of.items() if key in before.of and before.of[key][0] != offset]
    lines: list[str] = []
    if own in moved:
        lines.append(_from_to(before.of[own][1], after.of[own][1]))
    others = [key for key in moved if key != own]
    if not others:
        return "\n".join(lines)
    words = (
        translate("inspector", "%n visit(s) (move) with it:", "", len(others))
        if own
        else translate("inspector", "%n visit(s) (move):", "", len(others))
    )
    lines.append(words)
    lines += [_line(key, before, after) for key in others[:_NAMED]]
    if len(others) > _NAMED:
        lines.append(translate("inspector", "and %n more", "", len(others) - _NAMED))
    return "\n".join(lines)


def _line(key: str, before: Days, after: Days) -> str:
    move = _from_to(before.of[key][1], after.of[key][1])
    return translate("inspector", "{visit}: {move}").format(visit=after.names[key], move=move)


def _from_to(old: str, new: str) -> str:
    unknown = translate("inspector", "no planned day")
    return translate("inspector", "{old} → {new}").format(old=old or unknown, new=new or unknown)
