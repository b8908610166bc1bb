"""Trouble that a person can act on: what happened, what was kept, what to do."""

from __future__ import annotations

from study.language import translate


class Trouble(Exception):  # noqa: N818 - trouble is the word that people are told
    """An expected failure outside the program, told in three short sentences.

    `happened` says what went wrong, `kept` what is safe all the same, `advice` what to do next.
    The text never holds a secret or a participant's data, so it may be shown and logged.
    """

    def __init__(self, happened: str, *, kept: str = "", advice: str = "") -> None:
        self.happened = happened
        self.kept = kept
        self.advice = advice
        super().__init__(happened, kept, advice)

    @property
    def message(self) -> str:
        """The sentences that are not empty, on one line."""
        return " ".join(part for part in (self.happened, self.kept, self.advice) if part)

    def __str__(self) -> str:
        return self.message


class Cancelled(Trouble):
    """The person stopped a long piece of work."""

    def __init__(self, work: str) -> None:
        super().__init__(
            translate("trouble", "{work} was cancelled.").format(work=work),
            kept=translate("trouble", "Nothing was changed."),
        )
