"""Keys and tokens with no keyring, with a locked one, and with a real one."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from services import keyrings, passphrase
from services.credentials import SERVICE, Credentials, CredentialStatus, KeyringState, KeySource, KeyUnusable
from services.passphrase import BadPassphrase, WrongPassphrase
from tests.services.memory_keyring import BlockedKeyring, DismissedKeyring, MemoryKeyring, no_keyring

URL = "https://maestro.example.org"


def test_a_keyring_keeps_a_random_key_and_tokens(tmp_path: Path) -> None:
    keyring = MemoryKeyring()

    async def session() -> tuple[bytes, bytes]:
        credentials = Credentials(tmp_path, open_keyring=lambda: keyring)
        cache, store = await credentials.key("cache"), await credentials.key("store")
        assert cache is not None
        assert store is not None
        assert cache.source is KeySource.KEYRING
        assert credentials.status.state is KeyringState.AVAILABLE
        assert "keyring" in credentials.status.sentence
        return cache.secret, store.secret

    async def token() -> str | None:
        return await Credentials(tmp_path, open_keyring=lambda: keyring).token(URL)

    first = asyncio.run(session())
    assert asyncio.run(session()) == first
    assert len(set(first)) == 2
    assert all(len(secret) == 32 for secret in first)
    assert asyncio.run(token()) is None
    assert asyncio.run(Credentials(tmp_path, open_keyring=lambda: keyring).keep_token(URL, "a token"))
    assert asyncio.run(token()) == "a token"
    asyncio.run(Credentials(tmp_path, open_keyring=lambda: keyring).forget_token(URL))
    assert asyncio.run(token()) is None
    assert list(tmp_path.iterdir()) == []


def test_without_a_keyring_tokens_are_in_memory_and_the_key_comes_from_a_passphrase(tmp_path: Path) -> None:
    async def session(text: str) -> bytes:
        credentials = Credentials(tmp_path, open_keyring=no_keyring)
        assert await credentials.key("cache") is None
        assert credentials.status == CredentialStatus(KeyringState.NONE)
        assert "memory" in credentials.status.sentence
        assert not await credentials.keep_token(URL, "secret token")
        assert await credentials.token(URL) == "secret token"
        await credentials.use_passphrase(text)
        assert "passphrase" in credentials.status.sentence
        key = await credentials.key("cache")
        store = await credentials.key("store")
        assert key is not None
        assert store is not None
        assert key.source is KeySource.PASSPHRASE
        assert key.secret != store.secret
        return key.secret

    first = asyncio.run(session("correct horse battery"))
    assert asyncio.run(session("correct horse battery")) == first
    with pytest.raises(WrongPassphrase) as caught:
        asyncio.run(session("wrong horse battery"))
    assert caught.value.kept
    kept = (tmp_path / passphrase.FILE_NAME).read_text(encoding="ascii")
    assert "horse" not in kept
    assert first.hex() not in kept
    assert [item.name for item in tmp_path.iterdir()] == [passphrase.FILE_NAME]


def test_a_passphrase_typed_on_another_system_is_the_same(tmp_path: Path) -> None:
    composed, decomposed = "caf\u00e9 au lait", "cafe\u0301 au lait"
    assert composed != decomposed
    assert passphrase.key_from(composed, tmp_path) == passphrase.key_from(decomposed, tmp_path)


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b'{"format": 2}', b"\xff"])
def test_a_damaged_passphrase_file_is_told_and_kept(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / passphrase.FILE_NAME
    path.write_bytes(content)
    with pytest.raises(BadPassphrase, match="damaged"):
        passphrase.key_from("correct horse", tmp_path)
    assert path.read_bytes() == content


def test_a_short_passphrase_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadPassphrase, match="shorter"):
        passphrase.key_from("short", tmp_path)


def test_a_locked_keyring_is_given_up_in_time_and_believed_when_it_answers_late(tmp_path: Path) -> None:
    keyring = BlockedKeyring()
    told: list[CredentialStatus] = []

    async def session() -> None:
        available = asyncio.Event()

        def change(status: CredentialStatus) -> None:
            told.append(status)
            if status.state is KeyringState.AVAILABLE:
                available.set()

        credentials = Credentials(tmp_path, open_keyring=lambda: keyring, time_limit=0.05, on_change=change)
        assert await credentials.key("cache") is None
        assert credentials.status.state is KeyringState.LOCKED
        assert "locked" in credentials.status.sentence
        assert await credentials.token(URL) is None
        assert not await credentials.keep_token(URL, "token")
        assert keyring.asked == 1  # no second prompt over the first
        keyring.unlock()
        await asyncio.wait_for(available.wait(), 10)
        key = await credentials.key("cache")
        assert key is not None
        assert key.source is KeySource.KEYRING

    asyncio.run(session())
    assert [status.state for status in told] == [KeyringState.LOCKED, KeyringState.AVAILABLE]


def test_a_dismissed_prompt_means_locked(tmp_path: Path) -> None:
    async def session() -> KeyringState:
        credentials = Credentials(tmp_path, open_keyring=DismissedKeyring)
        assert await credentials.key("cache") is None
        return credentials.status.state

    assert asyncio.run(session()) is KeyringState.LOCKED


def test_a_keyring_that_forgets_is_none(tmp_path: Path) -> None:
    class Forgetful(MemoryKeyring):
        def set_password(self, service: str, username: str, password: str) -> None:
            """Says nothing, keeps nothing."""

    async def session() -> KeyringState:
        credentials = Credentials(tmp_path, open_keyring=Forgetful)
        assert await credentials.key("cache") is None
        return credentials.status.state

    assert asyncio.run(session()) is KeyringState.NONE


def test_an_entry_that_is_no_key_is_left_alone(tmp_path: Path) -> None:
    keyring = MemoryKeyring()
    keyring.set_password(SERVICE, "cache key", "something else")
    with pytest.raises(KeyUnusable, match="no key"):
        asyncio.run(Credentials(tmp_path, open_keyring=lambda: keyring).key("cache"))
    assert keyring.secrets[SERVICE, "cache key"] == "something else"


@pytest.mark.parametrize(
    "backend",
    ["keyring.backends.null.Keyring", "keyring.backends.fail.Keyring", "tests.services.plain.Keyring"],
)
def test_keyrings_that_keep_no_secret_are_not_used(monkeypatch: pytest.MonkeyPatch, backend: str) -> None:
    import keyring
    import keyring.backend
    import keyring.core

    if backend.startswith("keyring."):
        chosen = keyring.core.load_keyring(backend)
    else:

        class PlainText(MemoryKeyring):
            """As `keyrings.alt` would be."""

        chosen = PlainText()  # type: ignore[assignment]
    monkeypatch.setattr(keyring, "get_keyring", lambda: chosen)
    assert keyrings.system_keyring() is None


def test_of_a_chain_the_first_trusted_keyring_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    import keyring
    from keyring.backends.SecretService import Keyring as SecretService

    class Chain:
        backends = (MemoryKeyring(), SecretService())  # type: ignore[no-untyped-call]

    monkeypatch.setattr(keyring, "get_keyring", Chain)
    assert keyrings.system_keyring() is Chain.backends[1]


_IN_A_SESSION = """
import asyncio, json, os, signal, sys
from pathlib import Path
import secretstorage
from jeepney import DBusAddress, new_method_call
from jeepney.io.blocking import open_dbus_connection
from services.credentials import Credentials
folder = Path(sys.argv[1])

async def ask():
    credentials = Credentials(folder, time_limit=float(sys.argv[3]))
    if sys.argv[2] == "locked":
        bus = secretstorage.dbus_init()
        secretstorage.get_default_collection(bus).lock()
    key = await credentials.key("cache")
    kept = await credentials.keep_token("https://maestro.example.org", "a token")
    again = await Credentials(folder, time_limit=float(sys.argv[3])).token("https://maestro.example.org")
    return {
        "state": credentials.status.state.value,
        "key": None if key is None else len(key.secret),
        "kept": kept,
        "token": again,
    }

def end_daemon():
    address = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
    with open_dbus_connection() as bus:
        question = new_method_call(
            address, "GetConnectionUnixProcessID", "s", ("org.freedesktop.secrets",)
        )
        os.kill(bus.send_and_get_reply(question).body[0], signal.SIGKILL)

try:
    print(json.dumps(asyncio.run(ask())), flush=True)
finally:
    end_daemon()
"""

_SESSION = (
    'printf "the login password" | gnome-keyring-daemon --unlock --components=secrets >/dev/null;'
    ' "$@"; status=$?; exit $status'
)


@pytest.mark.skipif(
    not (shutil.which("dbus-run-session") and shutil.which("gnome-keyring-daemon")),
    reason="needs dbus-run-session and gnome-keyring-daemon",
)
@pytest.mark.parametrize("how", ["unlocked", "locked"])
def test_a_real_secret_service(tmp_path: Path, how: str) -> None:
    home = tmp_path / "home"
    runtime = tmp_path / "runtime"
    for folder in (home, runtime):
        folder.mkdir(mode=0o700)
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("XDG_", "DBUS_", "GNOME_", "PYTHON_KEYRING", "DISPLAY", "WAYLAND"))
    } | {"HOME": str(home), "XDG_RUNTIME_DIR": str(runtime), "XDG_DATA_HOME": str(home / "share")}
    ask = [
        sys.executable,
        "-c",
        _IN_A_SESSION,
        str(tmp_path / "data"),
        how,
        "20" if how == "unlocked" else "2",
    ]
    done = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", _SESSION, "sh", *ask],
        env=environment,
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    found = json.loads(done.stdout.splitlines()[-1])
    if how == "unlocked":
        assert found == {"state": "available", "key": 32, "kept": True, "token": "a token"}
    else:
        assert found == {"state": "locked", "key": None, "kept": False, "token": None}
    assert not (tmp_path / "data").exists()
