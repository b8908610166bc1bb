"""Several commands as one step: each is asked on the document as those before it leave it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Final

from study.change_set import Target
from study.commands.command import CannotError, Command
from study.commands.draft import Draft
from study.commands.naming import shortened
from study.document import Document

_LONGEST: Final = 160  # characters of what several commands are called


@dataclass(frozen=True, slots=True)
class Several(Command):
    """Does `commands` in their order, all of them or none, under one title."""

    name: ClassVar[str] = "several"
    commands: tuple[Command, ...]
    called: str

    def why_not(self, document: Document) -> str:
        """Not where the first cannot be done; the others are asked when it is their turn."""
        return self.commands[0].why_not(document) if self.commands else ""

    def title(self, document: Document) -> str:  # noqa: ARG002 - what it is called is said by who puts it together
        """What they do together, on one line that a history can show."""
        return shortened(self.called, _LONGEST)

    def carry_out(self, draft: Draft) -> None:
        """Do one after the other. Raises CannotError where one of them cannot be done any more."""
        for command in self.commands:
            reason = command.why_not(draft.document)
            if reason:
                raise CannotError(reason)
            command.carry_out(draft)


@dataclass(frozen=True, slots=True)
class SeveralBeside(Several):
    """As `Several`, of commands about what is kept beside the protocol: its annexe."""

    target: ClassVar[Target] = Target.ANNEXE
