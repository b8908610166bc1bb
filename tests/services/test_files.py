"""Files are written whole or not at all, and every refusal says what happened, what was kept, what to do."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from services.files import CannotRead, CannotWrite, read, write_atomically

as_anyone = pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="permissions do not bind this user"
)


def _tells_all(trouble: CannotRead | CannotWrite) -> None:
    assert trouble.happened.endswith(".")
    assert trouble.advice.endswith(".")


def test_what_is_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "study.json"
    write_atomically(path, b"first")
    write_atomically(path, b"second")
    assert read(path) == b"second"
    assert [item.name for item in tmp_path.iterdir()] == ["study.json"]


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_permissions_and_links_stay(tmp_path: Path) -> None:
    path = tmp_path / "study.json"
    path.write_bytes(b"old")
    path.chmod(0o640)
    link = tmp_path / "link.json"
    link.symlink_to(path)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("code", "word"),
    [(errno.ENOSPC, "full"), (errno.EROFS, "read-only"), (errno.EIO, "could not be written")],
)
def test_a_failing_disk_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, word: str
) -> None:
    path = tmp_path / "study.json"
    path.write_bytes(b"old")

    def fail(_: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(CannotWrite, match=word) as caught:
        write_atomically(path, b"new")
    _tells_all(caught.value)
    assert "unchanged" in caught.value.kept
    assert path.read_bytes() == b"old"
    assert [item.name for item in tmp_path.iterdir()] == ["study.json"]


@pytest.mark.skipif(sys.platform != "linux", reason="needs /dev/full's kin: a tiny file system")
def test_a_really_full_disk(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("mounting a small file system is not allowed here")
    try:
        path = disk / "study.json"
        write_atomically(path, b"old")
        with pytest.raises(CannotWrite, match="full"):
            write_atomically(path, b"x" * 200_000)
        assert path.read_bytes() == b"old"
        assert [item.name for item in disk.iterdir()] == ["study.json"]
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@as_anyone
def test_a_read_only_folder(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(CannotWrite, match="read-only"):
            write_atomically(tmp_path / "study.json", b"new")
    finally:
        tmp_path.chmod(0o700)


@as_anyone
def test_a_file_of_somebody_else(tmp_path: Path) -> None:
    path = tmp_path / "study.json"
    path.write_bytes(b"{}")
    path.chmod(0)
    with pytest.raises(CannotRead, match="permission"):
        read(path)


def test_what_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="no file") as missing:
        read(tmp_path / "none.json")
    with pytest.raises(CannotRead, match="folder") as folder:
        read(tmp_path)
    with pytest.raises(CannotRead, match="not the name"):
        read(tmp_path / "a\0b")
    (tmp_path / "large").write_bytes(b"x" * 11)
    with pytest.raises(CannotRead, match="larger than") as large:
        read(tmp_path / "large", largest=10)
    for caught in (missing, folder, large):
        _tells_all(caught.value)
    assert read(tmp_path / "large", largest=11) == b"x" * 11


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")
def test_a_pipe_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(CannotRead, match="no ordinary file"):
        read(tmp_path / "pipe")


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="does not exist"):
        write_atomically(tmp_path / "none" / "study.json", b"new")
