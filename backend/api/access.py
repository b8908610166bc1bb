"""Who gets in: the Host header, the bearer token, and the size of a request, judged before anything else."""

from __future__ import annotations

import hmac
import ipaddress
from collections.abc import Iterable

from starlette.datastructures import Headers
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from backend.api.errors import ErrorCode

LOOPBACK_NAMES = frozenset({"127.0.0.1", "localhost", "[::1]"})


def is_loopback(host: str) -> bool:
    """Whether only programs on this machine can reach a server bound there."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def refusal(status: int, code: ErrorCode, message: str) -> Response:
    """An error outside of any operation, in GraphQL's shape."""
    headers = {"WWW-Authenticate": "Bearer"} if status == 401 else None
    return JSONResponse(
        {"errors": [{"message": message, "extensions": {"code": code.value}}]}, status, headers
    )


class Token:
    """The bearer token that GraphQL asks for; compared in constant time and never shown."""

    def __init__(self, token: str) -> None:
        self._token = token.encode()

    def __repr__(self) -> str:
        return "Token(...)"

    def allows(self, authorization: str | None) -> bool:
        """Judge an Authorization header, `Bearer` and the token."""
        if authorization is None:
            return False
        scheme, _, offered = authorization.partition(" ")
        return scheme.lower() == "bearer" and self.matches(offered.strip())

    def matches(self, offered: str) -> bool:
        return hmac.compare_digest(offered.encode("utf-8", "surrogatepass"), self._token)


class KnownHost:
    """Refuses requests for other host names, so that a web page cannot reach loopback by DNS rebinding."""

    def __init__(self, app: ASGIApp, allowed: Iterable[str]) -> None:
        self._app = app
        self._allowed = frozenset(name.lower() for name in allowed)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket") or self._is_known(Headers(scope=scope)):
            await self._app(scope, receive, send)
        elif scope["type"] == "http":
            answer = refusal(421, ErrorCode.BAD_INPUT, "This backend does not serve the host name asked for.")
            await answer(scope, receive, send)
        else:
            await send({"type": "websocket.close", "code": 1008})

    def _is_known(self, headers: Headers) -> bool:
        host = headers.get("host", "").lower()
        name = host[: host.index("]") + 1] if host.startswith("[") and "]" in host else host.partition(":")[0]
        return name in self._allowed


class Guarded:
    """In front of one HTTP endpoint: no token, no answer; and no body above the limit.

    A websocket passes: it may bring its token in the first message, and is judged there.
    """

    def __init__(self, app: ASGIApp, token: Token, max_bytes: int) -> None:
        self._app = app
        self._token = token
        self._max_bytes = max_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if not self._token.allows(headers.get("authorization")):
            answer = refusal(
                401,
                ErrorCode.UNAUTHENTICATED,
                "This backend asks for a token, and this one is missing or wrong. Check it in the settings.",
            )
            await answer(scope, receive, send)
            return
        body = await self._body(headers, receive)
        if body is None:
            answer = refusal(
                413,
                ErrorCode.TOO_LARGE,
                f"A request has at most {self._max_bytes} bytes. Send a large study with beginUpload.",
            )
            answer.headers["Connection"] = "close"
            await answer(scope, receive, send)
            return
        await self._app(scope, _replay(body, receive), send)

    async def _body(self, headers: Headers, receive: Receive) -> bytes | None:
        """The whole body, or None as soon as it is known to be too large."""
        announced = headers.get("content-length", "0")
        if not announced.isascii() or not announced.isdigit() or int(announced[:20]) > self._max_bytes:
            return None
        pieces: list[bytes] = []
        size = 0
        while True:
            message = await receive()
            if message["type"] != "http.request":
                break
            pieces.append(message.get("body", b""))
            size += len(pieces[-1])
            if size > self._max_bytes:
                return None
            if not message.get("more_body", False):
                break
        return b"".join(pieces)


def _replay(body: bytes, receive: Receive) -> Receive:
    sent = False

    async def replay() -> Message:
        nonlocal sent
        if sent:
            return await receive()
        sent = True
        return {"type": "http.request", "body": body, "more_body": False}

    return replay
