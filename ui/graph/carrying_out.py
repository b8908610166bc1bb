"""What a hand asks of the graph as commands of the study."""

from __future__ import annotations

from app.open_study import OpenStudy
from study.commands.command import Command
from study.language import translate
from study.model import ScheduledInstance
from ui.canvas.wishes import Cut, Draw, Name, PutOn, Redirect, Way, Wish


def command_for(wish: Wish, study: OpenStudy, timeline: str) -> tuple[Command | None, str]:
    """The command of a wish on a timeline (its id); None with a reason, a sentence, for what none can do."""
    from study.commands.connections import Disconnect, InsertOnEdge
    from study.commands.decisions import SetBranch, decision_of
    from study.commands.deletion import DeleteVisits
    from study.commands.rename import RenameEntity

    if isinstance(wish, Name):
        if decision_of(study.document, wish.address):
            return SetBranch(wish.address, condition=wish.text), ""
        return RenameEntity(wish.address, wish.text), ""
    if isinstance(wish, Draw):
        return _drawn(wish, study, timeline), ""
    if isinstance(wish, Redirect):
        return _redirected(wish, study, timeline)
    if isinstance(wish, PutOn):
        return InsertOnEdge(wish.address, wish.way.source or timeline, assignment_of(wish.way, study)), ""
    if isinstance(wish, Cut):
        return Disconnect(wish.way.source or timeline, assignment_of(wish.way, study)), ""
    return DeleteVisits(wish.addresses), ""


def assignment_of(way: Way, study: OpenStudy) -> str:
    """The ConditionAssignment that makes a way; "" for a default way, an exit and the entry."""
    item = study.document.index.object_at(way.source) if way.source else None
    if item is None or not way.entity:
        return ""
    ways = ScheduledInstance(item).condition_assignments
    return way.entity if any(each.id == way.entity for each in ways) else ""


def _drawn(wish: Draw, study: OpenStudy, timeline: str) -> Command:
    from study.commands.connections import Connect
    from study.commands.decisions import AddBranch, SetDefaultBranch

    item = study.document.index.object_at(wish.source) if wish.source else None
    if item is not None and ScheduledInstance(item).is_decision:
        if ScheduledInstance(item).default_condition is None:
            return SetDefaultBranch(wish.source, wish.target)
        return AddBranch(wish.source, translate("canvas", "New condition"), wish.target)
    return Connect(wish.source or timeline, wish.target)


def _redirected(wish: Redirect, study: OpenStudy, timeline: str) -> tuple[Command | None, str]:
    from study.commands.connections import Connect, Disconnect
    from study.commands.several import Several

    way, assignment = wish.way, assignment_of(wish.way, study)
    if wish.source == way.source:
        return Connect(way.source or timeline, wish.target, assignment), ""
    if not way.source:
        return None, translate(
            "canvas", "The timeline begins here: carry the other end to what it begins with."
        )
    if assignment:
        return None, translate(
            "canvas", "This way belongs to its decision: carry its other end, or add a branch elsewhere."
        )
    join = Connect(wish.source or timeline, wish.target)
    title = join.title(study.document)
    return Several((join, Disconnect(way.source)), title), ""
