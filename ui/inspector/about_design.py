"""What a design says of its arms, epochs, elements, encounters and timelines, beyond their own attributes."""

from __future__ import annotations

from collections.abc import Sequence

from study.language import translate
from study.model import StudyArm, StudyCell, StudyDesign, StudyElement, StudyEpoch
from study.side_timelines import Role, timeline_uses
from ui.inspector.about_visit import encounter_rows
from ui.inspector.fields import Value
from ui.inspector.rows import Row
from ui.inspector.sections import Section


def design_sections(address: str, design: StudyDesign) -> list[Section]:
    """The sections on the entity at `address`; none where the design has nothing to say of it."""
    found: list[Section] = []
    arms = {arm.id: arm for arm in design.arms if arm.id}
    epochs = {epoch.id: epoch for epoch in design.epochs if epoch.id}
    if address in arms:
        cells = [cell for cell in design.cells if cell.arm == address]
        rows = [_cell_row(_title(epochs.get(cell.epoch or "")), cell, design) for cell in cells]
        found.append(Section(translate("inspector", "By epoch"), tuple(rows)))
    if address in epochs:
        cells = [cell for cell in design.cells if cell.epoch == address]
        rows = [_cell_row(_title(arms.get(cell.arm or "")), cell, design) for cell in cells]
        found.append(Section(translate("inspector", "By arm"), tuple(rows)))
    if any(element.id == address for element in design.elements):
        cells = [cell for cell in design.cells if address in cell.elements]
        rows = [
            Row(_title(arms.get(cell.arm or "")), (_link(epochs.get(cell.epoch or "")),)) for cell in cells
        ]
        found.append(Section(translate("inspector", "Part of the cells"), tuple(rows)))
    meetings = [encounter_rows(each) for each in design.encounters if each.id == address]
    found += [Section(translate("inspector", "Visit"), tuple(rows)) for rows in meetings]
    found += _timeline(address, design)
    return [section for section in found if section.rows or section.chips or section.remark]


def _cell_row(words: str, cell: StudyCell, design: StudyDesign) -> Row:
    elements = {element.id: element for element in design.elements if element.id}
    values: Sequence[Value] = [_link(elements[each]) for each in cell.elements if each in elements]
    return Row(words, tuple(values) or (Value(translate("inspector", "no element"), missing=True),))


def _title(entity: StudyArm | StudyEpoch | None) -> str:
    return entity.title if entity is not None else translate("inspector", "not stated")


def _link(entity: StudyElement | StudyEpoch | None) -> Value:
    return (
        Value(entity.title, entity.id or "")
        if entity is not None
        else Value(translate("inspector", "not stated"))
    )


def _timeline(address: str, design: StudyDesign) -> list[Section]:
    """What starts a timeline, from where it is run, and how many visits or steps it has."""
    use = next((use for use in timeline_uses(design) if use.timeline.id == address), None)
    if use is None:
        return []
    rows: list[Row] = []
    role = {
        Role.MAIN: translate("inspector", "The main timeline: the Schedule of Activities"),
        Role.SUB: translate("inspector", "A sub-timeline, run inside a visit"),
        Role.SIDE: translate("inspector", "A side timeline, started by an event"),
    }[use.role]
    rows.append(Row(translate("inspector", "What it is"), (Value(role),)))
    if use.timeline.entry_condition:
        rows.append(Row(translate("inspector", "Starts when"), (Value(use.timeline.entry_condition),)))
    count = translate("inspector", "%n scheduled instance(s)", "", len(use.timeline.instances))
    rows.append(Row(translate("inspector", "Holds"), (Value(count),)))
    sections = [Section(translate("inspector", "Timeline"), tuple(rows))]
    if use.starts:
        title = translate("inspector", "Run at · {number}").format(number=len(use.starts))
        owners = {start.activity.id: start.activity for start in use.starts if start.activity is not None}
        by = tuple(Value(activity.title, identity or "") for identity, activity in owners.items())
        through = (Row(translate("inspector", "Through"), by),) if by else ()
        # At which visits is listed below, with their days, as for everything that is used somewhere.
        sections.append(Section(title, through))
    return sections
