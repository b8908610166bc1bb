"""Two people edit one study at one backend at the same moment: both end with the same, and nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from app.library_link import is_on_its_way, was_refused
from app.open_study import OpenStudy
from app.settings import Settings
from resources.sample import sample_study_bytes
from services.journal import EditState
from study.commands.activities import AddActivity
from study.commands.attributes import SetAttribute
from study.commands.deletion import DeleteVisit
from study.commands.marks import SetMarks
from tests.backend.serving import CHUNK, Client
from tests.e2e.conftest import StartDesktop
from tests.e2e.desktop import SAMPLE_TITLE, Desktop, memory_keyring
from tests.services.real_backend import RealBackend

WAIT_S = 20


@dataclass
class Both:
    """Ada's and Ben's desktops, with the sample study open in each."""

    ada: Desktop
    ben: Desktop
    backend: RealBackend

    @property
    def studies(self) -> tuple[OpenStudy, OpenStudy]:
        ada, ben = self.ada.program.current, self.ben.program.current
        assert ada is not None
        assert ben is not None
        return ada, ben

    def until_equal(self) -> None:
        """Until the backend has all that both did, and both show it."""

        def equal() -> bool:
            ada, ben = self.studies
            waiting = [is_on_its_way(each) for each in self.studies]
            return (
                not any(waiting)
                and ada.revision == ben.revision
                and ada.document.to_bytes() == ben.document.to_bytes()
            )

        self.ada.until(equal, "the same study at both desktops")

    def kept(self) -> bytes:
        """What the backend gives to whoever reads the study for the first time."""
        with httpx.Client(base_url=self.backend.url) as http:
            client = Client(0, http, self.backend.token)
            chunk = client.ask(CHUNK, id=self.studies[0].entry.id, revision=None, chunk=0)["studyContent"]
        assert chunk["total"] == 1
        return str(chunk["text"]).encode()


@pytest.fixture
def backend(tmp_path: Path) -> Iterator[RealBackend]:
    with RealBackend(tmp_path / "backend") as running:
        yield running


@pytest.fixture
def both(start: StartDesktop, backend: RealBackend, tmp_path: Path) -> Both:
    def desk(name: str) -> Desktop:
        settings = Settings(backend_url=backend.url, author=name)
        made = start(settings, folder=tmp_path / name, keyring=memory_keyring())
        made.until(lambda: made.program.link.is_ready)
        made.program.library.use_token(backend.token).result(WAIT_S)
        made.until_online()
        return made

    ada = desk("Ada")
    ada.program.library.import_study(sample_study_bytes()).result(WAIT_S)
    ada.open(SAMPLE_TITLE)
    ben = desk("Ben")
    ben.open(SAMPLE_TITLE)
    return Both(ada, ben, backend)


def instances(study: OpenStudy) -> list[str]:
    assert study.projection is not None
    return [each.id or "" for each in study.projection.timeline.instances if not each.is_decision]


def activities(study: OpenStudy) -> list[str]:
    assert study.projection is not None
    return [each.id or "" for each in study.projection.design.activities]


def label(study: OpenStudy, place: int) -> str:
    """What a visit is called."""
    return str(study.document.index.unique[instances(study)[place]]["label"])


def test_what_two_people_do_at_the_same_moment_is_there_for_both(both: Both) -> None:
    """Each sees the other's edit after their own, the backend has one order: both end with that, and with each edit."""
    ada, ben = both.studies
    first = instances(ada)[0]
    assert ada.editor.do(SetAttribute(first, "label", "By Ada"))
    assert ben.editor.do(SetAttribute(first, "description", "By Ben"))
    both.until_equal()

    ada, ben = both.studies
    rows, visits = activities(ada), instances(ada)[:3]
    assert ada.editor.do(SetMarks(tuple((visit, rows[4]) for visit in visits), marked=True))
    assert ben.editor.do(SetMarks(tuple((visit, rows[5]) for visit in visits), marked=True))
    both.until_equal()
    for study in both.studies:
        for visit in visits:
            assert {rows[4], rows[5]} <= set(study.document.index.unique[visit]["activityIds"])

    ada, ben = both.studies
    assert ada.editor.do(AddActivity("Row of Ada", rows[2]))
    assert ben.editor.do(AddActivity("Row of Ben", rows[2]))
    both.until_equal()

    both.backend.kill()
    for desktop in (both.ada, both.ben):
        desktop.trigger("refresh")
        desktop.until_offline()
    ada, ben = both.studies
    gone = instances(ada)[3]
    assert ada.editor.do(DeleteVisit(gone))
    assert ben.editor.do(DeleteVisit(gone))
    assert ben.editor.do(AddActivity("Another row of Ben", rows[2]))
    both.backend.start()
    for desktop in (both.ada, both.ben):
        desktop.trigger("refresh")
        desktop.until_online()
    both.until_equal()

    ada, ben = both.studies
    assert label(ben, 0) == "By Ada"
    assert ada.document.index.unique[first]["description"] == "By Ben"
    rows_now = {each.title for each in ada.document.designs()[0].activities}
    assert {"Row of Ada", "Row of Ben", "Another row of Ben"} <= rows_now
    assert gone not in ben.document.index.unique
    assert both.kept() == ada.document.to_bytes()
    for study in both.studies:
        assert not was_refused(study)
    # What each did is still theirs to undo, and the other sees that.
    both.ben.trigger("undo")
    both.until_equal()
    rows_now = {each.title for each in both.studies[0].document.designs()[0].activities}
    assert "Another row of Ben" not in rows_now
    assert {"Row of Ada", "Row of Ben"} <= rows_now


def test_who_comes_second_is_told_what_meets_whose_edit(both: Both) -> None:
    ada, ben = both.studies
    assert ada.editor.do(SetAttribute(instances(ada)[0], "label", "By Ada"))
    assert ben.editor.do(SetAttribute(instances(ben)[0], "label", "By Ben"))
    both.ada.until(lambda: any(was_refused(each) for each in both.studies), "an edit that is refused")
    both.ada.until(lambda: not any(is_on_its_way(each) for each in both.studies))
    second, first = (both.ada, both.ben) if was_refused(ada) else (both.ben, both.ada)
    of_first, of_second = ("Ben", "Ada") if first is both.ben else ("Ada", "Ben")
    told = f"By {of_first}: “Rename Screening to By {of_first}”."
    words = [each for each in second.window.notices.sentences if told in each]
    assert len(words) == 1
    assert f"did not accept “Rename Screening to By {of_second}”" in words[0]
    assert "kept here, and can be exported" in words[0]
    # Until the person says so, what they typed stays before them.
    assert second.program.current is not None
    assert label(second.program.current, 0) == f"By {of_second}"
    assert first.program.current is not None
    assert label(first.program.current, 0) == f"By {of_first}"
    second.program.open_study(second.program.current.entry.id)
    both.until_equal()
    assert label(both.studies[0], 0) == f"By {of_first}"
    edits = second.program.library.edits(both.studies[0].entry.id).result(WAIT_S)
    assert [each.state for each in edits] == [EditState.REFUSED]
