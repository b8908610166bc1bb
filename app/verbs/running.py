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
    from collections.abc import Sequence

    from study.annexe import Annexe
    from study.dating import SiteCalendar
    from study.document import Document
    from study.model import ScheduleTimeline, StudyDesign
    from study.plan.plan import Plan, PlanInstance
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
    document: Document,
    timeline: str | None,
    *,
    follow_texts: bool = False,
    name: str = "",
    annexe: str = "",
) -> Runnable:
    """The plan of the timeline with this id, name or label, the main one for None.

    `annexe` names the file of what is kept beside the study, its rules among it. `follow_texts`: conditions without a
    rule there are decided by what their own texts say in full ("Day = -6"). Raises VerbError, where it cannot be run,
    with every obstacle; `name` is the study's file.
    """
    design, chosen = timeline_named(document, timeline)
    followed: dict[str, tuple[str, str]] = {}
    kept = annexe_from(annexe) if annexe else None
    if follow_texts:
        kept, followed = _with_texts(document, design, kept)
    compiled = compile_plan(document, chosen, kept)
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


def to_be_followed(running: Runnable, decisions: Sequence[PlanInstance]) -> list[str]:
    """For each text of these decisions that says in full when it holds, and that no rule decides, how to follow it."""
    _, texts = _with_texts(running.document, running.design, None)
    return [
        one_line(
            f"The text of “{each.title}” says in full when it holds, “{texts[way.id][0]}”: "
            "--follow-texts takes it at its word."
        )
        for each in decisions
        for way in each.ways
        if way.id in texts and not way.rule
    ]


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


def annexe_from(name: str) -> Annexe:
    """The annexe in a file, as `maestro apply --annexe` writes it. Raises VerbError."""
    from pathlib import Path

    from services import files
    from services.trouble import Trouble
    from study.annexe import Annexe
    from study.changes import UnknownFormatError

    try:
        return Annexe.from_bytes(files.read(Path(name)))
    except Trouble as trouble:
        raise VerbError(trouble.message) from None
    except (ValueError, UnknownFormatError) as error:
        raise VerbError(one_line(f"{name}: {error}")) from None


def _with_texts(
    document: Document, design: StudyDesign, kept: Annexe | None
) -> tuple[Annexe, dict[str, tuple[str, str]]]:
    """The annexe with the rules that texts of conditions say in full, and of each (text, sentence), by address."""
    from study.annexe import Annexe
    from study.rules.place import kept_rules, places, rule_address
    from study.rules.sentence import rule_sentence
    from study.rules.suggest import suggested
    from study.rules.vocabulary import vocabulary
    from study.rules.writing import rule_to_json

    words = vocabulary(document, design)
    followed: dict[str, tuple[str, str]] = {}
    annexe = kept if kept is not None else Annexe.empty()
    has_rule = {address for address, _ in kept_rules(annexe)}
    entries = list(annexe.root.get("rules", []))
    for place in places(document):
        if place.kind != "ConditionAssignment" or place.address in has_rule:
            continue
        found = suggested(place.text, words)
        if found is None or found.left or found.open or _asks(found.rule):
            continue
        rule = rule_to_json(found.rule)
        entries.append(
            {"id": rule_address(place.address), "conditionAssignmentId": place.address, "rule": rule}
        )
        followed[place.address] = (one_line(place.text), one_line(rule_sentence(found.rule)))
    both = {**annexe.root, "rules": entries}
    return Annexe.from_bytes(json.dumps(both).encode("utf-8")), followed


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
