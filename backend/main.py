"""Starts the backend: `maestro backend`, on its own or embedded in the desktop.

On its own it is configured by the environment: MAESTRO_HOST (default 127.0.0.1), MAESTRO_PORT (default 8410;
0 means any free one), MAESTRO_DATA_DIR (whose folder `backend` is ours), MAESTRO_MAX_STUDY_BYTES,
MAESTRO_ALLOWED_HOSTS, and the secrets MAESTRO_TOKEN and MAESTRO_STORE_KEY, or with `--stdin-secrets` one JSON
line `{"token": "...", "storeKey": "64 hexadecimal digits"}` on stdin. It logs JSON to stdout.

With `--embedded` it reads the same line, serves on loopback at any free port, and writes one JSON line to
stdout: `{"ready": true, "port": 54321, "storeId": "..."}` when it really serves, or `{"ready": false, "code":
"IN_USE", "message": "..."}`. Its logs go to stderr. It ends when its stdin closes.

Exit codes: 0 ended as told; 2 could not start, with one line on stderr that says why and what to do.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import os
import socket
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from backend.api.access import is_loopback
from backend.api.app import make_app
from backend.api.context import Backend
from backend.folder_lock import FolderInUseError, FolderLock
from backend.logs import log_to
from backend.server import BackendServer, bind, watch_parent
from backend.settings import (
    MAX_REQUEST_BYTES,
    Secrets,
    Settings,
    SettingsError,
    read_line,
    secrets_from_environment,
    secrets_from_line,
    settings_from,
)
from backend.store.port import StoreError, StoreFullError
from backend.store.sqlite import SqliteStudyStore
from backend.study_summary import study_summary

STORE_NAME = "studies.db"
THREADS = 4
STDIN, STDOUT, STDERR = 0, 1, 2

log = logging.getLogger("backend")


class _StartError(Exception):
    """Why the backend does not start, as a code for the desktop and a line for a person."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def run(argv: list[str]) -> int:
    """Serve until told to stop; see this module for how. Returns the process's exit code."""
    parser = argparse.ArgumentParser(
        prog="maestro backend", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--embedded", action="store_true", help="as a child of the desktop")
    parser.add_argument("--stdin-secrets", action="store_true", help="read token and store key from stdin")
    try:
        options = parser.parse_args(argv)
    except SystemExit as end:  # argparse has said why
        return 0 if end.code in (None, 0) else 2
    embedded: bool = options.embedded
    try:
        settings = settings_from(os.environ, embedded=embedded)
        if embedded or options.stdin_secrets:
            secrets = secrets_from_line(read_line(STDIN))
        else:
            secrets = secrets_from_environment(os.environ)
        _serve(settings, secrets, embedded=embedded)
    except SettingsError as error:
        return _refuse("BAD_CONFIG", str(error), embedded=embedded)
    except _StartError as error:
        return _refuse(error.code, str(error), embedded=embedded)
    return 0


def _refuse(code: str, message: str, *, embedded: bool) -> int:
    if embedded:
        _say({"ready": False, "code": code, "message": message})
    print(f"maestro backend: {message}", file=sys.stderr)
    return 2


def _say(line: dict[str, object]) -> None:
    """One line to the desktop; where it is gone already, the watch on stdin ends us."""
    try:
        os.write(STDOUT, json.dumps(line).encode() + b"\n")
    except OSError:
        log.info("the parent does not listen")


def _serve(settings: Settings, secrets: Secrets, *, embedded: bool) -> None:
    with ExitStack() as put_away:
        put_away.enter_context(_locked(settings.data_dir))
        store = _opened(settings.data_dir / STORE_NAME, secrets.store_key)
        put_away.callback(store.close)
        listening = _bound(settings)
        put_away.callback(listening.close)
        writer = log_to(STDERR if embedded else STDOUT)
        put_away.callback(writer.finish)
        threads = ThreadPoolExecutor(THREADS, thread_name_prefix="store")
        put_away.callback(threads.shutdown, wait=True, cancel_futures=True)
        backend = Backend(
            store=store,
            validate=study_summary,
            threads=threads,
            version=_version(),
            max_study_bytes=settings.max_study_bytes,
            max_request_bytes=MAX_REQUEST_BYTES,
        )
        server = BackendServer(
            make_app(backend, secrets.token, settings.allowed_hosts),
            MAX_REQUEST_BYTES,
            on_ready=_announcement(settings, listening, store.store_id, embedded=embedded),
        )
        if embedded:
            watch_parent(STDIN, server.stop)
        asyncio.run(server.serve(sockets=[listening]))
        log.info("stopped")
        put_away.close()
        server.stopped()


def _announcement(
    settings: Settings, listening: socket.socket, store_id: str, *, embedded: bool
) -> Callable[[], None]:
    def announce() -> None:
        port = listening.getsockname()[1]
        log.info("serving", extra={"fields": {"host": settings.host, "port": port}})
        if not is_loopback(settings.host):
            log.warning("serving beyond this machine without encryption: put a TLS proxy in front")
        if embedded:
            _say({"ready": True, "port": port, "storeId": store_id})

    return announce


def _locked(folder: Path) -> FolderLock:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = FolderLock(folder)
        lock.acquire()
    except FolderInUseError as error:
        raise _StartError("IN_USE", str(error)) from error
    except OSError as error:
        raise _StartError(
            "BAD_CONFIG",
            f"The data folder {folder} cannot be used: {error.strerror}. Choose one that can be written with "
            "MAESTRO_DATA_DIR.",
        ) from error
    return lock


def _opened(path: Path, key: bytes) -> SqliteStudyStore:
    try:
        return SqliteStudyStore(path, key)
    except StoreFullError as error:
        raise _StartError("STORE_FULL", str(error)) from error
    except StoreError as error:
        raise _StartError("STORE_UNREADABLE", str(error)) from error


def _bound(settings: Settings) -> socket.socket:
    try:
        return bind(settings.host, settings.port)
    except OSError as error:
        raise _StartError(
            "ADDRESS_TAKEN",
            f"Cannot serve at {settings.host} port {settings.port}: {error.strerror}. Choose another with "
            "MAESTRO_HOST and MAESTRO_PORT.",
        ) from error


def _version() -> str:
    try:
        return version("maestro")
    except PackageNotFoundError:  # run from a clone or frozen
        return "0"


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
