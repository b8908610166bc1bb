"""The rows of the table in another order or in groups: activities are moved, grouped and ungrouped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from study.commands.activities import no_groups
from study.commands.activity_groups import ActivityRows
from study.commands.beside import BESIDE
from study.commands.command import Command
from study.commands.draft import LAST, After, Draft
from study.commands.naming import free_name, listed, named, shortened, why_no_name
from study.commands.rules import why_not_in, why_nothing
from study.document import Document
from study.language import translate
from study.model import Activity, StudyDesign


@dataclass(frozen=True, slots=True)
class ReorderActivities(Command):
    """Puts rows, with all in them, behind the row `after` (None: at the top), in the order in which they stand.

    `group` says which group they are in then: BESIDE is that of `after`, or `after` itself where that is a group;
    None is none; an activity's id is that one. In a v3 file there are none.
    """

    name: ClassVar[str] = "reorder_activities"
    activities: tuple[str, ...]
    after: str | None
    group: str | None = BESIDE

    def why_not(self, document: Document) -> str:
        """Not for what is no activity, not across designs, not into itself, and not in v3 into a group."""
        named_ones = [*self.activities, *(each for each in (self.after, self.group) if each)]
        reason = why_nothing(self.activities) or why_not_in(document, "activities", named_ones)
        if reason:
            return reason
        if self.group and not document.capabilities.child_ids:
            return no_groups()
        design = one_design(document, named_ones)
        if design is None:
            return translate("commands", "These activities are in several designs: choose those of one.")
        rows = ActivityRows(design, document)
        target = self._target(rows)
        moved = set(self.activities)
        if target is not None and moved.intersection((target, *rows.groups_around(target))):
            return translate("commands", "“{name}” cannot be moved into itself.").format(
                name=named(document, target)
            )
        return ""

    def title(self, document: Document) -> str:
        """ "Move ECG and Vital signs behind Weight"."""
        names = listed(document, list(dict.fromkeys(self.activities)))
        if self.after is None:
            return translate("commands", "Move {names} to the top").format(names=names)
        return translate("commands", "Move {names} behind {other}").format(
            names=names, other=named(document, self.after)
        )

    def carry_out(self, draft: Draft) -> None:
        """Move them in the design's list; groups and the links of the list follow."""
        design = draft.design_of(self.activities[0])
        rows = ActivityRows(design, draft.document)
        moved = rows.outermost(self.activities)
        target = self._target(rows)
        sibling = self._sibling(rows, target, {below for row in moved for below in rows.beneath(row)})
        put_rows(draft, rows, moved, target, sibling)

    def _target(self, rows: ActivityRows) -> str | None:
        if self.group != BESIDE:
            return self.group
        if self.after is None:
            return None
        around = rows.group_of.get(self.after)
        if rows.by_id[self.after].children and self.after not in self.activities:
            return self.after
        return around

    def _sibling(self, rows: ActivityRows, target: str | None, moved: set[str]) -> str | None:
        """The row of the target's own level behind which they go; None where they are the first of it."""
        at = self.after
        if at is not None and at != target and target in (None, *rows.groups_around(at)):
            while at is not None and rows.group_of.get(at) != target:
                at = rows.group_of.get(at)
        elif at != target and target is not None:
            own = [
                c for c in rows.by_id[target].children if rows.group_of.get(c) == target and c not in moved
            ]
            return own[-1] if own else None
        if at is None or at == target:
            return None
        level = [a for a in rows.by_id if rows.group_of.get(a) == target]
        while at in moved:  # dropped among the rows that are dragged
            place = level.index(at)
            at = level[place - 1] if place else None
            if at is None:
                return None
        return at


@dataclass(frozen=True, slots=True)
class GroupActivities(Command):
    """Puts activities into a new group called `called`, which stands where the first of them stood (v4)."""

    name: ClassVar[str] = "group_activities"
    activities: tuple[str, ...]
    called: str

    def why_not(self, document: Document) -> str:
        """Not in v3, which has no groups; not without a name; not across designs."""
        reason = why_nothing(self.activities) or why_not_in(document, "activities", self.activities)
        if reason:
            return reason
        if not document.capabilities.child_ids:
            return no_groups()
        if one_design(document, self.activities) is None:
            return translate("commands", "These activities are in several designs: choose those of one.")
        return why_no_name(self.called)

    def title(self, document: Document) -> str:
        """ "Group ECG, Vital signs and 2 more as Safety"."""
        return translate("commands", "Group {names} as {group}").format(
            names=listed(document, list(dict.fromkeys(self.activities))), group=shortened(self.called)
        )

    def carry_out(self, draft: Draft) -> None:
        """Insert the group before the first of them, and move all of them into it."""
        design = draft.design_of(self.activities[0])
        rows = ActivityRows(design, draft.document)
        moved = rows.outermost(self.activities)
        first = moved[0]
        around = rows.group_of.get(first)
        before = list(rows.by_id)[: rows.place[first]]
        behind = before[-1] if before else None
        if around is not None and any(rows.group_of.get(row) != around for row in moved):
            # From several groups: the new one stands in none of them, but behind the one that the first was in.
            behind, around = rows.last_of(rows.groups_around(first)[-1]), None
        owner = draft.document.index.address_of(design.raw) or ""
        group = draft.insert(
            owner,
            "activities",
            draft.new(
                "Activity",
                name=free_name(design.raw.get("activities"), self.called),
                label=self.called,
                description="",
                previousId=None,
                nextId=None,
                childIds=[],
                definedProcedures=[],
                biomedicalConceptIds=[],
                bcCategoryIds=[],
                bcSurrogateIds=[],
                timelineId=None,
                notes=[],
            ),
            behind,
        )
        if around is not None:
            siblings = rows.by_id[around].children
            at = siblings.index(first)
            draft.add_ref(around, "childIds", group, siblings[at - 1] if at else None)
        put_rows(draft, ActivityRows(design, draft.document), moved, group, None)


@dataclass(frozen=True, slots=True)
class Ungroup(Command):
    """Dissolves a group: what is in it stands where it stood. A group that is planned itself stays as a row."""

    name: ClassVar[str] = "ungroup"
    group: str

    def why_not(self, document: Document) -> str:
        """Not for what is no group."""
        reason = why_not_in(document, "activities", (self.group,))
        if reason:
            return reason
        item = document.index.object_at(self.group)
        if item is None or not Activity(item).children:
            return translate("commands", "“{name}” is no group: nothing is in it.").format(
                name=named(document, self.group)
            )
        return ""

    def title(self, document: Document) -> str:
        """ "Ungroup Safety"."""
        return translate("commands", "Ungroup {group}").format(group=named(document, self.group))

    def carry_out(self, draft: Draft) -> None:
        """Empty its childIds; remove it where nothing else is said of it."""
        design = draft.design_of(self.group)
        rows = ActivityRows(design, draft.document)
        around = rows.group_of.get(self.group)
        behind = self.group
        for child in rows.by_id[self.group].children:
            if around is not None and rows.group_of.get(child) == self.group:
                draft.add_ref(around, "childIds", child, behind)
                behind = child
            draft.remove_ref(self.group, "childIds", child)
        if not _says_something(draft, rows.by_id[self.group]):
            draft.remove(self.group)


def one_design(document: Document, activities: tuple[str, ...] | list[str]) -> StudyDesign | None:
    """The one design that all of these activities are in; None where they are in several."""
    designs = document.designs()
    found: set[int] = set()
    for address in activities:
        item = document.index.object_at(address)
        holder = document.index.owner_of(item) if item is not None else None
        found.update(n for n, design in enumerate(designs) if holder is not None and design.raw is holder[0])
    return designs[found.pop()] if len(found) == 1 else None


def put_rows(
    draft: Draft, rows: ActivityRows, moved: list[str], group: str | None, sibling: str | None
) -> None:
    """Puts rows with all in them into a group (None: into none), behind one of its rows (None: as its first)."""
    behind: After = None
    if sibling is not None:
        moving = {below for row in moved for below in rows.beneath(row)}
        stays = [a for a in rows.beneath(sibling) if a not in moving]
        behind = max(stays, key=lambda a: rows.place[a])
    elif group is not None:
        behind = group
    ref: After = sibling
    for row in moved:
        around = rows.group_of.get(row)
        if around is not None:
            draft.remove_ref(around, "childIds", row)
    for row in moved:
        for below in sorted(rows.beneath(row), key=lambda a: rows.place[a]):
            draft.move(below, behind)
            behind = below
        if group is not None:
            if ref is not None and ref not in _children(draft, group):
                ref = LAST
            draft.add_ref(group, "childIds", row, ref)
            ref = row


def _children(draft: Draft, group: str) -> tuple[str, ...]:
    return Activity(draft.entity(group).raw).children


def _says_something(draft: Draft, group: Activity) -> bool:
    """Whether an activity is planned, runs a timeline, holds procedures or concepts, or carries a footnote."""
    if group.procedures or group.biomedical_concepts or group.bc_categories or group.bc_surrogates:
        return True
    if group.sub_timeline or group.raw.get("notes") or group.raw.get("extensionAttributes"):
        return True
    return any(
        type(item.get(attribute)) is list and group.id in item[attribute]
        for item in draft.document.index.unique.values()
        for attribute in ("activityIds", "appliesToIds", "contextIds")
    )
