"""What the records of one visit say: which activities are missing, and whether it was declared not done."""

from __future__ import annotations

from collections.abc import Collection

from study.dating import Moment, SiteCalendar
from study.interpreter.consents import is_after
from study.interpreter.course import Apart, Ended, Treated
from study.interpreter.dates import Dated
from study.interpreter.facts import Recorded, Told
from study.interpreter.status import judged
from study.plan.plan import PlanInstance


def missed_at(instance: PlanInstance, recorded: Recorded, waived: Collection[str] = ()) -> tuple[str, ...]:
    """The required activities that are declared not done, or not as often as planned, at a visit that took place."""
    if not recorded.activities_not_done:
        return ()
    return tuple(
        activity
        for activity in instance.activities
        if activity in recorded.activities_not_done
        and len(recorded.activities_done.get(activity, ())) < instance.times_of(activity)
        and activity not in instance.optional
        and activity not in waived
        and not any(
            activity in group and any(other not in recorded.activities_not_done for other in group)
            for group in instance.one_of
        )
    )


def apart_from(
    recorded: Recorded, dated: Dated | None, actual: Moment | None, calendar: SiteCalendar
) -> tuple[Apart, ...]:
    """The activities of a visit that were done on another day than it, and how far out of its window that was.

    All that were done while it has not taken place; `dated` is None where its window cannot be judged (yet).
    """
    return tuple(
        Apart(activity, each.at, judged(dated, each.at, calendar)[1] if dated is not None else None)
        for activity, told in sorted(recorded.activities_done.items())
        for each in sorted(told, key=lambda each: each.order)
        if actual is None or each.at.date != actual.date
    )


def treated_at(
    instance: PlanInstance, recorded: Recorded, treatments: Collection[str], stopped: Ended
) -> Treated | None:
    """The treatment that was given at a visit after its stop, on that day by the hour where known; None where none was.

    Told by the activities that are recorded one by one: a visit may take place without its treatment, which is not
    required any more. A visit of the treatment that is nothing else, and that nobody asks for now, says it by itself.
    """
    since = Moment(stopped.date, stopped.time)
    given = [
        Apart(activity, told.at)
        for activity, each in sorted(recorded.activities_done.items())
        for told in sorted(each, key=lambda told: told.order)
        if activity in treatments and is_after(told.at, since)
    ]
    actual = recorded.actual
    asked_for = stopped.stays or not instance.in_treatment
    if (
        actual is not None
        and is_after(actual.at, since)
        and not asked_for
        and all(each in treatments for each in instance.activities)
    ):
        one_by_one = {*recorded.activities_done, *recorded.activities_not_done}
        given += [Apart(each, actual.at) for each in instance.activities if each not in one_by_one]
    return Treated(stopped.date, tuple(given)) if given else None


def declared_not_done(instance: PlanInstance, recorded: Recorded) -> Told | None:
    """What first declared that a visit was not done, or the first of all of its activities; None where nothing did."""
    declared: list[Told] = recorded.not_done
    if not declared:
        if not instance.activities or recorded.activities_done:
            return None
        if any(activity not in recorded.activities_not_done for activity in instance.activities):
            return None
        declared = [told for each in recorded.activities_not_done.values() for told in each]
    return min(declared, key=lambda each: each.order)
