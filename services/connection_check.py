"""Tries the way to a backend step by step, and names the step that fails: name, connection, proxy, certificate, ..."""

from __future__ import annotations

import asyncio
import socket
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from services.backend_trouble import BackendTrouble, ProxyRefused, Unauthorised, Untrusted
from services.transport import DIRECT, Address, HttpTransport, Timeouts, Traffic
from services.trouble import Trouble
from study.language import translate

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


class Step(StrEnum):
    """What stands between this computer and an answer, in order."""

    ADDRESS = "address"
    NAME = "name"
    CONNECTION = "connection"
    PROXY = "proxy"
    CERTIFICATE = "certificate"
    ANSWER = "answer"
    TOKEN = "token"  # noqa: S105 - the name of a step


@dataclass(frozen=True, slots=True)
class Tried:
    """One step: whether it went well, what was seen, and what to do where it did not."""

    step: Step
    well: bool
    seen: str
    advice: str = ""


def proxy_for(address: Address) -> str:
    """The proxy that is asked on the way to `address`, "" for none: the one that is set, else the system's."""
    if address.is_loopback or address.proxy == DIRECT:
        return ""
    if address.proxy:
        return address.proxy
    parts = urlsplit(address.graphql)
    host = parts.hostname or ""
    if proxy_bypass(host):
        return ""
    return getproxies().get(parts.scheme, "")


async def try_connection(address: Address, timeouts: Timeouts | None = None) -> AsyncIterator[Tried]:
    """The steps one after another, ending with the first that fails. Raises nothing."""
    patience = timeouts or Timeouts()
    proxy = proxy_for(address)
    parts = urlsplit(proxy or address.graphql)
    host = parts.hostname or ""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    name = await _name(host, proxy, patience)
    yield name
    if not name.well:
        return
    connection = await _connection(host, port, patience)
    yield connection
    if not connection.well:
        return
    async for tried in _answer(address, proxy, patience):
        yield tried


async def _name(host: str, proxy: str, patience: Timeouts) -> Tried:
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(patience.connect):
            found = await loop.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError, TimeoutError):
        said = translate("network", "The name {host} is not known on this network.").format(host=host)
        if proxy:
            advice = translate("network", "Check the address of the proxy with your IT.")
        else:
            advice = translate(
                "network", "Check the address, and that this computer is on the site's network or VPN."
            )
        return Tried(Step.NAME, False, said, advice)
    seen = translate("network", "{host} is {number}.").format(host=host, number=found[0][4][0])
    return Tried(Step.NAME, True, seen)


async def _connection(host: str, port: int, patience: Timeouts) -> Tried:
    where = f"{host}:{port}"
    try:
        async with asyncio.timeout(patience.connect):
            _, writer = await asyncio.open_connection(host, port)
    except TimeoutError:
        said = translate("network", "{where} did not answer in time.").format(where=where)
        advice = translate("network", "A firewall may be in between: ask your IT to allow this address.")
        return Tried(Step.CONNECTION, False, said, advice)
    except OSError:
        said = translate("network", "{where} took no connection.").format(where=where)
        advice = translate("network", "Check the port, and that the server is running.")
        return Tried(Step.CONNECTION, False, said, advice)
    writer.close()
    return Tried(
        Step.CONNECTION, True, translate("network", "{where} takes connections.").format(where=where)
    )


async def _answer(address: Address, proxy: str, patience: Timeouts) -> AsyncIterator[Tried]:
    """Asks the smallest question there is, and tells from what happens how far it came."""
    transport = HttpTransport(address, patience, Traffic())
    trouble: Trouble | None = None
    try:
        await transport.execute("{ __typename }", {})
    except Trouble as caught:
        trouble = caught
    finally:
        await transport.close()
    failed = _failed_step(trouble)
    passed = [Step.PROXY] if proxy else []
    passed += [Step.CERTIFICATE] if address.graphql.startswith("https") else []
    passed += [Step.ANSWER, Step.TOKEN]
    for step in passed:
        if step is failed and trouble is not None:
            yield Tried(step, False, trouble.happened, trouble.advice)
            return
        yield Tried(step, True, _good(step))
    if trouble is not None:  # a step that this way does not have
        yield Tried(failed or Step.ANSWER, False, trouble.happened, trouble.advice)


def _failed_step(trouble: Trouble | None) -> Step | None:
    match trouble:
        case None:
            return None
        case Untrusted():
            return Step.CERTIFICATE
        case Unauthorised():
            return Step.TOKEN
        case ProxyRefused():
            return Step.PROXY
        case BackendTrouble():
            return Step.ANSWER
        case _:
            return Step.CERTIFICATE  # the site's certificate file cannot be used


def _good(step: Step) -> str:
    if step is Step.PROXY:
        return translate("network", "The proxy lets through.")
    if step is Step.CERTIFICATE:
        return translate("network", "The certificate is trusted.")
    if step is Step.ANSWER:
        return translate("network", "A Maestro backend answers.")
    return translate("network", "The access token is accepted.")
