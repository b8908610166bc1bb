"""The documentation keeps its promises: links lead somewhere, and verbs, options, statuses and rules are all told."""

import argparse
import re
from pathlib import Path

import pytest

from app.main import _parser
from app.verbs.schedule import COLUMNS
from study.findings import RULES, Severity
from study.timeline import Status
from tests.shared import ROOT

DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


def text_of(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def anchors(text: str) -> set[str]:
    """The names by which the headings of a document can be linked to."""
    headings = re.findall(r"^#+ (.+)$", _FENCE.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading).strip().lower().replace(" ", "-") for heading in headings}


def links() -> list[tuple[Path, str]]:
    """Every link and image of every document, as (document, target), the web's left out."""
    return [
        (document, target)
        for document in DOCUMENTS
        for target in _LINK.findall(_FENCE.sub("", document.read_text("utf-8")))
        if not re.match(r"[a-z]+:", target)
    ]


def test_every_link_and_image_leads_to_something() -> None:
    found = links()
    assert len(found) > 10
    lost = []
    for document, target in found:
        path, _, anchor = target.partition("#")
        there = (document.parent / path).resolve() if path else document
        if not there.exists() or (anchor and anchor not in anchors(there.read_text("utf-8"))):
            lost.append(f"{document.relative_to(ROOT)}: {target}")
    assert lost == []


def test_every_picture_is_used_and_all_together_are_small() -> None:
    pictures = sorted((ROOT / "docs" / "images").glob("*.png"))
    shown = {(document.parent / target).resolve() for document, target in links()}
    assert pictures
    assert [path.name for path in pictures if path not in shown] == []
    assert sum(path.stat().st_size for path in pictures) < 7_000_000


def test_the_readme_names_both_commands_on_every_system() -> None:
    text = text_of("README.md")
    fresh = re.search(r"^```\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    assert fresh is not None
    assert re.findall(r"^make \w+", fresh.group(1), re.MULTILINE) == ["make run", "make test"]
    assert r"`.\make run`" in text
    assert r"`.\make test`" in text


def verbs() -> dict[str, argparse.ArgumentParser]:
    subparsers = next(a for a in _parser()._actions if isinstance(a, argparse._SubParsersAction))
    return dict(subparsers.choices)


def test_every_verb_has_a_section_with_all_its_options() -> None:
    text = text_of("docs/verbs.md")
    sections = dict(re.findall(r"^## (\w+)$\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL))
    assert sections.keys() >= verbs().keys() - {"help"}
    missing = [
        f"{verb} {word}"
        for verb, parser in verbs().items()
        for action in parser._actions
        for word in [*action.option_strings, *(action.choices or [])]
        if word not in ("-h", "--help") and word not in sections[verb]
    ]
    assert missing == []


def test_the_readme_names_every_verb() -> None:
    text = text_of("README.md")
    assert [verb for verb in verbs() if f"maestro {verb}" not in text] == []


@pytest.mark.parametrize(
    "words",
    [COLUMNS, [str(status) for status in Status], [str(severity) for severity in Severity]],
    ids=["columns", "statuses", "severities"],
)
def test_every_word_that_scripts_read_is_told(words: list[str]) -> None:
    text = text_of("docs/verbs.md")
    assert [word for word in words if f"`{word}`" not in text] == []


def test_every_rule_is_told_as_the_program_tells_it() -> None:
    rows = dict(
        re.findall(r"^\| `((?:DDF|MAESTRO-)\S+)` \| (.+) \|$", text_of("docs/verbs.md"), re.MULTILINE)
    )
    assert rows == RULES


def test_every_setting_of_the_backend_is_told() -> None:
    sources = (text_of("backend/settings.py"), text_of("backend/main.py"))
    settings = set(re.findall(r"MAESTRO_[A-Z_]+[A-Z]", "".join(sources)))
    assert len(settings) > 5
    text = text_of("docs/verbs.md")
    assert [name for name in sorted(settings) if f"`{name}`" not in text] == []
