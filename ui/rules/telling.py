"""What the builder tells in words: what sample data come to, and what the rules do to the decision, as short lines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from study.language import translate
from study.rules.impact import Impact, RowsImpact
from study.rules.model import Rule, Who
from study.rules.sentence import term_words, who_words
from study.rules.ways import ASKS, ELSE, WAITS, Taken
from ui.rules.fields import capital

WARNS, FINE, TELLS = "warning", "ok", "label"


@dataclass(frozen=True, slots=True)
class Told:
    """A line, and the part of the look that it plays: "warning", "ok" or "label"."""

    text: str
    part: str = TELLS


def tried_words(taken: Taken, outcome_words: Callable[[str], str], rule: Rule | None) -> list[Told]:
    """What sample data come to, and why."""
    came_to = taken.of(taken.by)
    who = who_words(rule.who if rule is not None else Who.INVESTIGATOR)
    if taken.outcome == ASKS:
        lines = [Told(translate("rules", "Asks: {who} decides.").format(who=who), WARNS)]
        if came_to is None:
            return [*lines, Told(translate("rules", "This way has no rule."))]
        names = list(dict.fromkeys(capital(term_words(each.term)) for each in came_to.missing))
        if names:
            text = translate("rules", "Not known: {names}.").format(names=", ".join(names))
            lines.append(Told(text))
        lines += [Told(text, WARNS) for text in dict.fromkeys(each.placed for each in came_to.troubles)]
        return lines
    words = capital(outcome_words(taken.outcome))
    if taken.outcome == WAITS:
        return [Told(translate("rules", "It waits, and is tried again."), WARNS)]
    lines = [Told(f"{words}.", FINE if taken.outcome != ELSE else TELLS)]
    if came_to is not None and came_to.row and rule is not None and len(came_to.cells) >= 1:
        if hasattr(rule.when, "rows"):
            lines.append(Told(translate("rules", "Row {row} decided.").format(row=came_to.row)))
    elif taken.outcome == ELSE and rule is not None and hasattr(rule.when, "rows"):
        lines.append(Told(translate("rules", "No row fits.")))
    return lines


def impact_words(found: Impact, titles: dict[str, str], default: str) -> list[Told]:
    """What the rules of a decision come to together."""

    def title(way: str) -> str:
        return titles.get(way, way)

    lines = [
        Told(translate("rules", "{way} is never taken.").format(way=capital(title(way))), WARNS)
        for way in found.unreachable
    ]
    lines += [
        Told(
            translate(
                "rules", "Two ways at once, {first} and {second}: {example}. The first is taken."
            ).format(first=title(each.first), second=title(each.second), example=each.example),
            WARNS,
        )
        for each in found.overlaps[:3]
    ]
    if found.gaps:
        lines.append(
            Told(
                translate("rules", "Where no condition holds, {default}. For example: {example}.").format(
                    default=default, example=found.gaps[0]
                )
            )
        )
    lines += [
        Told(translate("rules", "Somebody is asked, for example: {example}.").format(example=each))
        for each in found.asks[:1]
    ]
    lines += [Told(each) for each in found.cannot_tell[:4]]
    if not found.unreachable and not found.overlaps and not found.cannot_tell:
        lines.insert(0, Told(translate("rules", "Every way can be taken, and never two at once."), FINE))
    return lines


def rows_words(found: RowsImpact, otherwise: str, *, gap: bool = True) -> list[Told]:
    """Which rows of a table never decide, and with `gap` what no row fits."""
    lines = [
        Told(translate("rules", "Row {row} never decides: those above it fit first.").format(row=row), WARNS)
        for row in found.unreachable
    ]
    if found.gap and gap:
        lines.append(
            Told(
                translate("rules", "No row fits, so that {otherwise}: {example}.").format(
                    otherwise=otherwise, example=found.gap
                )
            )
        )
    return lines + [Told(each) for each in found.cannot_tell[:2]]
