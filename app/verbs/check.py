"""`maestro check`: the findings on a study, as text for people or JSON for scripts."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from app.verbs import VerbError
from study.findings import Finding, Severity, find_problems

if TYPE_CHECKING:
    from study.document import Document

FORMATS = ("text", "json")
_SEVERITY_WORDS = {
    Severity.ERROR: ("error", "errors"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.INFO: ("note", "notes"),
}


def check(document: Document, format: str) -> str:  # noqa: A002
    """The findings on `document` by their place in it, ending in a line feed.

    "text": a line for each, then a line that counts them. "json": a list of objects with rule, severity ("error",
    "warning", "info"), entity_id ("" where the entity has none), entity_type and message. Raises VerbError for
    any other format.
    """
    if format not in FORMATS:
        raise VerbError(f"Findings are written as text or json, not as {format}. Choose one of these.")
    findings = find_problems(document)
    if format == "json":
        return json.dumps([_as_json(finding) for finding in findings], indent=2) + "\n"
    lines = [_line(finding) for finding in findings]
    return "\n".join([*lines, _count_line(findings)]) + "\n"


def _as_json(finding: Finding) -> dict[str, str]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "entity_id": finding.entity_id,
        "entity_type": finding.entity_type,
        "message": finding.message,
    }


def _line(finding: Finding) -> str:
    entity = " ".join(f"{finding.entity_type} {finding.entity_id}".split())
    # A study's text can hold line ends, and characters that no encoding can write.
    message = " ".join(finding.message.split())
    line = f"{_SEVERITY_WORDS[finding.severity][0]:<8}{message} [{finding.rule}{entity and ', '}{entity}]"
    return line.encode("utf-8", "backslashreplace").decode("utf-8")


def _count_line(findings: list[Finding]) -> str:
    if not findings:
        return "No findings."
    counts = Counter(finding.severity for finding in findings)
    kinds = [
        f"{counts[severity]} {words[counts[severity] != 1]}"
        for severity, words in _SEVERITY_WORDS.items()
        if counts[severity]
    ]
    noun = "finding" if len(findings) == 1 else "findings"
    return f"{len(findings)} {noun}: {', '.join(kinds)}."
