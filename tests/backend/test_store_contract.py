"""The store contract, run over every adapter."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from backend.store.port import StudyStore
from backend.store.sqlite import SqliteStudyStore
from tests.backend.change_store_contract import ChangeStoreContract
from tests.backend.in_memory_store import InMemoryStudyStore
from tests.backend.layout_store_contract import LayoutStoreContract
from tests.backend.store_contract import StoreContract
from tests.backend.store_contract import test_split_content_cuts_between_characters as test_split  # noqa: F401


class TestSqliteStudyStore(StoreContract, ChangeStoreContract, LayoutStoreContract):
    @pytest.fixture
    def store(self, tmp_path: Path) -> Iterator[StudyStore]:
        store = SqliteStudyStore(tmp_path / "studies.db", bytes(32))
        yield store
        store.close()


class TestInMemoryStudyStore(StoreContract, ChangeStoreContract, LayoutStoreContract):
    @pytest.fixture
    def store(self) -> StudyStore:
        return InMemoryStudyStore()
