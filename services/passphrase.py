"""A key from a passphrase, for a computer without a keyring."""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
import unicodedata
from pathlib import Path

from services.files import read, write_atomically
from services.trouble import Trouble
from study.language import translate

FILE_NAME = "passphrase.json"
"""Holds salt, cost and a check value; neither the passphrase nor the key."""

SHORTEST = 8
"""Characters that a passphrase has at least."""

_COST = {"n": 1 << 15, "r": 8, "p": 1}
"""scrypt (RFC 7914): 32 MB and about a tenth of a second a guess."""


class WrongPassphrase(Trouble):
    """The passphrase is not the one that was set."""


class BadPassphrase(Trouble):
    """The passphrase cannot be used."""


def is_set(folder: Path) -> bool:
    """Whether a passphrase was set for this data folder."""
    return (folder / FILE_NAME).exists()


def key_from(passphrase: str, folder: Path) -> bytes:
    """The 32 bytes that the passphrase stands for; the first one that is given is set. Slow by design.

    Raises `WrongPassphrase`, `BadPassphrase`, or a `Trouble` of reading and writing files.
    """
    path = folder / FILE_NAME
    if path.exists():
        salt, cost, check = _kept(path)
        key = _derive(passphrase, salt, cost)
        if not hmac.compare_digest(_check_value(key), check):
            raise WrongPassphrase(
                translate("trouble", "The passphrase is not the one that was set."),
                kept=translate("trouble", "The cache is unchanged."),
                advice=translate(
                    "trouble", "Try again; without it the studies can be fetched anew from the backend."
                ),
            )
        return key
    if len(passphrase) < SHORTEST:
        raise BadPassphrase(
            translate("trouble", "The passphrase is shorter than {SHORTEST} characters.").format(
                SHORTEST=SHORTEST
            ),
            advice=translate("trouble", "Choose a longer one."),
        )
    salt = secrets.token_bytes(16)
    key = _derive(passphrase, salt, _COST)
    document = {"format": 1, "kdf": "scrypt", **_COST, "salt": salt.hex(), "check": _check_value(key).hex()}
    write_atomically(path, json.dumps(document, indent=2).encode("ascii"))
    return key


def key_for(master: bytes, purpose: str) -> bytes:
    """A key of its own for each purpose, so that one passphrase serves the cache and the backend's store."""
    return hmac.digest(master, f"maestro {purpose}".encode(), "sha256")


def _derive(passphrase: str, salt: bytes, cost: dict[str, int]) -> bytes:
    # The same passphrase typed on another system may arrive composed otherwise.
    text = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    room = 128 * cost["n"] * cost["r"] * 2
    return hashlib.scrypt(text, salt=salt, n=cost["n"], r=cost["r"], p=cost["p"], maxmem=room, dklen=32)


def _check_value(key: bytes) -> bytes:
    return key_for(key, "check")


def _kept(path: Path) -> tuple[bytes, dict[str, int], bytes]:
    try:
        found = json.loads(read(path, 4096))
        cost = {name: int(found[name]) for name in _COST}
        sane = found["format"] == 1 and found["kdf"] == "scrypt"
        if not sane or not 1 << 14 <= cost["n"] <= 1 << 20 or cost["r"] > 32 or cost["p"] > 16:
            raise ValueError("unknown format")
        return bytes.fromhex(found["salt"]), cost, bytes.fromhex(found["check"])
    except (ValueError, KeyError, TypeError) as error:
        raise BadPassphrase(
            translate(
                "trouble", "“{path}” in the data folder is damaged, so the passphrase cannot be checked."
            ).format(path=path.name),
            kept=translate("trouble", "It and the cache are unchanged."),
            advice=translate(
                "trouble",
                "Restore it from a copy of the data folder, or move it away to set a new passphrase.",
            ),
        ) from error
