"""Prints the JSON Schema of the events that `maestro run` reads.

`python -m app.verbs.event_schema > resources/events.schema.json`; a test holds that file to what this prints.
"""

from __future__ import annotations

import json
import sys

from study.interpreter.event_fields import event_schema


def schema_text() -> str:
    """The schema as the file holds it."""
    return json.dumps(event_schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.write(schema_text())
