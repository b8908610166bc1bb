"""Where the shared real studies lie, and how a test that needs one skips when they are not there."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

SHARED_STUDIES = (
    "alexion-nct04573309-v4",
    "cdisc-pilot-lzzt-v4",
    "lilly-nct03421379-v3",
    "lilly-nct03421379-v4",
    "observational-v4",
)


def shared_file(relative: str) -> Path:
    """The path of a file under the shared folder, e.g. `data/oracle/planned-offsets.tsv`.

    Skips the calling test when the file is not there.
    """
    path = SHARED / relative
    if not path.is_file():
        pytest.skip(f"the shared file {relative} is not beside this clone")
    return path


def shared_study_path(name: str) -> Path:
    """The path of one of `SHARED_STUDIES`; skips the calling test when it is not there."""
    return shared_file(f"data/usdm/{name}.json")


def shared_study(name: str) -> bytes:
    """The bytes of one of `SHARED_STUDIES`, as they lie on disk; skips the test when it is not there."""
    return shared_study_path(name).read_bytes()
