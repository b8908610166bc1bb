"""The committed schema is the one that the code serves."""

from __future__ import annotations

import pytest
from graphql import build_schema

from backend.api.print_schema import SCHEMA_FILE, main, printed_schema


def test_the_committed_schema_equals_the_code() -> None:
    committed = SCHEMA_FILE.read_text(encoding="utf-8")
    assert committed == printed_schema(), "run `python -m backend.api.print_schema --write` and commit it"


def test_the_committed_schema_is_valid() -> None:
    schema = build_schema(SCHEMA_FILE.read_text(encoding="utf-8"))
    assert schema.query_type is not None
    assert set(schema.query_type.fields) == {
        "serverInfo",
        "studies",
        "study",
        "studyContent",
        "changesSince",
        "studyAnnexe",
        "studyLayout",
        "auditTrail",
    }


def test_it_is_printed_on_stdout(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    assert capsys.readouterr().out == printed_schema()
    assert main(["--nonsense"]) == 2
