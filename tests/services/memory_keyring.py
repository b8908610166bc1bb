"""Keyrings that a test decides about: one that answers, one that blocks, one that is locked."""

from __future__ import annotations

import threading

from keyring.errors import KeyringLocked


class MemoryKeyring:
    """Answers at once, and forgets at the end of the test."""

    def __init__(self) -> None:
        self.secrets: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.secrets.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.secrets[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.secrets[service, username]


class BlockedKeyring(MemoryKeyring):
    """Has opened a prompt that nobody answers, until `unlock`."""

    def __init__(self) -> None:
        super().__init__()
        self._unlocked = threading.Event()
        self.asked = 0

    def unlock(self) -> None:
        self._unlocked.set()

    def get_password(self, service: str, username: str) -> str | None:
        self.asked += 1
        self._unlocked.wait()
        return super().get_password(service, username)


class DismissedKeyring(MemoryKeyring):
    """Its prompt was dismissed."""

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked("Failed to unlock the collection!")


def no_keyring() -> None:
    """A session without one."""
