"""Activities come and go: adding one, deleting some, swapping one for another wherever it is planned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from study.commands.activity_groups import ActivityRows
from study.commands.command import CannotError, Command
from study.commands.draft import LAST, After, Draft
from study.commands.follow_ups.gone_footnotes import footnotes_going
from study.commands.naming import free_name, listed, named, shortened, why_no_name
from study.commands.replacing import replace_reference
from study.commands.rules import design_at, why_no_design, why_not_in, why_nothing
from study.document import Document
from study.json_types import ABSENT
from study.language import translate
from study.model import Activity


@dataclass(frozen=True, slots=True)
class AddActivity(Command):
    """A new activity called `called`, behind the activity `after` and in its group.

    Without `after` it is the last of `group` (v4), or of the design at `design`, the first one where that is None.
    """

    name: ClassVar[str] = "add_activity"
    called: str
    after: str | None = None
    group: str | None = None
    design: str | None = None

    def why_not(self, document: Document) -> str:
        """Not without a name, not beside what is no activity, and in no group where the file knows none."""
        reason = why_no_name(self.called) or why_not_in(
            document, "activities", [each for each in (self.after, self.group) if each is not None]
        )
        if reason:
            return reason
        if self.group is not None and not document.capabilities.child_ids:
            return no_groups()
        return "" if self.after or self.group else why_no_design(document, self.design)

    def title(self, document: Document) -> str:
        """ "Add the activity ECG to Safety"."""
        if self.group is not None:
            return translate("commands", "Add the activity {name} to {group}").format(
                name=shortened(self.called), group=named(document, self.group)
            )
        return translate("commands", "Add the activity {name}").format(name=shortened(self.called))

    def carry_out(self, draft: Draft) -> None:
        """Insert it into the design's list and, within a group, into that group's childIds."""
        beside = self.after or self.group
        found = draft.design_of(beside) if beside else design_at(draft.document, self.design)
        owner = draft.document.index.address_of(found.raw) if found is not None else None
        if found is None or owner is None:
            raise CannotError(why_no_design(draft.document, self.design))
        rows = ActivityRows(found, draft.document)
        group = self.group
        if group is None and self.after is not None:
            group = rows.group_of.get(self.after)
        behind: After = LAST
        if self.after is not None:
            behind = rows.last_of(self.after)
        elif group is not None:
            behind = rows.last_of(group)
        v4 = draft.document.capabilities.generation >= 4
        activity = draft.new(
            "Activity",
            name=free_name(found.raw.get("activities"), self.called),
            label=self.called,
            description="",
            previousId=None,
            nextId=None,
            childIds=[] if draft.document.capabilities.child_ids else ABSENT,
            definedProcedures=[],
            biomedicalConceptIds=[],
            bcCategoryIds=[],
            bcSurrogateIds=[],
            timelineId=None,
            notes=[] if v4 else ABSENT,
        )
        address = draft.insert(owner, "activities", activity, behind)
        if group is not None:
            sibling = (
                self.after if self.after is not None and rows.group_of.get(self.after) == group else None
            )
            draft.add_ref(group, "childIds", address, sibling if sibling is not None else LAST)


@dataclass(frozen=True, slots=True)
class DeleteActivities(Command):
    """Takes activities out of the study, with all marks of them. What a deleted group held stays, one level up.

    `with_children` takes what is in a group along.
    """

    name: ClassVar[str] = "delete_activities"
    activities: tuple[str, ...]
    with_children: bool = False

    def why_not(self, document: Document) -> str:
        """Not for what is no activity."""
        return why_nothing(self.activities) or why_not_in(document, "activities", self.activities)

    def title(self, document: Document) -> str:
        """ "Delete ECG, Vital signs", "Delete Safety with all in it", "Delete ECG, with 2 footnotes"."""
        chosen = [
            Activity(item)
            for address in dict.fromkeys(self.activities)
            if (item := document.index.object_at(address)) is not None
        ]
        names = listed(document, list(dict.fromkeys(self.activities)))
        if self.with_children and any(activity.children for activity in chosen):
            return translate("commands", "Delete {names} with all in it").format(names=names)
        parts = {part.id for activity in chosen for part in (activity, *activity.procedures) if part.id}
        notes = footnotes_going(document, parts)
        if notes:
            return translate("commands", "Delete {names}, with %n footnote(s)", "", notes).format(names=names)
        return translate("commands", "Delete {names}").format(names=names)

    def carry_out(self, draft: Draft) -> None:
        """Remove them; marks, places in groups, footnotes and the links of the list follow."""
        for address in dict.fromkeys(self.activities):
            if draft.document.index.object_at(address) is None:
                continue  # went with its group
            rows = ActivityRows(draft.design_of(address), draft.document)
            if self.with_children:
                for below in reversed(rows.beneath(address)):
                    draft.remove(below)
            else:
                _lift_children(draft, rows, address)
                draft.remove(address)


@dataclass(frozen=True, slots=True)
class SwapActivity(Command):
    """Plans `new` wherever `old` is planned, with the footnotes of `old`; `old` goes unless `keep_old`."""

    name: ClassVar[str] = "swap_activity"
    old: str
    new: str
    keep_old: bool = False

    def why_not(self, document: Document) -> str:
        """Not for what is no activity, for one with itself, and for a group that would leave its children alone."""
        reason = why_not_in(document, "activities", (self.old, self.new))
        if not reason and self.old == self.new:
            return translate("commands", "Choose another activity to put in its place.")
        return reason

    def title(self, document: Document) -> str:
        """ "Swap ECG for Triplicate ECG everywhere"."""
        return translate("commands", "Swap {old} for {new} everywhere").format(
            old=named(document, self.old), new=named(document, self.new)
        )

    def carry_out(self, draft: Draft) -> None:
        """Replace its id in every visit and footnote, each at its place in the list."""
        for attribute in ("activityIds", "appliesToIds", "contextIds"):
            replace_reference(draft, attribute, self.old, self.new)
        if not self.keep_old:
            for procedure in Activity(draft.entity(self.old).raw).procedures:
                if procedure.id:  # what was said of a part of it is said of the whole that takes its place
                    replace_reference(draft, "appliesToIds", procedure.id, self.new)
            _lift_children(draft, ActivityRows(draft.design_of(self.old), draft.document), self.old)
            draft.remove(self.old)


def no_groups() -> str:
    """Why activities of a v3 file cannot be grouped."""
    return translate(
        "commands",
        "This file is in USDM 3, which has no groups of activities. Save it as USDM 4 first, or keep the rows "
        "beside each other.",
    )


def _lift_children(draft: Draft, rows: ActivityRows, group: str) -> None:
    """Puts what is directly in a group where the group stands: into the group around it, or at the top."""
    around = rows.group_of.get(group)
    behind = group
    for child in [c for c in rows.by_id[group].children if rows.group_of.get(c) == group]:
        if around is not None:
            draft.add_ref(around, "childIds", child, behind)
        draft.remove_ref(group, "childIds", child)
        behind = child
