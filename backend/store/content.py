"""A study's text on its way in and out: its hash, and its cutting into chunks between characters."""

from __future__ import annotations

import hashlib

CHUNK_BYTES = 1_000_000
"""The largest chunk, in bytes of UTF-8."""


def content_hash(content: bytes) -> str:
    """SHA-256 of the bytes, as `sha256:` and 64 hexadecimal digits."""
    return "sha256:" + hashlib.sha256(content).hexdigest()


def split_content(content: bytes, limit: int = CHUNK_BYTES) -> list[bytes]:
    """Cut UTF-8 text into pieces of at most `limit` bytes, never inside a character.

    Joined, the pieces are the content again. Empty content is one empty piece, so that every study has a
    first chunk. `limit` is at least 4, the longest character of UTF-8.
    """
    if limit < 4:
        raise ValueError("a chunk holds at least 4 bytes, the longest character of UTF-8")
    pieces: list[bytes] = []
    start = 0
    while len(content) - start > limit:
        end = start + limit
        while content[end] & 0xC0 == 0x80:  # a continuation byte: the character began before
            end -= 1
        pieces.append(content[start:end])
        start = end
    pieces.append(content[start:])
    return pieces
