"""What can go wrong between the desktop and a backend, each with what a person can do about it."""

from __future__ import annotations

from services.trouble import Trouble
from study.language import QT_TRANSLATE_NOOP, translate


def readable() -> str:
    """What is safe whatever happens to a backend."""
    return translate("trouble", "Studies that were opened before can still be read.")


class BackendTrouble(Trouble):
    """Something went wrong with the backend."""

    def __init__(self, happened: str, *, kept: str | None = None, advice: str = "") -> None:
        super().__init__(happened, kept=readable() if kept is None else kept, advice=advice)


class Unreachable(BackendTrouble):
    """No connection could be made, or it was lost."""


class Untrusted(Unreachable):
    """The server's certificate is not one that this computer trusts."""


class ProxyRefused(Unreachable):
    """The proxy on the way answered, and said no."""


class Slow(BackendTrouble):
    """The backend did not answer in time."""


class BadAnswer(BackendTrouble):
    """What answered does not answer as a Maestro backend does."""


class Unauthorised(BackendTrouble):
    """The token is missing, wrong or no longer valid."""


class Refused(BackendTrouble):
    """The backend understood the request and said no. `code` is its word for why, e.g. `BAD_STUDY`."""

    def __init__(self, code: str, happened: str, *, kept: str | None = None, advice: str = "") -> None:
        super().__init__(happened, kept=readable() if kept is None else kept, advice=advice)
        self.code = code


_ADVICE = {
    "NOT_FOUND": QT_TRANSLATE_NOOP("trouble", "Refresh the list of studies."),
    "BAD_STUDY": QT_TRANSLATE_NOOP("trouble", "Correct the file, then import it again."),
    "BAD_INPUT": QT_TRANSLATE_NOOP("trouble", "Check that Maestro and its backend are of the same version."),
    "CONFLICT": QT_TRANSLATE_NOOP("trouble", "Open the newest revision, then try again."),
    "TOO_LARGE": QT_TRANSLATE_NOOP("trouble", "Ask who runs the backend for its limit."),
    "STORE_FULL": QT_TRANSLATE_NOOP("trouble", "Ask who runs the backend to make room."),
    "STORE_UNREADABLE": QT_TRANSLATE_NOOP("trouble", "Ask who runs the backend to look at its store."),
    "INTERNAL": QT_TRANSLATE_NOOP("trouble", "Try again; if it stays, tell who runs the backend."),
}


def refused(code: str, message: str) -> BackendTrouble:
    """The trouble that stands for an error code of the API."""
    if code == "UNAUTHENTICATED":
        return unauthorised()
    said = message.strip()[:500] or code
    return Refused(
        code,
        (said if said.endswith(".") else f"{said}."),
        advice=translate("trouble", _ADVICE.get(code, "Try again.")),
    )


def unauthorised() -> Unauthorised:
    """The backend refused the token."""
    return Unauthorised(
        translate("trouble", "The backend refused the access token."),
        advice=translate(
            "trouble", "Enter a valid token in the settings, or ask who runs the backend for one."
        ),
    )


def bad_answer(happened: str) -> BadAnswer:
    """`happened` is the sentence that says what is wrong with the answer."""
    return BadAnswer(
        happened,
        advice=translate(
            "trouble", "Check the address in the settings, and that the backend is of the same version."
        ),
    )


def slow(seconds: float) -> Slow:
    """The backend took longer than `seconds`."""
    return Slow(
        translate("trouble", "The backend did not answer within {seconds:g} seconds.").format(
            seconds=seconds
        ),
        advice=translate("trouble", "Maestro tries again by itself; check the network if it stays so."),
    )


def unreachable(why: str = "") -> Unreachable:
    """No connection; `why` is the system's own short word for it."""
    return Unreachable(
        translate("trouble", "The backend cannot be reached ({why}).").format(why=why)
        if why
        else translate("trouble", "The backend cannot be reached."),
        advice=translate(
            "trouble", "Maestro tries again by itself; check the network and the address in the settings."
        ),
    )


def proxy_refused() -> ProxyRefused:
    """The proxy did not let the connection through."""
    return ProxyRefused(
        translate("trouble", "The proxy on the way to the backend refused the connection."),
        advice=translate(
            "trouble", "Ask your IT to allow the backend's address, or for the proxy that Maestro is to use."
        ),
    )


def untrusted() -> Untrusted:
    """The certificate was not accepted."""
    return Untrusted(
        translate(
            "trouble", "The backend's certificate is not trusted by this computer, so nothing was sent."
        ),
        advice=translate(
            "trouble", "Ask your IT for the site's certificate authority and name its file in the settings."
        ),
    )
