"""Large studies in memory: read and let go again without stopping the window.

A study of 50 MB is a million Python objects. Two things would stop every thread for up to a second: the cycle
collector, which walks over all of them again and again while they are made, and freeing them all in one go.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Generator
from contextlib import contextmanager

from study.document import Document

LARGE = 4_000_000
"""Bytes from which a study's file counts as large."""

_guard = threading.Lock()
_readers = 0


@contextmanager
def large_objects() -> Generator[None, None, None]:
    """What is made inside is not looked at by the cycle collector, now or later; it holds no cycles.

    JSON trees and the index of a document are freed by their reference counts alone.
    """
    global _readers  # noqa: PLW0603 - the collector is the process's own
    with _guard:
        _readers += 1
        gc.disable()
    try:
        yield
    finally:
        with _guard:
            _readers -= 1
            if not _readers:
                gc.freeze()
                gc.enable()


def let_go(document: Document) -> None:
    """Takes a document apart bit by bit. For a worker; nobody may use the document any more."""
    index = document.index
    for table in (index.owners, index.unique, index.nameless, index.repeated):
        while table:
            table.popitem()
    pending: list[object] = [document.root]
    while pending:
        item = pending.pop()
        if type(item) is dict:
            pending += [each for each in item.values() if type(each) is dict or type(each) is list]
            item.clear()
        elif type(item) is list:
            while item:
                pending.append(item.pop())
