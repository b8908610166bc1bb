"""Small studies for the tests of what carries them: valid enough for the backend to take."""

from __future__ import annotations

import json


def study(name: str = "ONE", *, padding: int = 0) -> bytes:
    """A USDM 4 study with a name and, as a description, so many characters of 1 to 3 bytes."""
    document: dict[str, object] = {
        "study": {
            "id": None,
            "name": name,
            "description": ("aé€\n" * (padding // 4 + 1))[:padding],
            "label": None,
            "versions": [],
            "documentedBy": [],
            "instanceType": "Study",
        },
        "usdmVersion": "4.0",
        "systemName": None,
        "systemVersion": None,
    }
    return json.dumps(document, indent=2, ensure_ascii=False).encode("utf-8")
