"""What the records of one visit say: which activities are missing, and whether it was declared not done."""

from __future__ import annotations

from study.interpreter.facts import Recorded, Told
from study.plan.plan import PlanInstance


def missed_at(instance: PlanInstance, recorded: Recorded) -> tuple[str, ...]:
    """The required activities that are declared not done at a visit that took place."""
    if not recorded.activities_not_done:
        return ()
    return tuple(
        activity
        for activity in instance.activities
        if activity in recorded.activities_not_done
        and activity not in recorded.activities_done
        and activity not in instance.optional
        and not any(
            activity in group and any(other not in recorded.activities_not_done for other in group)
            for group in instance.one_of
        )
    )


def declared_not_done(instance: PlanInstance, recorded: Recorded) -> str | None:
    """Why a visit was declared not done, or all of its activities were; None where it was not."""
    declared: list[Told] = recorded.not_done
    if not declared:
        if not instance.activities or recorded.activities_done:
            return None
        if any(activity not in recorded.activities_not_done for activity in instance.activities):
            return None
        declared = [told for each in recorded.activities_not_done.values() for told in each]
    return min(declared, key=lambda each: each.order).event.reason
