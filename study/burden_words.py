"""How much more or less a schedule asks for than before, in words: in a line, and visit by visit."""

from __future__ import annotations

from typing import Final

from study.burden import BurdenDifference
from study.language import translate

_MOST_VISITS: Final = 12


def difference_line(difference: BurdenDifference) -> str:
    """ "+1 visit · +12 assessments · −2 samples"; "" where both ask for the same."""
    visits, assessments, samples = difference.visits, difference.assessments, difference.samples
    parts = []
    if visits:
        parts.append(
            translate("burden", "+%n visit(s)", "", visits)
            if visits > 0
            else translate("burden", "−%n visit(s)", "", -visits)
        )
    if assessments:
        parts.append(
            translate("burden", "+%n assessment(s)", "", assessments)
            if assessments > 0
            else translate("burden", "−%n assessment(s)", "", -assessments)
        )
    if samples:
        parts.append(
            translate("burden", "+%n sample(s)", "", samples)
            if samples > 0
            else translate("burden", "−%n sample(s)", "", -samples)
        )
    return " · ".join(parts)


def difference_lines(difference: BurdenDifference) -> list[str]:
    """What the difference is made of: totals before and after, then the visits that came, went, or ask otherwise."""
    if difference.is_none:
        return []
    before, after = difference.before, difference.after
    lines = [
        translate("burden", "Visits: {before}, now {after}").format(
            before=len(before.visits), after=len(after.visits)
        ),
        translate("burden", "Planned assessments: {before}, now {after}").format(
            before=before.assessments, after=after.assessments
        ),
        translate("burden", "Samples: {before}, now {after}").format(
            before=before.samples, after=after.samples
        ),
    ]
    told = [translate("burden", "New: {visit}").format(visit=title) for title in difference.come]
    told += [translate("burden", "Gone: {visit}").format(visit=title) for title in difference.gone]
    told += [
        translate("burden", "{visit}: {assessments}").format(
            visit=title,
            assessments=translate("burden", "+%n assessment(s)", "", assessments)
            if assessments > 0
            else translate("burden", "−%n assessment(s)", "", -assessments),
        )
        for title, assessments, _ in difference.changed
        if assessments
    ]
    lines += told[:_MOST_VISITS]
    if len(told) > _MOST_VISITS:
        lines.append(translate("burden", "%n more", "", len(told) - _MOST_VISITS))
    return lines
