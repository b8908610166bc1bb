"""Sets up `.venv` from requirements.lock, and on Debian the system's packages, for `make` and `make.cmd`.

Run by any Python of at least 3.11, with nothing installed: `python build/environment.py run|test|develop`.
What is done already is not done again: the hash of what was installed is kept in `.venv/environment.sha256`.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ROOT = Path(__file__).resolve().parent.parent
FLOOR = (3, 11)

# What Qt opens at run time. Offscreen is enough for tests and for the verbs that paint.
OFFSCREEN = ("libgl1", "libegl1", "libglib2.0-0", "libxkbcommon0", "libfontconfig1", "libdbus-1-3")
SCREEN = (
    "libxkbcommon-x11-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
    "libwayland-cursor0",
)
SECRET_SERVICE = ("dbus", "gnome-keyring")  # a real keyring on a private bus, for the tests

NO_SCREEN = (
    "maestro: there is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set); "
    "without one use `.venv/bin/maestro schedule|check|export FILE` or `.venv/bin/maestro backend`"
)


class SetupError(Exception):
    """Set-up cannot go on; the message says what a person can do."""


def has_screen(platform: str, environ: Mapping[str, str]) -> bool:
    """Whether a window can be shown: always outside Linux, there by the variables that every session sets."""
    if not platform.startswith("linux"):
        return True
    return any(environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def required_packages(purpose: str, screen: bool) -> tuple[str, ...]:
    """Debian's packages for `run`, `test` or `develop` (everything)."""
    packages: tuple[str, ...] = OFFSCREEN
    if purpose == "develop" or (purpose == "run" and screen):
        packages += SCREEN
    if purpose != "run":
        packages += SECRET_SERVICE
    return packages


def installed_packages(listing: str) -> set[str]:
    """Names, provided ones too, from `dpkg-query` lines of status, package and provides with tabs between."""
    names: set[str] = set()
    for line in listing.splitlines():
        status, package, provides = line.split("\t")
        if status.startswith("ii"):
            names.add(package)
            names.update(each.split()[0] for each in provides.split(",") if each.strip())
    return names


def missing_packages(wanted: Iterable[str]) -> list[str]:
    """Those of Debian's packages that are not installed; none where the system is not a Debian."""
    if not (shutil.which("dpkg-query") and shutil.which("apt-get")):
        return []
    form = "-f=${db:Status-Abbrev}\t${Package}\t${Provides}\n"
    listing = subprocess.run(["dpkg-query", "-W", form], capture_output=True, text=True, check=True).stdout
    have = installed_packages(listing)
    return [name for name in wanted if name not in have]


def venv_package() -> tuple[str, ...]:
    """Debian keeps the part of Python that makes environments in a package of its own."""
    if importlib.util.find_spec("ensurepip"):
        return ()
    if (
        Path(sys.base_prefix) == Path("/usr")
        and Path("/usr/bin/python3").resolve() == Path(sys.executable).resolve()
    ):
        return ("python3-venv",)
    return (f"python{sys.version_info.major}.{sys.version_info.minor}-venv",)


def install_packages(missing: list[str]) -> None:
    """Installs Debian's packages as root; anyone else is given the one command to type."""
    if not missing:
        return
    install = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    if os.geteuid() != 0:
        command = f"sudo apt-get update && sudo {shlex.join(install)}"
        raise SetupError(
            f"some of the system's packages are missing. Type this, then run make again:\n  {command}"
        )
    environ = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    run(["apt-get", "update", "-qq"], environ)
    run(install, environ)


def run(command: list[str], environ: Mapping[str, str] | None = None) -> None:
    """Runs a command, printing it first; raises SetupError when it fails."""
    print("+", shlex.join(command), flush=True)
    done = subprocess.run(command, cwd=ROOT, env=environ, check=False)
    if done.returncode:
        raise SetupError(f"`{shlex.join(command)}` failed (exit {done.returncode}); its own words are above")


def environment_python(environment: Path) -> Path:
    """The interpreter inside an environment."""
    return environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def fingerprint() -> str:
    """SHA-256 of what decides the environment: the lock, the project's metadata, and the Python."""
    content = hashlib.sha256()
    for name in ("requirements.lock", "pyproject.toml"):
        content.update((ROOT / name).read_bytes().replace(b"\r\n", b"\n"))
    content.update(repr((sys.version_info[:3], sys.base_prefix, str(ROOT))).encode())
    return content.hexdigest()


def set_up(purpose: str) -> None:
    """Makes `.venv` what requirements.lock says, installing only what is missing."""
    environment = ROOT / ".venv"
    stamp = environment / "environment.sha256"
    python = environment_python(environment)
    done = stamp.is_file() and stamp.read_text("utf-8") == fingerprint() and python.exists()
    wanted = required_packages(purpose, has_screen(sys.platform, os.environ))
    install_packages(missing_packages(wanted if done else (*wanted, *venv_package())))
    if done:
        return
    stamp.unlink(missing_ok=True)
    if not python.exists():
        run([sys.executable, "-m", "venv", "--clear", str(environment)])
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "--quiet"]
    run([*pip, "install", "--require-hashes", "-r", "requirements.lock"])
    run([*pip, "install", "--no-index", "--no-deps", "--no-build-isolation", "--editable", "."])
    stamp.write_text(fingerprint(), "utf-8")


def main() -> int:
    """Sets up for one purpose; the exit code is 2 when a person has to do something first."""
    parser = argparse.ArgumentParser(description="Set up the environment of this clone.")
    parser.add_argument("purpose", choices=("run", "test", "develop"))
    purpose: str = parser.parse_args().purpose
    try:
        if sys.version_info < FLOOR:
            found = ".".join(map(str, sys.version_info[:3]))
            raise SetupError(
                f"Python 3.11 or newer is needed, this is {found}. Name one: make {purpose} PYTHON=..."
            )
        set_up(purpose)
    except SetupError as error:
        print(f"maestro: {error}", file=sys.stderr)
        return 2
    if purpose == "run" and not has_screen(sys.platform, os.environ):
        print(NO_SCREEN, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
