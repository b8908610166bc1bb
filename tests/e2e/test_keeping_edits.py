"""In a real window with a real backend: an edit is saved and accepted, or waits where the backend is gone."""

from __future__ import annotations

from app.open_study import OpenStudy
from study.commands.attributes import SetAttribute
from tests.e2e.conftest import StartDesktop
from tests.e2e.desktop import SAMPLE_TITLE, BackendSwitch, Desktop


def rename(study: OpenStudy, place: int, label: str) -> None:
    """One edit."""
    assert study.projection is not None
    address = study.projection.timeline.instances[place].id or ""
    assert study.editor.do(SetAttribute(address, "label", label)) is not None


def labels(study: OpenStudy) -> list[str]:
    """What the visits are called."""
    assert study.projection is not None
    return [each.label for each in study.projection.timeline.instances]


def until_kept(desktop: Desktop, words: str) -> None:
    """Until the status bar says so."""
    desktop.until(lambda: desktop.window.status.kept_words == words, f"“{words}” in the status bar")


def test_an_edit_is_accepted_and_the_next_start_has_it_with_its_step(start: StartDesktop) -> None:
    first = start()
    study = first.open(SAMPLE_TITLE)
    first.until_online()
    before = labels(study)
    rename(study, 0, "Accepted by the backend")
    until_kept(first, "Accepted")
    assert not any("has arrived" in sentence for sentence in first.window.notices.sentences)
    first.close()

    second = start()
    study = second.open(SAMPLE_TITLE)
    assert labels(study)[0] == "Accepted by the backend"
    second.trigger("undo")
    assert labels(study) == before
    second.until_online()
    until_kept(second, "Accepted")


def test_edits_wait_while_the_backend_is_gone_and_are_sent_after_a_restart(
    start: StartDesktop, switch: BackendSwitch
) -> None:
    first = start()
    study = first.open(SAMPLE_TITLE)
    first.until_online()
    switch.take_away()
    first.until_offline()
    rename(study, 0, "While it was gone")
    rename(study, 1, "And this one")
    until_kept(first, "Saved, 2 to send")
    edited = study.document.to_bytes()
    first.close()

    second = start()
    study = second.open(SAMPLE_TITLE)
    assert study.document.to_bytes() == edited
    assert "Here again, and not sent yet: 2 edits." in second.window.notices.sentences
    switch.give_back()
    second.trigger("refresh")
    second.until_online()
    until_kept(second, "Accepted")
    second.close()

    third = start()
    study = third.open(SAMPLE_TITLE)
    assert study.document.to_bytes() == edited
    assert len(study.editor.history.steps) == 2
