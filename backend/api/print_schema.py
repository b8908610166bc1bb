"""Prints the schema as SDL, or with `--write` into resources/schema.graphql, where the desktop reads it."""

from __future__ import annotations

import sys
from pathlib import Path

from backend.api.schema import schema

SCHEMA_FILE = Path(__file__).resolve().parents[2] / "resources" / "schema.graphql"


def printed_schema() -> str:
    """The SDL as it is committed, ending with one newline."""
    return schema.as_str().rstrip("\n") + "\n"


def main(argv: list[str]) -> int:
    if argv == ["--write"]:
        SCHEMA_FILE.write_text(printed_schema(), encoding="utf-8", newline="\n")
    elif argv:
        print("usage: python -m backend.api.print_schema [--write]", file=sys.stderr)
        return 2
    else:
        sys.stdout.write(printed_schema())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
