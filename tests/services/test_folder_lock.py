"""A second program stays out of the data folder, and a killed one leaves no lock behind."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from services.files import CannotWrite
from services.folder_lock import FolderInUse, FolderLock

_HOLD = """
import sys
from pathlib import Path
from services.folder_lock import FolderLock
lock = FolderLock(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def test_a_second_program_is_told_and_a_kill_frees_the_folder(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(FolderInUse, match=f"process {holder.pid}") as caught:
            FolderLock(tmp_path)
        assert "Use the window that is open" in caught.value.advice
        holder.kill()
        holder.wait()
    with FolderLock(tmp_path):
        pass


def test_it_can_be_taken_again_after_release(tmp_path: Path) -> None:
    lock = FolderLock(tmp_path / "new")
    with pytest.raises(FolderInUse):
        FolderLock(tmp_path / "new")
    lock.release()
    lock.release()
    FolderLock(tmp_path / "new").release()


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(CannotWrite):
        FolderLock(tmp_path / "file" / "folder")
