"""The project's own files keep their promises: documented, pinned, and without addresses."""

import itertools
import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.shared import ROOT

PACKAGE_HOSTS = re.compile(
    r"pypi\.org|pythonhosted\.org|registry\.npmjs\.org|registry\.yarnpkg\.com|deb\.debian\.org"
    r"|proxy\.golang\.org|npmjs\.com/package|--(extra-)?index-url\s+\S+:|--find-links\s"
)
TEXT_ENDINGS = {
    ".py",
    ".md",
    ".toml",
    ".lock",
    ".cfg",
    ".ini",
    ".cmd",
    ".json",
    ".graphql",
    ".svg",
    ".txt",
    "",
}


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    metadata: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return metadata


@pytest.fixture(scope="module")
def tracked() -> list[Path]:
    """The files that git tracks or would track; skips outside a clone."""
    listing = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listing.returncode:
        pytest.skip("this is not a clone")
    return [ROOT / name for name in listing.stdout.decode().split("\0") if name and (ROOT / name).is_file()]


def name_of(requirement: str) -> str:
    return re.split(r"[\[<>=!~; ]", requirement, maxsplit=1)[0].lower()


def pinned() -> dict[str, str]:
    """Each requirement of the lock, by name, with its lines."""
    text = (ROOT / "requirements.lock").read_text("utf-8")
    blocks = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)
    return {name_of(block): block for block in blocks if "==" in block}


def test_every_dependency_is_documented(project: dict[str, Any]) -> None:
    text = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
    rows = "\n".join(line.split("|")[1] for line in text.splitlines() if line.startswith("|"))
    documented = set(re.findall(r"[\w-]+", rows))
    groups = project["optional-dependencies"]
    wanted = {
        name_of(each)
        for each in [*project["dependencies"], *(itertools.chain.from_iterable(groups.values()))]
    }
    assert wanted - documented == set()


def test_every_dependency_is_pinned(project: dict[str, Any]) -> None:
    groups = project["optional-dependencies"]
    wanted = {
        name_of(each)
        for each in [*project["dependencies"], *(itertools.chain.from_iterable(groups.values()))]
    }
    assert wanted - pinned().keys() == set()


def test_every_pin_has_hashes() -> None:
    pins = pinned()
    assert len(pins) > 30
    assert [name for name, block in pins.items() if "--hash=sha256:" not in block] == []


def test_the_lock_names_no_address() -> None:
    text = (ROOT / "requirements.lock").read_text("utf-8")
    assert re.findall(r"https?://\S*|file:\S*|.*--.*index.*|.*--find-links.*", text) == []


def test_qt_stays_below_the_version_that_loses_references(project: dict[str, Any]) -> None:
    assert "pyside6-essentials>=6.11.3,<6.12" in project["dependencies"]
    assert "pyside6-essentials==6.11." in pinned()["pyside6-essentials"]


def test_packages_are_named_one_by_one() -> None:
    build = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]
    packages = build["targets"]["wheel"]["packages"]
    assert packages == ["app", "ui", "services", "study", "backend", "resources"]
    assert [name for name in packages if not (ROOT / name / "__init__.py").is_file()] == []


@pytest.mark.parametrize(
    "name", ["build/environment.py", "build/maestro.spec", "build/windows/installer.iss"]
)
def test_git_tracks_the_build_recipes(name: str) -> None:
    ignored = subprocess.run(["git", "check-ignore", "-q", "--no-index", name], cwd=ROOT, check=False)
    assert ignored.returncode == 1


@pytest.mark.parametrize(
    "name", [".venv/bin/python", "build/work/a.o", "build/dist/maestro", "app/__pycache__/a.pyc"]
)
def test_git_ignores_what_is_made(name: str) -> None:
    ignored = subprocess.run(["git", "check-ignore", "-q", "--no-index", name], cwd=ROOT, check=False)
    assert ignored.returncode == 0


def test_no_file_names_a_package_host(tracked: list[Path]) -> None:
    texts = [path for path in tracked if path.suffix in TEXT_ENDINGS and path != Path(__file__)]
    assert len(texts) > 30
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in texts
        if (match := PACKAGE_HOSTS.search(path.read_text("utf-8", errors="replace")))
    ]
    assert found == []


def test_every_file_says_what_it_is_about(tracked: list[Path]) -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in tracked
        if path.suffix == ".py" and not path.read_text("utf-8").startswith('"""')
    ]
    assert silent == []


def test_bundled_works_carry_their_licences() -> None:
    assert "SIL OPEN FONT LICENSE" in (ROOT / "resources/fonts/OFL.txt").read_text("utf-8").upper()
    assert "ISC License" in (ROOT / "resources/icons/LICENSE").read_text("utf-8")
    assert "Apache License" in (ROOT / "LICENSE").read_text("utf-8")
