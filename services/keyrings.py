"""Which system keyring may be used: only those that keep a secret encrypted for the person who logged in."""

from __future__ import annotations

from typing import Protocol, cast

TRUSTED = (
    "keyring.backends.SecretService",
    "keyring.backends.libsecret",
    "keyring.backends.kwallet",
    "keyring.backends.Windows",
    "keyring.backends.macOS",
)
"""Modules whose keyrings are used. Not `keyrings.alt`, which writes plain text, nor `null` or `fail`."""


class Keyring(Protocol):
    """A place for secrets that the operating system guards; every call may block for as long as it likes."""

    def get_password(self, service: str, username: str) -> str | None:
        """The secret, or None where there is none."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep the secret."""

    def delete_password(self, service: str, username: str) -> None:
        """Forget the secret."""


def system_keyring() -> Keyring | None:
    """The keyring of this session, or None where there is none that is trusted. It may block."""
    import keyring

    chosen = keyring.get_keyring()
    # A chain holds several keyrings, the best first, trusted ones and others.
    candidates = getattr(chosen, "backends", None) or [chosen]
    for candidate in candidates:
        if type(candidate).__module__.startswith(TRUSTED):
            return cast(Keyring, candidate)
    return None


def is_locked_error(error: BaseException) -> bool:
    """Whether a keyring's error means that it is there but locked, or that its prompt was dismissed."""
    names = {kind.__name__ for kind in type(error).__mro__}
    return bool(names & {"KeyringLocked", "LockedException", "PromptDismissedException"})
