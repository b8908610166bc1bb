"""One GraphQL request over HTTP: with a deadline, a limit on what is read, and a count of what travels."""

from __future__ import annotations

import asyncio
import ipaddress
import json
import logging
import ssl
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from services.backend_trouble import (
    BackendTrouble,
    BadAnswer,
    bad_answer,
    proxy_refused,
    refused,
    slow,
    unauthorised,
    unreachable,
    untrusted,
)
from services.files import read
from services.trouble import Trouble
from study.language import translate

if TYPE_CHECKING:
    import httpx

DIRECT = "direct"
"""For `Address.proxy`: go there without one, whatever the system says."""

LARGEST_ANSWER = 16 * 1024 * 1024
"""Bytes that are read of one answer: a chunk of 1 MB whose every character is escaped, and room."""


class BadAddress(Trouble):
    """The address of a backend is not one."""


@dataclass(frozen=True, slots=True)
class Timeouts:
    """How long to wait, in seconds: for a connection, for any sign of life, for a whole answer."""

    connect: float = 5.0
    silence: float = 15.0
    answer: float = 60.0


@dataclass(slots=True)
class Traffic:
    """Requests made and bytes of their bodies, counted as they travel (compressed, without headers)."""

    requests: int = 0
    bytes_sent: int = 0
    bytes_received: int = 0


@dataclass(frozen=True, slots=True)
class Address:
    """Where a backend is. `token` is kept out of what is printed or logged."""

    url: str
    token: str = field(repr=False)
    site_ca: Path | None = None
    """A PEM file with the site's certificate authority, beside those the system trusts."""
    proxy: str | None = None
    """Where the proxy is, DIRECT for none; None: as the system says."""

    def __post_init__(self) -> None:
        parts = urlsplit(self.url)
        try:
            good = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
        except ValueError:
            good = False
        if not good or parts.username or parts.password:
            raise BadAddress(
                translate("trouble", "The backend's address is not one that can be used."),
                advice=translate(
                    "trouble", "Enter it as https://maestro.example.org, without a name or password in it."
                ),
            )
        if parts.scheme == "http" and not self.is_loopback:
            raise BadAddress(
                translate(
                    "trouble", "The backend's address is not encrypted, and it is not on this computer."
                ),
                kept=translate("trouble", "Nothing was sent."),
                advice=translate("trouble", "Enter an address that begins with https://."),
            )
        if self.proxy and self.proxy != DIRECT:
            self._check_proxy(self.proxy)

    @staticmethod
    def _check_proxy(proxy: str) -> None:
        parts = urlsplit(proxy)
        try:
            good = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
        except ValueError:
            good = False
        if not good:
            raise BadAddress(
                translate("trouble", "The proxy's address is not one that can be used."),
                advice=translate("trouble", "Enter it as http://proxy.example.org:8080."),
            )
        if parts.username or parts.password:
            raise BadAddress(
                translate(
                    "trouble",
                    "The proxy's address holds a name or a password, which would stand in a file for "
                    "others to read.",
                ),
                advice=translate(
                    "trouble",
                    "Set the proxy with its sign-in in the system's settings, and choose the system's "
                    "proxy here.",
                ),
            )

    @property
    def is_loopback(self) -> bool:
        """Whether it is on this computer, where no proxy is asked."""
        host = urlsplit(self.url).hostname or ""
        try:
            return ipaddress.ip_address(host).is_loopback
        except ValueError:
            return host == "localhost"

    @property
    def graphql(self) -> str:
        """The URL that takes queries and mutations."""
        base = self.url.rstrip("/")
        return base if base.endswith("/graphql") else f"{base}/graphql"

    @property
    def websocket(self) -> str:
        """The URL that takes subscriptions."""
        return "ws" + self.graphql.removeprefix("http")

    @property
    def chosen_proxy(self) -> str | None:
        """The proxy that is set here and used; None where the system's counts, or none."""
        return None if self.is_loopback or self.proxy in (None, DIRECT) else self.proxy

    def tls(self) -> ssl.SSLContext | None:
        """What is trusted: the system's authorities and the site's own; None where nothing is encrypted."""
        if urlsplit(self.url).scheme == "http":
            return None
        import truststore

        context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        if self.site_ca is not None:
            pem = read(self.site_ca, 16 * 1024 * 1024)
            try:
                context.load_verify_locations(cadata=pem.decode("ascii"))
            except (ssl.SSLError, ValueError) as error:
                raise BadAddress(
                    translate(
                        "trouble", "“{site_ca}” holds no certificate authority that can be used."
                    ).format(site_ca=self.site_ca.name),
                    advice=translate("trouble", "Ask your IT for the authority's certificate as a PEM file."),
                ) from error
        return context


class HttpTransport:
    """Sends operations to one address. Lives in one event loop; `close` it there."""

    def __init__(self, address: Address, timeouts: Timeouts, traffic: Traffic) -> None:
        self._address = address
        self._timeouts = timeouts
        self._traffic = traffic
        self._http: httpx.AsyncClient | None = None
        self._making = asyncio.Lock()
        self._asking: set[asyncio.Task[tuple[int, bytes]]] = set()
        self._closed = False

    async def execute(self, operation: str, variables: dict[str, Any]) -> dict[str, Any]:
        """The `data` of the answer. Raises a `BackendTrouble`, also when the answer holds errors."""
        import httpx

        # Non-ASCII stays as it is: a study's text would grow by half, and the server counts UTF-8.
        body = json.dumps({"query": operation, "variables": variables}, ensure_ascii=False).encode("utf-8")
        try:
            async with asyncio.timeout(self._timeouts.answer):
                status, answer = await self._asked(body)
        except TimeoutError as error:
            raise slow(self._timeouts.answer) from error
        except httpx.ConnectTimeout as error:
            raise unreachable(translate("trouble", "no connection in time")) from error
        except httpx.TimeoutException as error:
            raise slow(self._timeouts.silence) from error
        except httpx.ConnectError as error:
            raise _no_connection(error) from error
        except httpx.ProxyError as error:
            raise proxy_refused() from error
        except (httpx.RemoteProtocolError, httpx.DecodingError) as error:
            raise bad_answer(
                translate("trouble", "The backend's answer broke off or was not HTTP.")
            ) from error
        except httpx.HTTPError as error:
            raise unreachable(type(error).__name__) from error
        return _data(status, answer)

    async def close(self) -> None:
        """Give up what is being asked, and close the connections; what is asked later is refused."""
        self._closed = True
        asking = list(self._asking)
        for task in asking:
            task.cancel()
        await asyncio.gather(*asking, return_exceptions=True)
        async with self._making:
            if self._http is not None:
                await self._http.aclose()
                self._http = None

    async def _asked(self, body: bytes) -> tuple[int, bytes]:
        """The answer. In a task of its own: closing must not leave behind a connection that is in use."""
        if self._closed:
            raise _closed()
        task = asyncio.create_task(self._post(body))
        self._asking.add(task)
        try:
            return await task
        except asyncio.CancelledError:
            if _is_cancelled():
                raise
            raise _closed() from None  # by `close`, which gave this up
        finally:
            self._asking.discard(task)

    async def _client(self) -> httpx.AsyncClient:
        # Two questions asked at once share one client: a second one would never be closed.
        async with self._making:
            return await self._made_client()

    async def _made_client(self) -> httpx.AsyncClient:
        if self._http is None:
            import httpx

            logging.getLogger("httpx").setLevel(logging.WARNING)  # a line a request says nothing new
            # Building it reads certificates from the disk or the system: not in the loop's thread.
            tls = await asyncio.to_thread(self._address.tls)
            self._http = httpx.AsyncClient(
                verify=True if tls is None else tls,
                trust_env=not self._address.is_loopback and self._address.proxy is None,
                proxy=self._address.chosen_proxy,
                timeout=httpx.Timeout(self._timeouts.silence, connect=self._timeouts.connect),
                headers={
                    "Authorization": f"Bearer {self._address.token}",
                    "Content-Type": "application/json",
                    "Accept": "application/json",
                },
            )
        return self._http

    async def _post(self, body: bytes) -> tuple[int, bytes]:
        http = await self._client()
        self._traffic.requests += 1
        self._traffic.bytes_sent += len(body)
        async with http.stream("POST", self._address.graphql, content=body) as response:
            received = bytearray()
            try:
                async for piece in response.aiter_bytes():
                    received += piece
                    if len(received) > LARGEST_ANSWER:
                        raise bad_answer(
                            translate(
                                "trouble", "The backend's answer is larger than {megabytes} MB."
                            ).format(megabytes=LARGEST_ANSWER // 1024 // 1024)
                        )
            finally:
                self._traffic.bytes_received += response.num_bytes_downloaded
            return response.status_code, bytes(received)


def _is_cancelled() -> bool:
    """Whether the caller itself is cancelled, and not only what it waits for."""
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0


def _closed() -> BackendTrouble:
    return unreachable(translate("trouble", "the connection was closed"))


def _no_connection(error: Exception) -> BackendTrouble:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return untrusted()
        cause = cause.__cause__ or cause.__context__
    if "CERTIFICATE_VERIFY_FAILED" in str(error):
        return untrusted()
    return unreachable(translate("trouble", "connection refused") if "refused" in str(error).lower() else "")


def _data(status: int, answer: bytes) -> dict[str, Any]:
    """The data of an answer, or the trouble that its status or its errors tell of."""
    if status in (401, 403):
        raise unauthorised()
    if status in (502, 503, 504):
        raise unreachable(f"HTTP {status}")
    try:
        found = json.loads(answer)
    except (ValueError, RecursionError) as error:
        raise (
            _status_trouble(status) or bad_answer(translate("trouble", "The backend's answer is not JSON."))
        ) from error
    if not isinstance(found, dict):
        raise _status_trouble(status) or bad_answer(
            translate("trouble", "The backend's answer is not a GraphQL answer.")
        )
    errors = found.get("errors")
    if errors:
        raise _first_error(errors)
    trouble = _status_trouble(status)
    if trouble is not None:
        raise trouble
    data = found.get("data")
    if not isinstance(data, dict):
        raise bad_answer(translate("trouble", "The backend's answer is not a GraphQL answer."))
    return data


def _status_trouble(status: int) -> BackendTrouble | None:
    if 200 <= status < 300:
        return None
    if status >= 500:
        return BadAnswer(
            translate("trouble", "The backend failed with an error of its own (HTTP {status}).").format(
                status=status
            ),
            advice=translate(
                "trouble", "Maestro tries again by itself; tell who runs the backend if it stays."
            ),
        )
    if status == 413:
        return refused("TOO_LARGE", translate("trouble", "The study is larger than the backend takes."))
    return bad_answer(
        translate(
            "trouble",
            "The backend's answer has status {status}, so there may be no Maestro backend at this address.",
        ).format(status=status)
    )


def _first_error(errors: object) -> BackendTrouble:
    first = errors[0] if isinstance(errors, list) else None
    if not isinstance(first, dict):
        return bad_answer(translate("trouble", "The backend's answer holds errors that are none."))
    extensions = first.get("extensions")
    code = extensions.get("code") if isinstance(extensions, dict) else None
    if not isinstance(code, str):
        return bad_answer(
            translate("trouble", "The backend's answer says that it did not understand the question.")
        )
    return refused(code, str(first.get("message", "")))
