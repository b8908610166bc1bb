"""What the palette offers: actions, places in the open study, studies and recent files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from app.actions import ACTIONS
from app.matching import fit
from study.language import translate
from study.other_names import other_names
from study.wording import when_text

if TYPE_CHECKING:
    from ui.main_window import MainWindow

MOST = 60


@dataclass(frozen=True, slots=True)
class Offer:
    """One row: `hint` beside the title, `keys` in Qt's native text, `why_not` where it cannot be done now.

    `action` is the id of the action, "" for a place.
    """

    kind: str
    title: str
    icon: str
    act: Callable[[], object]
    hint: str = ""
    keys: str = ""
    why_not: str = ""
    words: str = ""
    action: str = ""


def offers(window: MainWindow) -> list[Offer]:
    """Everything that can be chosen now: actions in the menu's order, then places, then studies."""
    return [*_actions(window), *_places(window), *_studies(window)]


def ranked(query: str, among: Sequence[Offer], recent: Sequence[str] = ()) -> list[Offer]:
    """The offers that fit, best first, at most MOST. With nothing typed: the `recent` actions by id, then all."""
    if not query.strip():
        order = {action: place for place, action in enumerate(recent)}
        known = [offer for offer in among if offer.action in order and not offer.why_not]
        known.sort(key=lambda offer: order[offer.action])
        rest = [offer for offer in among if offer not in known and not offer.why_not]
        return [*known, *rest][:MOST]
    rated = []
    for place, offer in enumerate(among):
        # What it is also called, or when it is, finds an offer too, behind those whose own title fits.
        rating = max(fit(query, offer.title), 0.6 * fit(query, f"{offer.title} {offer.hint} {offer.words}"))
        if rating:
            rated.append((bool(offer.why_not), -rating, place, offer))
    rated.sort(key=lambda entry: entry[:3])
    return [offer for *_, offer in rated[:MOST]]


def _actions(window: MainWindow) -> Iterator[Offer]:
    for each in ACTIONS:
        if each.id == "palette":
            continue
        made = window.actions_by_id[each.id]
        yield Offer(
            translate("palette", "Action"),
            each.title.rstrip("…"),
            each.icon or "chevron-right",
            made.trigger,
            hint=each.menu.heading,
            keys=made.shortcut().toString(made.shortcut().SequenceFormat.NativeText),
            why_not="" if made.isEnabled() else made.toolTip(),
            words=f"{each.hint} {each.keywords}",
            action=each.id,
        )


def _places(window: MainWindow) -> Iterator[Offer]:
    study = window.study
    if study is None or study.projection is None:
        return

    def go(address: str) -> None:
        window.show_study()
        window.select(address)

    def go_into(timeline: str) -> None:
        window.show_study()
        window.show_timeline(timeline)

    projection = study.projection
    for key in projection.planned.graph.order:
        instance = projection.planned.graph.instances[key]
        kind = translate("palette", "Decision") if instance.is_decision else translate("palette", "Visit")
        icon = "diamond" if instance.is_decision else "calendar"
        words = instance.description or ""
        when = when_text(projection.planned.times[key])
        yield Offer(kind, instance.title, icon, partial(go, key), hint=when, words=words)
    design = projection.design
    for activity in design.activities:
        if activity.id:
            called = " ".join((activity.description or "", *other_names(activity, study.document)))
            kind = translate("palette", "Activity")
            yield Offer(kind, activity.title, "clipboard-list", partial(go, activity.id), words=called)
    for kind, icon, entities in (
        (translate("palette", "Encounter"), "stethoscope", design.encounters),
        (translate("palette", "Epoch"), "milestone", design.epochs),
        (translate("palette", "Arm"), "git-branch", design.arms),
    ):
        for entity in entities:
            if entity.id:
                yield Offer(kind, entity.title, icon, partial(go, entity.id), words=entity.description or "")
    for timeline in design.timelines:
        if timeline.id:
            yield Offer(
                translate("palette", "Timeline"),
                timeline.title,
                "route",
                partial(go_into, timeline.id),
                hint=timeline.entry_condition or "",
            )


def _studies(window: MainWindow) -> Iterator[Offer]:
    for entry in window.program.entries:
        yield Offer(
            translate("palette", "Study"),
            entry.title,
            "file-text" if entry.source is not None else "workflow",
            partial(window.program.open_study, entry.id),
            hint=entry.file_name or "",
        )
