"""The dates in docs/questions.md that the verbs tell: every command there gives what stands below it."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from app.main import main
from tests.shared import ROOT, shared_study_path

TEXT = (ROOT / "docs" / "questions.md").read_text("utf-8")
BLOCKS = re.findall(r"^```\n\$ (maestro .*?)\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
STUDIES = {"lzzt.json": "cdisc-pilot-lzzt-v4", "alexion.json": "alexion-nct04573309-v4"}
EVENTS = [
    {"type": "consented", "occurred": "2024-12-24"},
    {"type": "anchor happened", "occurred": "2025-01-07"},
    {"type": "visit done", "instance": "Week 8", "occurred": "2025-03-07"},
]


def columns(said: str) -> list[int]:
    """What `cut -f` takes: "1,3-5" is the first, third, fourth and fifth."""
    found: list[int] = []
    for part in said.split(","):
        first, _, last = part.partition("-")
        found += range(int(first), int(last or first) + 1)
    return found


@pytest.mark.parametrize(
    ("command", "output"), BLOCKS, ids=[command.split(" | ")[0] for command, _ in BLOCKS]
)
def test_a_command_gives_what_stands_below_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str, output: str
) -> None:
    (tmp_path / "events.json").write_text(json.dumps(EVENTS), "utf-8")
    first, *pipes = command.split(" | ")
    arguments = [
        str(shared_study_path(STUDIES[each])) if each in STUDIES else each for each in shlex.split(first)[1:]
    ]
    arguments = [str(tmp_path / each) if each == "events.json" else each for each in arguments]
    assert main(arguments) == 0
    lines = capsys.readouterr().out.splitlines()
    for name, option, said in map(shlex.split, pipes):
        if (name, option) == ("grep", "-E"):
            lines = [line for line in lines if re.search(said, line)]
        else:
            assert (name, option) == ("cut", "-f")
            lines = ["\t".join(line.split("\t")[n - 1] for n in columns(said)) for line in lines]
    assert lines == output.splitlines()


def test_there_are_such_commands() -> None:
    assert {command.split()[1] for command, _ in BLOCKS} == {"calendar", "run"}
    assert len(BLOCKS) >= 5
