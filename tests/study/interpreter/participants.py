"""Scripted participants for tests: a plan, what happens to somebody, and what is then true and was asked."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Any

from study.annexe import Annexe
from study.dating import ANYWHERE, SiteCalendar
from study.document import Document
from study.interpreter.advance import advance, course
from study.interpreter.course import Course, Occurrence
from study.interpreter.effects import Effect, ProposeDeviation, Refused, WithdrawDeviation
from study.interpreter.rules import NO_RULES, Rules
from study.interpreter.state import State, new_state
from study.interpreter.words import deviation_text
from study.json_types import JsonObject
from study.plan.compile import Compiled, compile_plan, compile_timeline
from study.plan.plan import Plan
from tests.study.building import design
from tests.study.studies import study_bytes

DAY = dt.timedelta(days=1)


@cache
def plan_of(study: str) -> Plan:
    """The plan of a study's main timeline; skips the test where it is a shared one that is not there."""
    compiled = compile_plan(Document.from_bytes(study_bytes(study)))
    assert compiled.plan is not None
    return compiled.plan


def compiled(*timelines: JsonObject, carried: dict[str, str] | None = None, **others: Any) -> Compiled:
    """What a schedule written in a test compiles into; the first timeline is the one that runs."""
    of = design(*timelines, carried=carried)
    for name, value in others.items():
        of.raw[name] = value
    return compile_timeline(of.timelines[0], of, Annexe.empty())


def plan_from(*timelines: JsonObject, carried: dict[str, str] | None = None, **others: Any) -> Plan:
    """The plan of a schedule written in a test."""
    made = compiled(*timelines, carried=carried, **others)
    assert made.plan is not None, made.obstacles
    return made.plan


class Participant:
    """Somebody to whom things happen; `effects` are all that was asked until now."""

    def __init__(self, plan: Plan, calendar: SiteCalendar = ANYWHERE, rules: Rules = NO_RULES) -> None:
        self.plan = plan
        self.calendar = calendar
        self.rules = rules
        self.state: State = new_state(plan)
        self.effects: list[Effect] = []

    def do(self, type_: str, occurred: object, **fields: object) -> tuple[Effect, ...]:
        """Has something happen; `pass_` is the pass."""
        if "pass_" in fields:
            fields["pass"] = fields.pop("pass_")
        event = {"type": type_, "occurred": str(occurred), **fields}
        self.state, effects = advance(self.plan, self.state, event, self.calendar, self.rules)
        self.effects += effects
        return effects

    def done(self, instance: str, on: object, **fields: object) -> tuple[Effect, ...]:
        """A visit takes place."""
        return self.do("visit done", on, instance=instance, **fields)

    def answered(self, decision: str, answer: str, on: object, **fields: object) -> tuple[Effect, ...]:
        """A decision is answered."""
        return self.do("decision answered", on, instance=decision, answer=answer, **fields)

    def on(self, day: object) -> None:
        """Time goes on to a day."""
        self.do("timer fired", day)

    def course(self, *, whole: bool = False) -> Course:
        """All that is true."""
        return course(self.plan, self.state, self.calendar, self.rules, whole=whole)

    def at(self, key: str, pass_: int = 1, run: str = "main") -> Occurrence:
        """One occurrence."""
        return self.course().at[run, key, pass_]

    def status(self, key: str, pass_: int = 1, run: str = "main") -> str:
        """The status of one occurrence."""
        return self.at(key, pass_, run).status.value

    def planned(self, key: str, pass_: int = 1, run: str = "main") -> dt.date | None:
        """When one occurrence is planned."""
        dated = self.at(key, pass_, run).dated
        return dated.date if dated is not None else None

    def deviations(self) -> list[str]:
        """The sentences of the potential deviations that stand proposed."""
        proposed: dict[str, str] = {}
        for effect in self.effects:
            if isinstance(effect, ProposeDeviation):
                proposed[effect.subject] = deviation_text(effect.deviation, self.plan)
            elif isinstance(effect, WithdrawDeviation):
                del proposed[effect.subject]
        return list(proposed.values())

    def path(self) -> list[tuple[str, int]]:
        """The instances and passes of the main run, as far as it is decided."""
        return [(each.instance.key, each.pass_) for each in self.course().occurrences if each.run == "main"]


def refusal(effects: tuple[Effect, ...]) -> str:
    """Why something was refused; fails where it was not."""
    (only,) = effects
    assert isinstance(only, Refused)
    return only.reason
