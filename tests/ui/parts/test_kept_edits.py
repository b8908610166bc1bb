"""In the window: Saving, Saved and Accepted, what was recovered, and closing only when all is saved."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from app.keeping import journal_entry
from app.open_study import OpenStudy, prepared
from app.unsent import unsent_json
from resources.sample import sample_study_bytes
from services.cache import CacheFull
from services.catching_up import AcceptedEdits, ArrivedChanges, RefusedEdit
from services.change_answers import AcceptedEdit
from services.journal import EditState, JournalEntry
from services.library_entries import Freshness, OpenedStudy
from study.change_set import change_set_from_json, read_change_set
from study.commands.attributes import SetAttribute
from study.commands.several import Several
from tests.app.held_library import ENTRY, HeldLibrary, done
from tests.ui.parts.test_editing import rename, visit
from ui.edit_dialogs.deciding import DecideDialog
from ui.main_window import MainWindow
from ui.widgets.dialog import Dialog


def open_it(
    qtbot: QtBot, window: MainWindow, library: HeldLibrary, edits: tuple[JournalEntry, ...] = ()
) -> OpenStudy:
    """The sample, opened the way every study is."""
    with qtbot.waitSignal(window.study_shown):
        window.program.open_study(ENTRY.id)
        library.opening[ENTRY.id].set_result(
            OpenedStudy(ENTRY, sample_study_bytes(), Freshness.CURRENT, edits)
        )
    assert window.study is not None
    return window.study


def journalled(label: str) -> JournalEntry:
    """An edit of an earlier session."""
    study = OpenStudy(prepared(sample_study_bytes()), ENTRY, Freshness.CURRENT)
    made = study.editor.do(SetAttribute(visit(study), "label", label))
    assert made is not None
    return replace(journal_entry(study, made, study.editor.history.to_undo), sequence=1)


def test_the_status_says_saving_saved_and_accepted(
    qtbot: QtBot, window: MainWindow, libraries: list[HeldLibrary]
) -> None:
    (library,) = libraries
    study = open_it(qtbot, window, library)
    library.held = []
    rename(study, "First")
    assert window.status.kept_words == "Saving"
    library.let_go()
    qtbot.waitUntil(lambda: window.status.kept_words == "Saved, 1 to send")
    assert study.keeping is not None
    study.keeping.accepted([each.id for each in library.edits_kept])
    assert window.status.kept_words == "Accepted"


def test_a_full_disk_is_said_and_saved_follows(
    qtbot: QtBot, window: MainWindow, libraries: list[HeldLibrary]
) -> None:
    (library,) = libraries
    study = open_it(qtbot, window, library)
    library.journal_trouble = CacheFull("The disk is full.")
    rename(study, "First")
    qtbot.waitUntil(lambda: window.status.kept_words == "Not saved: the disk is full")
    library.journal_trouble = None
    qtbot.waitUntil(lambda: window.status.kept_words.startswith("Saved"), timeout=20_000)


def test_what_was_not_sent_is_there_again_and_told(
    qtbot: QtBot, window: MainWindow, libraries: list[HeldLibrary]
) -> None:
    (library,) = libraries
    study = open_it(qtbot, window, library, (journalled("Recovered"),))
    entity = study.entity(visit(study))
    assert entity is not None
    assert entity.title == "Recovered"
    assert "Here again, and not sent yet: 1 edit." in window.notices.sentences
    assert window.status.kept_words == "Saved, 1 to send"
    window.actions_by_id["undo"].trigger()
    assert entity.title != "Recovered"


def test_what_does_not_fit_is_told_with_the_reason_and_kept(
    qtbot: QtBot, window: MainWindow, libraries: list[HeldLibrary]
) -> None:
    (library,) = libraries
    edit = journalled("x")
    open_it(qtbot, window, library, (replace(edit, text=edit.text.replace('"label"', '"name"')),))
    assert any("it has changed since: 1 edit." in sentence for sentence in window.notices.sentences)
    qtbot.waitUntil(lambda: edit.id in library.refused)


def test_the_window_waits_for_the_last_edit_and_then_closes(
    qtbot: QtBot, window: MainWindow, libraries: list[HeldLibrary]
) -> None:
    (library,) = libraries
    study = open_it(qtbot, window, library)
    library.held = []
    rename(study, "First")
    window.close()
    assert window.isVisible()
    assert any("closes by itself" in sentence for sentence in window.notices.sentences)
    library.let_go()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert len(library.edits_kept) == 1


def test_closing_with_a_full_disk_asks(
    qtbot: QtBot, window: MainWindow, libraries: list[HeldLibrary], monkeypatch: pytest.MonkeyPatch
) -> None:
    (library,) = libraries
    study = open_it(qtbot, window, library)
    library.journal_trouble = CacheFull("The disk is full.")
    rename(study, "First")
    qtbot.waitUntil(lambda: window.status.kept_words.startswith("Not saved"))
    asked: list[str] = []

    def refuse(dialog: Dialog) -> bool:
        asked.append(dialog.windowTitle())
        return False

    monkeypatch.setattr(Dialog, "exec", refuse)
    window.close()
    assert window.isVisible()
    assert asked == ["Not saved: 1 edit"]
    monkeypatch.setattr(Dialog, "exec", lambda _: True)
    window.close()
    assert not window.isVisible()


def test_unsent_edits_are_exported_as_change_sets(
    qtbot: QtBot,
    window: MainWindow,
    libraries: list[HeldLibrary],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    (library,) = libraries
    edit = journalled("Sent never")
    study = open_it(qtbot, window, library, (edit,))
    library.held = []
    rename(study, "On its way")
    target = tmp_path / "edits.json"
    monkeypatch.setattr(library, "edits", lambda _: done([edit]), raising=False)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    window.actions_by_id["export_unsent"].trigger()
    qtbot.waitUntil(target.exists)
    made = [change_set_from_json(each) for each in json.loads(target.read_text())]
    assert [each.id for each in made] == [each.id for each in study.editor.history.log]
    library.let_go()


def test_nothing_unsent_is_no_file() -> None:
    edit = journalled("x")
    assert unsent_json([replace(edit, state=EditState.ACCEPTED)]) is None


def test_a_refusal_is_told_with_its_reason_and_the_edit_can_be_sent_again(
    qtbot: QtBot, window: MainWindow, libraries: list[HeldLibrary], monkeypatch: pytest.MonkeyPatch
) -> None:
    (library,) = libraries
    study = open_it(qtbot, window, library)
    rename(study, "Refused")
    made = study.editor.history.log[0]
    qtbot.waitUntil(lambda: window.status.kept_words == "Saved, 1 to send")
    library.events.edit_refused(RefusedEdit(ENTRY.id, made.id, "DOES_NOT_FIT", "It is gone."))
    qtbot.waitUntil(lambda: window.status.kept_words == "Not accepted: 1 edit")
    assert any(made.title in said and "It is gone." in said for said in window.notices.sentences)
    refused = replace(library.edits_kept[0], state=EditState.REFUSED)
    again: list[str] = []
    monkeypatch.setattr(library, "edits", lambda _: done([refused]), raising=False)

    def try_again(ids: list[str]) -> object:
        again.extend(ids)
        return done(None)

    monkeypatch.setattr(library, "try_edits_again", try_again, raising=False)
    window.actions_by_id["send_again"].trigger()
    qtbot.waitUntil(lambda: again == [made.id])


def test_what_others_did_is_seen_at_once_and_is_no_step_of_ones_own(
    qtbot: QtBot, window: MainWindow, libraries: list[HeldLibrary]
) -> None:
    (library,) = libraries
    study = open_it(qtbot, window, library)
    rename(study, "Mine", 1)
    library.events.edits_accepted(
        AcceptedEdits(ENTRY.id, (AcceptedEdit(study.editor.history.log[0].id, 2, ""),))
    )
    theirs = read_change_set(journalled("Theirs").text)
    library.events.changes_arrived(ArrivedChanges(ENTRY.id, (theirs,), 3, ""))
    entity = study.entity(visit(study))
    assert entity is not None
    qtbot.waitUntil(lambda: entity.title == "Theirs")
    assert study.revision == 3
    assert len(study.editor.steps.listed()) == 1
    with qtbot.assertNotEmitted(window.program.study_updated):
        library.events.study_updated(replace(ENTRY, revision=3))
        qtbot.waitUntil(lambda: study.entry.revision == 3)
    study.editor.undo()
    assert entity.title == "Theirs"


def test_what_others_did_and_does_not_fit_is_put_together_once_the_backend_has_both(
    qtbot: QtBot, window: MainWindow, libraries: list[HeldLibrary]
) -> None:
    (library,) = libraries
    study = open_it(qtbot, window, library)
    before = library.opening[ENTRY.id]
    rename(study, "Mine")
    theirs = read_change_set(journalled("Theirs").text)
    library.events.changes_arrived(ArrivedChanges(ENTRY.id, (theirs,), 2, "sha256:2"))
    qtbot.waitUntil(lambda: study.is_apart)
    with qtbot.assertNotEmitted(window.program.study_updated):
        library.events.study_updated(replace(ENTRY, revision=2))
        qtbot.wait(1)
    assert library.opening[ENTRY.id] is before
    mine = AcceptedEdit(study.editor.history.log[0].id, 3, "sha256:3")
    library.events.edits_accepted(AcceptedEdits(ENTRY.id, (mine,)))
    qtbot.waitUntil(lambda: library.opening[ENTRY.id] is not before)
    with qtbot.waitSignal(window.study_shown):
        library.opening[ENTRY.id].set_result(
            OpenedStudy(ENTRY, sample_study_bytes(), Freshness.CURRENT, tuple(library.edits_kept))
        )
    assert window.study is not study
    assert any(theirs.title in said for said in window.notices.sentences)


def test_the_same_edits_in_another_order_are_shown_as_the_backend_has_them(
    qtbot: QtBot, window: MainWindow, libraries: list[HeldLibrary]
) -> None:
    (library,) = libraries
    study = open_it(qtbot, window, library)
    before = library.opening[ENTRY.id]
    rename(study, "Mine", 1)
    theirs = read_change_set(journalled("Theirs").text)
    library.events.changes_arrived(ArrivedChanges(ENTRY.id, (theirs,), 2, "sha256:2"))
    qtbot.waitUntil(lambda: study.is_mixed)
    assert not study.is_apart
    mine = AcceptedEdit(study.editor.history.log[0].id, 3, "sha256:of another order")
    library.events.edits_accepted(AcceptedEdits(ENTRY.id, (mine,)))
    qtbot.waitUntil(lambda: library.opening[ENTRY.id] is not before)


def test_what_is_in_the_same_order_is_not_shown_anew(
    qtbot: QtBot, window: MainWindow, libraries: list[HeldLibrary]
) -> None:
    (library,) = libraries
    study = open_it(qtbot, window, library)
    before = library.opening[ENTRY.id]
    rename(study, "Mine", 1)
    theirs = read_change_set(journalled("Theirs").text)
    library.events.changes_arrived(ArrivedChanges(ENTRY.id, (theirs,), 2, "sha256:2"))
    qtbot.waitUntil(lambda: study.is_mixed)
    mine = AcceptedEdit(study.editor.history.log[0].id, 3, study.document.content_hash)
    library.events.edits_accepted(AcceptedEdits(ENTRY.id, (mine,)))
    qtbot.waitUntil(lambda: not study.is_mixed)
    assert library.opening[ENTRY.id] is before
    assert window.study is study


def test_what_does_not_fit_waits_for_a_word_where_ones_own_was_refused(
    qtbot: QtBot, window: MainWindow, libraries: list[HeldLibrary]
) -> None:
    (library,) = libraries
    study = open_it(qtbot, window, library)
    before = library.opening[ENTRY.id]
    rename(study, "Mine")
    qtbot.waitUntil(lambda: window.status.kept_words == "Saved, 1 to send")
    theirs = read_change_set(journalled("Theirs").text)
    library.events.changes_arrived(ArrivedChanges(ENTRY.id, (theirs,), 2, "sha256:2"))
    mine = study.editor.history.log[0].id
    library.events.edit_refused(RefusedEdit(ENTRY.id, mine, "DOES_NOT_FIT", "Ada was quicker."))
    qtbot.waitUntil(lambda: any("Ada was quicker." in said for said in window.notices.sentences))
    with qtbot.waitSignal(window.program.study_updated):
        library.events.study_updated(replace(ENTRY, revision=2))
    assert library.opening[ENTRY.id] is before
    entity = study.entity(visit(study))
    assert entity is not None
    assert entity.title == "Mine"


def refused_edit(*labels: tuple[int, str]) -> JournalEntry:
    """An edit of an earlier session that the backend did not accept: labels of visits."""
    study = OpenStudy(prepared(sample_study_bytes()), ENTRY, Freshness.CURRENT)
    commands = tuple(SetAttribute(visit(study, place), "label", label) for place, label in labels)
    made = study.editor.do(Several(commands, "Tidy the names"))
    assert made is not None
    entry = journal_entry(study, made, study.editor.history.to_undo)
    return replace(entry, sequence=1, state=EditState.REFUSED, reason="It was changed meanwhile.")


def decide(monkeypatch: pytest.MonkeyPatch, choose: Callable[[DecideDialog], bool]) -> list[DecideDialog]:
    """Has a person answer the dialog."""
    asked: list[DecideDialog] = []

    def answer(dialog: DecideDialog) -> bool:
        asked.append(dialog)
        return choose(dialog)

    monkeypatch.setattr(DecideDialog, "exec", answer)
    return asked


def test_a_refused_edit_is_decided_field_by_field(
    qtbot: QtBot, window: MainWindow, libraries: list[HeldLibrary], monkeypatch: pytest.MonkeyPatch
) -> None:
    (library,) = libraries
    edit = refused_edit((0, "Mine"), (1, "Mine too"))
    study = open_it(qtbot, window, library, (edit,))
    first, second = study.entity(visit(study)), study.entity(visit(study, 1))
    assert first is not None
    assert second is not None
    rename(study, "Theirs")  # as somebody else did meanwhile
    monkeypatch.setattr(library, "edits", lambda _: done([edit]), raising=False)
    decided: list[str] = []

    def mark(ids: list[str]) -> object:
        decided.extend(ids)
        return done(None)

    monkeypatch.setattr(library, "mark_edits_decided", mark, raising=False)
    asked = decide(monkeypatch, lambda _: False)
    window.actions_by_id["decide_refused"].trigger()
    qtbot.waitUntil(lambda: len(asked) == 1)
    (decision,) = asked[0].decisions
    met, free = decision.rows
    assert met.theirs.isChecked()  # somebody changed it: theirs, unless a person says otherwise
    assert free.mine.isChecked()
    assert met.theirs.text() == "As it is now: “Theirs”"
    assert met.mine.text() == "Mine: “Mine”"
    assert "Label" in met.mine.accessibleName()
    assert not decided  # later
    asked = decide(monkeypatch, lambda dialog: True)
    window.actions_by_id["decide_refused"].trigger()
    qtbot.waitUntil(lambda: decided == [edit.id])
    assert (first.title, second.title) == ("Theirs", "Mine too")
    assert study.editor.history.steps[-1].change_set.title == "Again: Tidy the names"
    study.editor.undo()
    assert second.title != "Mine too"

    def all_mine(dialog: DecideDialog) -> bool:
        dialog.all_mine.click()
        return True

    decide(monkeypatch, all_mine)
    window.actions_by_id["decide_refused"].trigger()
    qtbot.waitUntil(lambda: first.title == "Mine")
    assert second.title == "Mine too"


def test_an_edit_that_was_refused_now_is_taken_out_and_then_decided(
    qtbot: QtBot, window: MainWindow, libraries: list[HeldLibrary], monkeypatch: pytest.MonkeyPatch
) -> None:
    (library,) = libraries
    study = open_it(qtbot, window, library)
    rename(study, "Refused")
    made = study.editor.history.log[0]
    qtbot.waitUntil(lambda: window.status.kept_words == "Saved, 1 to send")
    library.events.edit_refused(RefusedEdit(ENTRY.id, made.id, "DOES_NOT_FIT", "It was changed meanwhile."))
    qtbot.waitUntil(lambda: any("It was changed meanwhile." in said for said in window.notices.sentences))
    refused = replace(library.edits_kept[0], state=EditState.REFUSED, reason="It was changed meanwhile.")
    monkeypatch.setattr(library, "edits", lambda _: done([refused]), raising=False)
    decided: list[str] = []

    def mark_decided(ids: Sequence[str]) -> Future[None]:
        decided.extend(ids)
        return done(None)

    monkeypatch.setattr(library, "mark_edits_decided", mark_decided, raising=False)
    asked = decide(monkeypatch, lambda _: True)
    button = next(each for each in window.notices.findChildren(QPushButton) if each.text() == "Decide…")
    button.click()
    qtbot.waitUntil(lambda: not library.opening[ENTRY.id].done())
    assert not asked  # the study is opened again first, as the others have it
    with qtbot.waitSignal(window.study_shown):
        library.opening[ENTRY.id].set_result(
            OpenedStudy(ENTRY, sample_study_bytes(), Freshness.CURRENT, (refused,))
        )
    qtbot.waitUntil(lambda: decided == [made.id])
    assert len(asked) == 1
    assert window.study is not None
    entity = window.study.entity(visit(window.study))
    assert entity is not None
    assert entity.title == "Refused"  # nobody else had changed it: mine was put again
