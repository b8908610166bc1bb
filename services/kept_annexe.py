"""The annexe of a kept study: what is kept beside it because USDM has no place for it, with the revision it is at.

It lies in the cache beside the study's settings. It may be a revision or more ahead of the kept content, where a kill
came between the two: changes that it has already are passed over.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from study.annexe import Annexe
from study.apply import apply
from study.change_set import Target, read_change_set
from study.revisions import RevisionChange

SETTING = "annexe"
"""The name that it is kept under (`services.study_settings`)."""


@dataclass(frozen=True, slots=True)
class KeptAnnexe:
    """`text` as `study.annexe` writes it, "" for one in which nothing is said; at `revision` of the backend."""

    revision: int = 0
    text: str = ""

    def forward(self, changes: Sequence[RevisionChange]) -> KeptAnnexe:
        """With those of the changes that are newer. Raises ValueError where they do not fit it."""
        newer = [read_change_set(each.change_set or "") for each in changes if each.revision > self.revision]
        beside = [each for each in newer if each.target is Target.ANNEXE]
        if not beside:
            return self
        annexe = Annexe.from_bytes(self.text.encode()) if self.text else Annexe.empty()
        for each in beside:
            apply(annexe, each.changes)
        return KeptAnnexe(changes[-1].revision, annexe.to_bytes().decode())


def written(kept: KeptAnnexe) -> str:
    """A kept annexe as a setting's text."""
    return json.dumps({"format": 1, "revision": kept.revision, "text": kept.text})


def read(setting: str | None) -> KeptAnnexe:
    """The annexe in a setting's text; an empty one where there is none, or none that this program can read."""
    try:
        value = json.loads(setting or "")
    except ValueError:
        return KeptAnnexe()
    if type(value) is not dict or value.get("format") != 1:
        return KeptAnnexe()
    revision, text = value.get("revision"), value.get("text")
    return KeptAnnexe(revision, text) if type(revision) is int and type(text) is str else KeptAnnexe()
