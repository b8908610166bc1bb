"""The port through which the interpreter asks executable rules; with none, a person decides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol, cast, runtime_checkable

from study.dating import Moment
from study.interpreter.facts import Facts, Told
from study.plan.plan import Plan, PlanInstance, Way


@dataclass(frozen=True, slots=True)
class Asked:
    """A decision that has been reached, and what may be known to decide it.

    `ways` are those that are open; `day` its planned study day, `date` its planned date, None where unknown;
    `observations` all that are recorded, as they occurred; `now` as far as time is known to have gone; `facts` all else
    that is recorded, None where that is not told.
    """

    plan: Plan
    run: str
    instance: PlanInstance
    pass_: int
    ways: tuple[Way, ...]
    day: int | None
    date: Moment | None
    observations: Sequence[Told]
    now: Moment | None
    facts: Facts | None = None


class Rules(Protocol):
    """Decides by rule. Total and deterministic; what it cannot decide, it leaves to a person."""

    def way(self, asked: Asked) -> str | None:
        """The id of the way to take; None where no rule decides, or something that it needs is missing."""
        ...


@runtime_checkable
class InTime(Protocol):
    """Rules that come to something else as time goes: they wait, or take a default where nobody answers."""

    def again_on(self, asked: Asked) -> Moment | None:
        """When to ask again though nothing is recorded; None where time alone changes nothing."""
        ...

    def waits(self, asked: Asked) -> bool:
        """Whether the decision is put off, so that nobody is to be asked yet."""
        ...


@runtime_checkable
class OfTexts(Protocol):
    """Rules that also judge texts that are no way on: footnotes, entry conditions, transition rules."""

    def holds(self, rule: str, asked: Asked) -> bool | None:
        """Whether a rule holds where `asked` stands; None where that is not known."""
        ...


def holds(rules: Rules, rule: str, asked: Asked) -> bool | None:
    """Whether the rule of a text holds; None where that is not known, or these rules judge no such texts."""
    return cast(OfTexts, rules).holds(rule, asked) if _judges_texts(type(rules)) else None


@lru_cache(maxsize=32)
def _judges_texts(kind: type[Rules]) -> bool:
    """Whether rules of a kind judge texts: told once, as asking a protocol takes long."""
    return issubclass(kind, OfTexts)


class NoRules:
    """No rule: a person decides."""

    def way(self, asked: Asked) -> str | None:  # noqa: ARG002
        """Nothing is decided."""
        return None


NO_RULES: Rules = NoRules()
