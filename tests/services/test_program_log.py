"""The program's log: what it did, never what it read; and how a start that did not come to its end is noticed."""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from services.program_log import ProgramLog, log_texts, set_level

log = logging.getLogger("services.test_program_log")


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[ProgramLog]:
    made = ProgramLog(tmp_path, "info", "1.2.3")
    yield made
    made.close()


def text(folder: Path) -> str:
    return log_texts(folder)["maestro.log"]


@pytest.mark.expected_log("Bearer")
def test_what_is_ours_is_logged_at_the_level(opened: ProgramLog, tmp_path: Path) -> None:
    log.info("opened")
    log.debug("in detail")
    logging.getLogger("httpx").info("Authorization: Bearer secret")
    assert " INFO services.test_program_log: opened\n" in text(tmp_path)
    assert "detail" not in text(tmp_path)
    logging.getLogger("httpx").error("Authorization: Bearer secret")
    assert " ERROR httpx: said by a library" in text(tmp_path)
    assert "secret" not in text(tmp_path)
    set_level("debug")
    log.debug("in detail")
    assert "in detail" in text(tmp_path)


def test_an_error_is_logged_with_its_place_and_without_its_words(opened: ProgramLog, tmp_path: Path) -> None:
    words = "cough"
    try:
        raise ValueError(f"participant 014 has a {words * 2}")
    except ValueError:
        log.info("unexpected", exc_info=True)
    assert "test_program_log.py" in text(tmp_path)
    assert "ValueError" in text(tmp_path)
    assert "coughcough" not in text(tmp_path)


def test_a_good_end_leaves_nothing_to_tell(tmp_path: Path) -> None:
    ProgramLog(tmp_path, "info", "1.0").close()
    again = ProgramLog(tmp_path, "info", "1.0")
    assert again.unclean is None
    again.close()


def test_a_kill_is_noticed_at_the_next_start(tmp_path: Path) -> None:
    killed = "import os, sys; from pathlib import Path; from services.program_log import ProgramLog;"
    killed += "ProgramLog(Path(sys.argv[1]), 'info', '0.9'); os._exit(9)"
    subprocess.run([sys.executable, "-c", killed, str(tmp_path)], check=False)
    again = ProgramLog(tmp_path, "info", "1.0")
    unclean = again.unclean
    again.close()
    assert unclean is not None
    assert (unclean.version, unclean.crashed) == ("0.9", False)
    assert unclean.started is not None
    last = ProgramLog(tmp_path, "info", "1.0")
    assert last.unclean is None
    last.close()


def test_a_crash_is_kept_with_where_it_stood(tmp_path: Path) -> None:
    crashing = (
        "import faulthandler, sys; from pathlib import Path; from services.program_log import ProgramLog;"
    )
    crashing += "kept = ProgramLog(Path(sys.argv[1]), 'info', '0.9'); faulthandler._sigabrt()"
    done = subprocess.run([sys.executable, "-c", crashing, str(tmp_path)], check=False, capture_output=True)
    assert done.returncode != 0
    again = ProgramLog(tmp_path, "info", "1.0")
    assert again.unclean is not None
    assert again.unclean.crashed
    again.close()
    crashes = [text for name, text in log_texts(tmp_path).items() if name.startswith("crash-")]
    assert len(crashes) == 1
    assert "Fatal Python error" in crashes[0]


def test_a_folder_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("in the way")
    made = ProgramLog(tmp_path, "info", "1.0")
    log.info("nobody hears this")
    made.close()
    assert (tmp_path / "logs").read_text() == "in the way"
