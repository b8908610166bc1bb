"""Opening the SQLCipher file: keyed, never rewriting what is damaged, foreign or newer."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher  # type: ignore[import-untyped]

from backend.store.migrations import MIGRATIONS
from backend.store.port import StoreError, StoreFullError, StoreUnreadableError, UnknownStudyError

KEY_BYTES = 32
BUSY_MS = 10_000
SMALLEST_PAGE = 512
LARGEST_LEFT_OVER_WAL = 8 * 1024 * 1024

LEAST_ROOM = 1024 * 1024
"""Bytes that must be free for SQLite's files beside the store."""

Connection = Any
"""sqlcipher3 brings no types."""


def connect(path: Path, key: bytes, *, read_only: bool = False) -> Connection:
    """A keyed connection in autocommit mode. Nothing is read yet, so a wrong key shows only later."""
    if len(key) != KEY_BYTES:
        raise ValueError(f"the store's key has {KEY_BYTES} bytes, not {len(key)}")
    mode = "ro" if read_only else "rw"
    connection = sqlcipher.connect(
        f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None, check_same_thread=False
    )
    connection.execute("PRAGMA cipher_log_level = NONE")  # else it writes to stderr past our logs
    # A raw key, so that no pass is spent on deriving one; PRAGMA takes no parameters.
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
    return connection


def open_reader(path: Path, key: bytes) -> Connection:
    connection = connect(path, key)
    connection.execute("PRAGMA query_only = ON")
    return connection


def open_writer(path: Path, key: bytes, migrations: Sequence[Sequence[str]] = MIGRATIONS) -> Connection:
    """Make or open the file, bring it forward to the newest tables, and return the one writing connection.

    Raises StoreUnreadableError, with the file as it was, for a wrong key, a damaged file, a database of
    something else, or one from a newer program.
    """
    if path.exists() and path.stat().st_size > 0:
        _look_first(path, key, len(migrations))
    else:
        _make_private_file(path)
    with told(path):
        connection = connect(path, key)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute(f"PRAGMA journal_size_limit = {LARGEST_LEFT_OVER_WAL}")
            _migrate(connection, migrations)
        except BaseException:
            connection.close()
            raise
    return connection


def _look_first(path: Path, key: bytes, newest: int) -> None:
    """Judge the file through a read-only connection, which cannot change it."""
    unreadable = StoreUnreadableError(
        f"The study store {path} cannot be opened: the key does not fit it, or the file is damaged. "
        "It was left as it is. Start with the key it was made with, or move the file away "
        "and restore a copy."
    )
    if path.stat().st_size < SMALLEST_PAGE:  # SQLite would take it for an empty database, and write over it
        raise unreadable
    try:
        with closing(connect(path, key, read_only=True)) as connection:
            version = int(connection.execute("PRAGMA user_version").fetchone()[0])
            tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
            if version > 0 and "store" in tables:
                connection.execute("SELECT id FROM store").fetchone()
    except sqlcipher.OperationalError as error:
        if _has_no_room(path):  # even to read it, SQLite makes a file beside it
            raise StoreFullError(
                f"No room is left on the disk: the study store {path} could not be opened. All that is in it is "
                "kept. Make room on the disk and start again."
            ) from error
        raise unreadable from error
    except sqlcipher.DatabaseError as error:
        raise unreadable from error
    if version > newest:
        raise StoreUnreadableError(
            f"The study store {path} was written by a newer Maestro (format {version}; this program knows up "
            f"to {newest}). It was left as it is. Start the newer program."
        )
    if tables and (version == 0 or "store" not in tables):
        raise StoreUnreadableError(
            f"{path} is a database, but not a study store of Maestro. It was left as it is. "
            "Choose another data folder."
        )


def _has_no_room(path: Path) -> bool:
    with suppress(OSError):
        return shutil.disk_usage(path.parent).free < LEAST_ROOM
    return False


def _make_private_file(path: Path) -> None:
    """So that the file is never readable for others, not even before its first page is written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise StoreUnreadableError(
            f"The study store {path} cannot be made: {error.strerror}. Choose a data folder that can be "
            "written."
        ) from error


def _migrate(connection: Connection, migrations: Sequence[Sequence[str]]) -> None:
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    for step in range(version, len(migrations)):
        with transaction(connection):
            for statement in migrations[step]:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {step + 1}")


@contextmanager
def transaction(connection: Connection) -> Iterator[Connection]:
    """All of it or nothing; durable when it ends (WAL with synchronous=FULL)."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlcipher.Error):  # on a full disk SQLite has rolled back by itself
            connection.execute("ROLLBACK")
        raise


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn the database's errors into ones that say what was kept and what to do."""
    try:
        yield
    except UnicodeEncodeError as error:  # half a character, which no name in the store has
        raise UnknownStudyError("There is nothing of this name on this backend.") from error
    except sqlcipher.ProgrammingError as error:
        raise StoreError("The study store is closed.") from error
    except sqlcipher.OperationalError as error:
        raise _operational(path, error) from error
    except sqlcipher.DatabaseError as error:
        raise StoreUnreadableError(
            f"The study store {path} is damaged in this place. What was asked was not done; everything else "
            "in it can still be read. Export the studies that open, and restore a copy."
        ) from error


def is_spoilt(error: BaseException) -> bool:
    """Whether a connection may be of no more use: after one damaged page SQLCipher refuses all others."""
    healthy = isinstance(error, sqlcipher.IntegrityError | sqlcipher.ProgrammingError)
    return isinstance(error, sqlcipher.DatabaseError) and not healthy and not _is_full(error)


def _is_full(error: Exception) -> bool:
    return isinstance(error, sqlcipher.OperationalError) and "full" in str(error)


def _operational(path: Path, error: Exception) -> StoreError:
    message = str(error)
    if _is_full(error):
        return StoreFullError(
            "No room is left for the study store. Nothing of this was kept; all that was there before is. "
            "Make room on the disk and try again."
        )
    if "readonly" in message or "unable to open" in message:
        return StoreUnreadableError(
            f"The study store {path} cannot be written. It was left as it is. "
            "Make the folder writable, or choose another."
        )
    return StoreError(
        f"The study store could not be read or written ({message}). Nothing of this was kept; all that was "
        "there before is. Check the disk and try again."
    )
