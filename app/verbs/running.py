"""What the verbs that run a schedule share: the plan of a study's timeline, the site, rules read from texts."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.verbs import VerbError
from app.verbs.export import timeline_named
from study.plan.compile import compile_plan

if TYPE_CHECKING:
    from study.annexe import Annexe
    from study.dating import SiteCalendar
    from study.document import Document
    from study.model import ScheduleTimeline, StudyDesign
    from study.plan.plan import Plan
    from study.rules.model import Rule


@dataclass(frozen=True, slots=True)
class Runnable:
    """A timeline that can be run: its plan, and what was taken for granted or followed (`followed`: text, sentence)."""

    document: Document
    design: StudyDesign
    timeline: ScheduleTimeline
    plan: Plan
    remarks: tuple[str, ...]
    followed: tuple[tuple[str, str], ...] = ()


def runnable(
    document: Document, timeline: str | None, *, follow_texts: bool = False, name: str = ""
) -> Runnable:
    """The plan of the timeline with this id, name or label, the main one for None.

    `follow_texts`: conditions are decided by the rules that their own texts say in full ("Day = -6"). Raises
    VerbError, where it cannot be run, with every obstacle; `name` is the file's.
    """
    design, chosen = timeline_named(document, timeline)
    followed: dict[str, tuple[str, str]] = {}
    annexe: Annexe | None = None
    if follow_texts:
        annexe, followed = _annexe_of_texts(document, design)
    compiled = compile_plan(document, chosen, annexe)
    if compiled.plan is None:
        why = " ".join(each.text for each in compiled.obstacles)
        raise VerbError(one_line(f"{name}: The schedule cannot be run. {why}" if name else why))
    used = {way.id for each in compiled.plan.timelines for i in each.instances for way in i.ways if way.rule}
    return Runnable(
        document,
        design,
        chosen,
        compiled.plan,
        tuple(one_line(each.text) for each in compiled.remarks),
        tuple(said for address, said in followed.items() if address in used),
    )


def site(time_zone: str, country: str) -> SiteCalendar:
    """The site's calendar. Raises VerbError where the zone or the country is not known."""
    from services.site_calendar import country_codes, is_zone, site_calendar
    from study.dating import Dating

    code = country.upper()
    if time_zone and not is_zone(time_zone):
        raise VerbError(one_line(f"There is no time zone {time_zone}. Name one like Europe/Berlin."))
    if code and code not in country_codes():
        raise VerbError(one_line(f"The holidays of {country} are not known. Name a country like DE or US."))
    return site_calendar(Dating(zone=time_zone, country=code))


def _annexe_of_texts(document: Document, design: StudyDesign) -> tuple[Annexe, dict[str, tuple[str, str]]]:
    """An annexe with the rules that texts of conditions say in full, and of each (text, sentence), by address."""
    from study.annexe import Annexe
    from study.rules.place import places, rule_address
    from study.rules.sentence import rule_sentence
    from study.rules.suggest import suggested
    from study.rules.vocabulary import vocabulary
    from study.rules.writing import rule_to_json

    words = vocabulary(document, design)
    followed: dict[str, tuple[str, str]] = {}
    entries = []
    for place in places(document):
        if place.kind != "ConditionAssignment":
            continue
        found = suggested(place.text, words)
        if found is None or found.left or found.open or _asks(found.rule):
            continue
        rule = rule_to_json(found.rule)
        entries.append(
            {"id": rule_address(place.address), "conditionAssignmentId": place.address, "rule": rule}
        )
        followed[place.address] = (one_line(place.text), one_line(rule_sentence(found.rule)))
    kept = {**Annexe.empty().root, "rules": entries}
    return Annexe.from_bytes(json.dumps(kept).encode("utf-8")), followed


def _asks(rule: Rule) -> bool:
    """Whether somebody is to judge something in it: then it is a question, and nothing to follow."""
    from study.rules.model import Judged, terms_in

    return any(isinstance(term, Judged) for term in terms_in(rule.when))


def print_time(text: str) -> dt.datetime:
    """The print time, now where none is given. Raises VerbError."""
    if not text:
        return dt.datetime.now().astimezone()
    try:
        found = dt.datetime.fromisoformat(text)
    except ValueError:
        raise VerbError(one_line(f"{text} is no time. Write it as 2025-01-31T16:30+01:00.")) from None
    return found if found.tzinfo else found.replace(tzinfo=dt.UTC)


def one_line(text: str) -> str:
    """Text with a study's own words in it, on one line that any encoding of Unicode can write."""
    return " ".join(text.split()).encode("utf-8", "backslashreplace").decode("utf-8")
