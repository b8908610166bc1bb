"""The keys and tokens of this computer: in the system's keyring, asked with a time limit, never in a file."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import re
import secrets
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar

from services import passphrase
from services.keyrings import Keyring, is_locked_error, system_keyring
from services.trouble import Trouble
from study.language import translate

Answer = TypeVar("Answer")

SERVICE = "Maestro"
"""The name under which the keyring shows our secrets to the person."""

log = logging.getLogger(__name__)


class KeyringState(Enum):
    """What the system's keyring last said."""

    AVAILABLE = "available"
    LOCKED = "locked"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class CredentialStatus:
    """Where secrets are kept, as the status bar says it."""

    state: KeyringState
    has_passphrase: bool = False
    """Whether a passphrase was given in this session."""

    @property
    def sentence(self) -> str:
        """Where secrets are kept, for a person."""
        if self.state is KeyringState.AVAILABLE:
            return translate("trouble", "Keys and access tokens are in the system keyring.")
        locked = self.state is KeyringState.LOCKED
        if self.has_passphrase:
            return (
                translate(
                    "trouble",
                    "The system keyring is locked: the cache opens with your passphrase, access tokens last "
                    "until Maestro closes.",
                )
                if locked
                else translate(
                    "trouble",
                    "There is no system keyring: the cache opens with your passphrase, access tokens last "
                    "until Maestro closes.",
                )
            )
        return (
            translate(
                "trouble",
                "The system keyring is locked: studies and access tokens are kept in memory, until Maestro "
                "closes.",
            )
            if locked
            else translate(
                "trouble",
                "There is no system keyring: studies and access tokens are kept in memory, until Maestro "
                "closes.",
            )
        )


class KeySource(Enum):
    """Where a key came from: each source has a cache file of its own."""

    KEYRING = "keyring"
    PASSPHRASE = "passphrase"  # noqa: S105 - a word, no secret


@dataclass(frozen=True, slots=True)
class Key:
    """32 secret bytes, kept out of what is printed or logged."""

    secret: bytes = field(repr=False)
    source: KeySource


class KeyUnusable(Trouble):
    """What the keyring holds under our name is no key."""


class _NotAnswered(Exception):  # noqa: N818 - an outcome, told as a state
    """The keyring is locked, absent, or has not answered in time."""


class Credentials:
    """Lives in one event loop. Nothing here waits longer than `time_limit` seconds for the keyring.

    A keyring that blocks (a prompt that nobody sees) is asked in a thread that is left behind; when it
    answers after all, `on_change` is told that it is available.
    """

    def __init__(
        self,
        folder: Path,
        *,
        open_keyring: Callable[[], Keyring | None] = system_keyring,
        time_limit: float = 10.0,
        on_change: Callable[[CredentialStatus], None] = lambda _: None,
    ) -> None:
        """`folder` is the data folder, where the salt of a passphrase is kept."""
        self._folder = folder
        self._open_keyring = open_keyring
        self._time_limit = time_limit
        self._on_change = on_change
        self._state = KeyringState.NONE
        self._tokens: dict[str, str] = {}
        self._master: bytes | None = None
        self._unanswered: Future[Any] | None = None
        self._one_question = asyncio.Lock()

    @property
    def status(self) -> CredentialStatus:
        """Where secrets are kept now."""
        return CredentialStatus(self._state, self._master is not None)

    @property
    def passphrase_is_set(self) -> bool:
        """Whether a passphrase was set on this computer, now or before."""
        return passphrase.is_set(self._folder)

    async def use_passphrase(self, text: str) -> None:
        """Take keys from a passphrase from now on. Raises `WrongPassphrase`, `BadPassphrase`."""
        self._master = await asyncio.to_thread(passphrase.key_from, text, self._folder)
        self._on_change(self.status)

    async def key(self, purpose: str) -> Key | None:
        """The key for a purpose (`cache`, `store`), made where there is none.

        From the keyring; else from the passphrase of this session; else None: keep things in memory.
        Raises `KeyUnusable`.
        """
        name = f"{purpose} key"
        try:
            found = await self._ask(lambda keyring: _get_or_make(keyring, name))
        except _NotAnswered:
            if self._master is None:
                return None
            return Key(passphrase.key_for(self._master, purpose), KeySource.PASSPHRASE)
        if not re.fullmatch("[0-9a-f]{64}", found):
            raise KeyUnusable(
                translate(
                    "trouble", "The entry “{name}” of {SERVICE} in the system keyring is no key."
                ).format(name=name, SERVICE=SERVICE),
                kept=translate(
                    "trouble", "It is unchanged; studies are kept in memory, until Maestro closes."
                ),
                advice=translate("trouble", "Remove the entry to get a new key, or restore it."),
            )
        return Key(bytes.fromhex(found), KeySource.KEYRING)

    async def token(self, backend: str) -> str | None:
        """The access token for a backend, None where none is known."""
        if backend not in self._tokens:
            try:
                found = await self._ask(lambda keyring: keyring.get_password(SERVICE, _token_name(backend)))
            except _NotAnswered:
                return None
            if found is None:
                return None
            self._tokens[backend] = found
        return self._tokens[backend]

    async def keep_token(self, backend: str, token: str) -> bool:
        """Use this token from now on; whether it will still be known at the next start."""
        self._tokens[backend] = token
        try:
            await self._ask(lambda keyring: keyring.set_password(SERVICE, _token_name(backend), token))
        except _NotAnswered:
            return False
        return True

    async def forget_token(self, backend: str) -> None:
        """Forget the token, here and in the keyring."""
        self._tokens.pop(backend, None)
        try:
            await self._ask(lambda keyring: _delete(keyring, _token_name(backend)))
        except _NotAnswered:
            log.info("the keyring could not be asked to forget a token")

    async def _ask(self, question: Callable[[Keyring], Answer]) -> Answer:
        """The keyring's answer. Raises `_NotAnswered`, having noted why."""
        async with self._one_question:
            if self._unanswered is not None and not self._unanswered.done():
                raise _NotAnswered  # its prompt is still open; a second one would not help
            asked: Future[Answer] = _in_own_thread(lambda: question(self._keyring()))
            try:
                answer = await asyncio.wait_for(asyncio.shield(asyncio.wrap_future(asked)), self._time_limit)
            except TimeoutError as error:
                loop = asyncio.get_running_loop()
                self._unanswered = asked
                asked.add_done_callback(lambda late: _call(loop, self._answered_late, late))
                self._became(KeyringState.LOCKED)
                raise _NotAnswered from error
            except Exception as error:  # keyrings raise what their systems raise
                self._failed(error)
                raise _NotAnswered from error
            self._became(KeyringState.AVAILABLE)
            return answer

    def _keyring(self) -> Keyring:
        found = self._open_keyring()
        if found is None:
            raise _NotAnswered
        return found

    def _failed(self, error: BaseException) -> None:
        log.info("the keyring was not available: %s", type(error).__name__)
        self._became(KeyringState.LOCKED if is_locked_error(error) else KeyringState.NONE)

    def _answered_late(self, late: Future[Any]) -> None:
        error = late.exception()
        if error is None:
            self._became(KeyringState.AVAILABLE)
        else:
            self._failed(error)

    def _became(self, state: KeyringState) -> None:
        if state is not self._state:
            self._state = state
            self._on_change(self.status)


def _token_name(backend: str) -> str:
    return f"access token for {backend}"


def _get_or_make(keyring: Keyring, name: str) -> str:
    found = keyring.get_password(SERVICE, name)
    if found is not None:
        return found
    keyring.set_password(SERVICE, name, secrets.token_hex(32))
    kept = keyring.get_password(SERVICE, name)
    if kept is None:  # a keyring that forgets would lose every study at the next start
        raise _NotAnswered
    return kept


def _delete(keyring: Keyring, name: str) -> None:
    if keyring.get_password(SERVICE, name) is not None:
        keyring.delete_password(SERVICE, name)


def _in_own_thread(work: Callable[[], Answer]) -> Future[Answer]:
    """Run `work` in a thread that does not keep the program from ending."""
    future: Future[Answer] = Future()
    future.set_running_or_notify_cancel()

    def run() -> None:
        try:
            future.set_result(work())
        except BaseException as error:  # noqa: BLE001 - handed to whoever waits
            future.set_exception(error)

    threading.Thread(target=run, name="maestro-keyring", daemon=True).start()
    return future


def _call(loop: asyncio.AbstractEventLoop, work: Callable[[Future[Any]], None], late: Future[Any]) -> None:
    with contextlib.suppress(RuntimeError):  # the loop has closed: nobody waits any more
        loop.call_soon_threadsafe(work, late)
