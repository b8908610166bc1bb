"""500 damaged studies: nothing but a DocumentError comes out, and none runs away."""

from __future__ import annotations

import pytest

from tests.fuzz import fuzz, main, mutant, sources

MUTANTS = 500
SEED = 2
RUNAWAY_S = 30.0
"""What would never end is told; how quick the rest is, `make fuzz` measures alone on its machine."""


def test_no_mutant_breaks_anything() -> None:
    run = fuzz(MUTANTS, SEED, limit_s=RUNAWAY_S)
    assert run.failures == []
    assert sum(run.outcomes.values()) == MUTANTS
    assert run.outcomes["opened"] > MUTANTS / 4  # else it says little of what comes after opening
    assert run.outcomes["refused"] > MUTANTS / 20


def test_a_mutant_is_known_by_seed_and_number() -> None:
    studies = sources()
    assert mutant(studies, 5, 7)[:2] == mutant(studies, 5, 7)[:2]
    assert mutant(studies, 5, 7)[1] != mutant(studies, 5, 8)[1]


def test_the_command_tells_the_seed_and_fails_with_what_it_found(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["--mutants", "3", "--seed", "11"]) == 0
    assert "seed 11" in capsys.readouterr().out

    def broken(*_: object) -> str:
        raise KeyError("broken")

    monkeypatch.setattr("tests.fuzz.exercise", broken)
    assert main(["--mutants", "1", "--seed", "11"]) == 1
    assert "mutant 0" in capsys.readouterr().out
