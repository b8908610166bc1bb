"""What people do to a protocol: a command has a rule that says why not, a title, and what it does to a draft.

A command is a small frozen value. `why_not` is the one rule, asked by hover, by menus and again before anything is
done. `carry_out` writes to a `Draft`; what follows by itself (`study.commands.follow_ups`) is added after it.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, ClassVar

from study.change_set import Target

if TYPE_CHECKING:
    from study.commands.draft import Draft
    from study.document import Document


class CannotError(ValueError):
    """A command that cannot be done: `reason` says why, as a sentence for a person. Nothing was changed."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Command(ABC):
    """One thing that people do. Subclasses are frozen dataclasses of addresses and plain values."""

    __slots__ = ()
    name: ClassVar[str]
    """The machine's word for it, such as "set_timing"; kept in every change set, never shown."""
    target: ClassVar[Target] = Target.PROTOCOL

    def why_not(self, document: Document) -> str:  # noqa: ARG002 - for those that have a rule
        """Why this cannot be done now, a sentence for a person; "" where it can. Cheap: asked while hovering."""
        return ""

    @abstractmethod
    def title(self, document: Document) -> str:
        """What is done, in plain words, such as "Move Week 8 to Week 9"; asked before it is carried out."""

    @abstractmethod
    def carry_out(self, draft: Draft) -> None:
        """Do it. Raises CannotError, or ChangeRefusedError where the document is damaged at that place."""
