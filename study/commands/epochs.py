"""Epochs: added, deleted, put in another order, split and merged; and which epoch visits are in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from study.code_lists import TREATMENT_EPOCH, Term
from study.commands.coding import code_of
from study.commands.command import CannotError, Command
from study.commands.draft import LAST, After, Draft, timeline_of
from study.commands.naming import free_name, listed, named, shortened, why_no_name
from study.commands.replacing import replace_reference
from study.commands.rules import design_at, why_no_design, why_not_added, why_not_in, why_nothing
from study.document import Document
from study.graph import schedule_graph
from study.json_types import ABSENT, copied
from study.language import translate
from study.model import ScheduledInstance, StudyDesign, StudyEpoch
from study.protocol_order import protocol_order


@dataclass(frozen=True, slots=True)
class AddEpoch(Command):
    """A new epoch behind the epoch `after`; last of the design at `design` (None: the first) where that is None."""

    name: ClassVar[str] = "add_epoch"
    called: str
    type: Term = TREATMENT_EPOCH
    after: str | None = None
    design: str | None = None

    def why_not(self, document: Document) -> str:
        """Not without a name, and not beside what is no epoch."""
        return why_not_added(document, self.called, "epochs", self.after, self.design)

    def title(self, document: Document) -> str:  # noqa: ARG002 - the same in every study
        """ "Add the epoch Follow-up"."""
        return translate("commands", "Add the epoch {name}").format(name=shortened(self.called))

    def carry_out(self, draft: Draft) -> None:
        """Insert it; it has no cells until elements are assigned to it."""
        found = draft.design_of(self.after) if self.after else design_at(draft.document, self.design)
        if found is None:
            raise CannotError(why_no_design(draft.document, self.design))
        add_epoch(draft, found, self.called, code_of(draft, self.type), self.after or LAST)


@dataclass(frozen=True, slots=True)
class DeleteEpoch(Command):
    """Takes an epoch out, with its cells; its visits are then in the epoch `into`, or in none where that is None."""

    name: ClassVar[str] = "delete_epoch"
    epoch: str
    into: str | None = None

    def why_not(self, document: Document) -> str:
        """Not for what is no epoch, and not into itself."""
        reason = why_not_in(
            document, "epochs", [each for each in (self.epoch, self.into) if each is not None]
        )
        if not reason and self.into == self.epoch:
            return translate("commands", "Choose another epoch for its visits.")
        return reason

    def title(self, document: Document) -> str:
        """ "Delete the epoch Follow-up: 6 visits are then in none"."""
        count = len(instances_in(document, self.epoch))
        epoch = named(document, self.epoch)
        if not count:
            return translate("commands", "Delete the epoch {epoch}").format(epoch=epoch)
        if self.into is None:
            return translate(
                "commands", "Delete the epoch {epoch}: %n visit(s) (are) then in none", "", count
            ).format(epoch=epoch)
        return translate(
            "commands", "Delete the epoch {epoch}: %n visit(s) (are) then in {other}", "", count
        ).format(epoch=epoch, other=named(document, self.into))

    def carry_out(self, draft: Draft) -> None:
        """Remove it; its cells, its visits' references and the links of the epochs follow."""
        if self.into is not None:
            for address in instances_in(draft.document, self.epoch):
                draft.set(address, "epochId", self.into)
        draft.remove(self.epoch)


@dataclass(frozen=True, slots=True)
class MoveEpoch(Command):
    """Puts an epoch behind another one (None: at the beginning) in the order of epochs; its visits stay in it."""

    name: ClassVar[str] = "move_epoch"
    epoch: str
    after: str | None

    def why_not(self, document: Document) -> str:
        """Not for what is no epoch, and not behind itself."""
        reason = why_not_in(
            document, "epochs", [each for each in (self.epoch, self.after) if each is not None]
        )
        if not reason and self.after == self.epoch:
            return translate("commands", "An epoch does not come after itself.")
        return reason

    def title(self, document: Document) -> str:
        """ "Move the epoch Follow-up behind Treatment"."""
        epoch = named(document, self.epoch)
        if self.after is None:
            return translate("commands", "Move the epoch {epoch} to the beginning").format(epoch=epoch)
        return translate("commands", "Move the epoch {epoch} behind {other}").format(
            epoch=epoch, other=named(document, self.after)
        )

    def carry_out(self, draft: Draft) -> None:
        """Move it in the design's list; the links follow."""
        draft.move(self.epoch, self.after)


@dataclass(frozen=True, slots=True)
class SplitEpoch(Command):
    """Splits an epoch: its visits from `at` on, in the order of their timeline, are in a new epoch behind it."""

    name: ClassVar[str] = "split_epoch"
    at: str
    called: str

    def why_not(self, document: Document) -> str:
        """Not at what is no visit, is in no epoch, or is the first of it."""
        reason = why_no_name(self.called) or why_not_in(document, "instances", (self.at,))
        if reason:
            return reason
        item = document.index.object_at(self.at)
        epoch = ScheduledInstance(item).epoch if item is not None else None
        if epoch is None or document.index.object_at(epoch) is None:
            return translate("commands", "“{name}” is in no epoch that could be split.").format(
                name=named(document, self.at)
            )
        within = _path_within(document, self.at, epoch)
        if not within or within[0] == self.at:
            return translate(
                "commands", "“{name}” is the first of its epoch: nothing would be left before it."
            ).format(name=named(document, self.at))
        return ""

    def title(self, document: Document) -> str:
        """ "Split the epoch Treatment at Week 12: Extension"."""
        item = document.index.object_at(self.at)
        epoch = ScheduledInstance(item).epoch if item is not None else None
        return translate("commands", "Split the epoch {epoch} at {visit}: {name}").format(
            epoch=named(document, epoch or ""), visit=named(document, self.at), name=shortened(self.called)
        )

    def carry_out(self, draft: Draft) -> None:
        """Insert the new epoch with the same type and the same elements in each arm, and move the visits."""
        old = draft.instance(self.at).epoch or ""
        design = draft.design_of(old)
        term = StudyEpoch(draft.entity(old).raw).type
        kind = Term(term.code, term.decode) if term is not None else TREATMENT_EPOCH
        new = add_epoch(draft, design, self.called, code_of(draft, kind), old)
        for address in _later_within(draft.document, self.at, old):
            draft.set(address, "epochId", new)
        for cell in design.cells:
            own = draft.document.index.address_of(cell.raw)
            if cell.epoch == old and own is not None and cell.arm:
                draft.insert(
                    draft.document.index.address_of(design.raw) or "",
                    "studyCells",
                    draft.new("StudyCell", armId=cell.arm, epochId=new, elementIds=list(cell.elements)),
                    own,
                )


@dataclass(frozen=True, slots=True)
class MergeEpochs(Command):
    """Makes one epoch of some that stand beside each other: the first stays, with all visits and elements."""

    name: ClassVar[str] = "merge_epochs"
    epochs: tuple[str, ...]

    def why_not(self, document: Document) -> str:
        """Not for fewer than two, and not across another epoch."""
        reason = why_not_in(document, "epochs", self.epochs)
        if reason:
            return reason
        if len(set(self.epochs)) < 2:
            return translate("commands", "Choose two epochs or more to make one of them.")
        order = self._in_order(document)
        if not order:
            return translate(
                "commands",
                "These epochs do not stand beside each other: choose neighbours, or move them first.",
            )
        return ""

    def title(self, document: Document) -> str:
        """ "Merge the epochs Treatment 1, Treatment 2"."""
        order = self._in_order(document) or list(self.epochs)
        return translate("commands", "Merge the epochs {names}").format(names=listed(document, order))

    def carry_out(self, draft: Draft) -> None:
        """Move visits and elements into the first of them, and remove the others."""
        first, *others = self._in_order(draft.document)
        design = draft.design_of(first)
        for other in others:
            for address in instances_in(draft.document, other):
                draft.set(address, "epochId", first)
            kept = {cell.arm: cell for cell in design.cells if cell.epoch == first}
            for cell in [cell for cell in design.cells if cell.epoch == other]:
                own = draft.document.index.address_of(cell.raw)
                into = kept.get(cell.arm)
                target = draft.document.index.address_of(into.raw) if into is not None else None
                if own is None:
                    continue
                if target is None:
                    draft.set(own, "epochId", first)
                    kept[cell.arm] = cell
                else:
                    for element in cell.elements:
                        draft.add_ref(target, "elementIds", element)
                    draft.remove(own)
            replace_reference(draft, "epochId", other, first)
            draft.remove(other)

    def _in_order(self, document: Document) -> list[str]:
        """The epochs as they follow each other; none where another stands between them."""
        for design in document.designs():
            order = [epoch.id for epoch in protocol_order(design.epochs) if epoch.id]
            places = sorted(order.index(epoch) for epoch in set(self.epochs) if epoch in order)
            if len(places) == len(set(self.epochs)) and places[-1] - places[0] == len(places) - 1:
                return [order[place] for place in places]
        return []


@dataclass(frozen=True, slots=True)
class AssignEpoch(Command):
    """Puts visits into an epoch; into none where `epoch` is None."""

    name: ClassVar[str] = "assign_epoch"
    instances: tuple[str, ...]
    epoch: str | None

    def why_not(self, document: Document) -> str:
        """Not for what is no visit, and not into what is no epoch."""
        reason = why_nothing(self.instances) or why_not_in(document, "instances", self.instances)
        return reason or (why_not_in(document, "epochs", (self.epoch,)) if self.epoch is not None else "")

    def title(self, document: Document) -> str:
        """ "Put Week 8 into the epoch Treatment"."""
        names = listed(document, list(dict.fromkeys(self.instances)))
        if self.epoch is None:
            return translate("commands", "Take {names} out of the epoch").format(names=names)
        return translate("commands", "Put {names} into the epoch {epoch}").format(
            names=names, epoch=named(document, self.epoch)
        )

    def carry_out(self, draft: Draft) -> None:
        """Set epochId."""
        for instance in self.instances:
            draft.set(instance, "epochId", self.epoch)


def add_epoch(
    draft: Draft, design: StudyDesign, called: str, type_code: dict[str, object], after: After
) -> str:
    """Inserts a new epoch into a design; its id."""
    epoch = draft.new(
        "StudyEpoch",
        name=free_name(design.raw.get("epochs"), called),
        label=called,
        description="",
        type=type_code,
        previousId=None,
        nextId=None,
        notes=[] if draft.document.capabilities.generation >= 4 else ABSENT,
    )
    return draft.insert(draft.document.index.address_of(design.raw) or "", "epochs", copied(epoch), after)


def instances_in(document: Document, epoch: str) -> list[str]:
    """The instances of all timelines that are in an epoch and can be changed."""
    return [
        address
        for _, _, timeline in document.timelines()
        for instance in timeline.instances
        if instance.epoch == epoch and (address := document.index.address_of(instance.raw))
    ]


def _path_within(document: Document, at: str, epoch: str) -> list[str]:
    timeline = timeline_of(document, at)
    if timeline is None:
        return []
    graph = schedule_graph(timeline)
    return [key for key in graph.order if graph.instances[key].epoch == epoch]


def _later_within(document: Document, at: str, epoch: str) -> list[str]:
    within = _path_within(document, at, epoch)
    return within[within.index(at) :] if at in within else []
