"""The editors that are open: they outlive the page, which is built again at every edit of the study."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.inspector.editing.asking import Asking
from ui.inspector.editing.editor import FieldEditor
from ui.inspector.editing.editors import editor_for
from ui.inspector.row_grid import Spot
from ui.theme import Theme


class OpenEditors(QObject):
    """Opens, keeps and gives up. What cannot be kept stays open with what was typed, also while another page is seen.

    `changed()` when the page is to be built again; `ended(spot, step)` when an edit is over, after that.
    """

    changed = Signal()
    ended = Signal(object, int)

    def __init__(self, pane: QWidget) -> None:
        super().__init__(pane)
        self._pane = pane
        self.study: Asking | None = None
        self.theme = Theme.light()
        self.page = ""
        """The address of what is shown."""
        self.explained: tuple[Spot, str] | None = None
        """What a person tried to edit, and why it is not, or was not."""
        self.is_keeping = False
        """While a value becomes the study's: one page follows, when that is done."""
        self._editors: dict[tuple[str, Spot], FieldEditor] = {}

    def set_study(self, study: Asking | None) -> None:
        """Who is asked; what was open is given up."""
        self.close_all()
        self.study = study

    def of(self, address: str) -> Mapping[Spot, FieldEditor]:
        """The open editors of the page of what is at an address."""
        return {spot: editor for (page, spot), editor in self._editors.items() if page == address}

    def newest(self) -> FieldEditor | None:
        """The one that has the keys, else the one opened last."""
        with_keys = (editor for editor in self._editors.values() if editor.has_keys())
        return next(with_keys, None) or next(reversed(list(self._editors.values())), None)

    def open(self, spot: Spot, words: str) -> None:
        """Opens the editor of a spot; where it cannot be edited, says why, or no longer so."""
        key = (self.page, spot)
        explained = self.explained
        self.leave(but=key)
        if self.study is None:
            return
        if key in self._editors:
            self._editors[key].take_focus()
            return
        editor = editor_for(spot[1], words, self.study, self.theme)
        if editor is None:
            stands = self.study.stands(spot[1])
            why = self.study.locked() or (stands.attribute.why if stands is not None else "")
            self.explained = (spot, why) if why and explained != (spot, why) else None
            self.changed.emit()
            return
        editor.setParent(self._pane)
        editor.kept.connect(lambda step: self._keep(key, step))
        editor.given_up.connect(lambda step: self._close(key, step))
        self._editors[key] = editor
        self.changed.emit()
        editor.take_focus()

    def put(self, spot: Spot, value: object) -> None:
        """Keeps what one click says; says beside it where that cannot be."""
        self.leave()
        refused = self._kept(spot, value)
        self.explained = (spot, refused) if refused else None
        self.changed.emit()

    def leave(self, but: tuple[str, Spot] | None = None) -> None:
        """A person turns to something else: what can be kept is."""
        self.explained = None
        for key, editor in list(self._editors.items()):
            if key != but and key in self._editors and not editor.error():
                editor.leave()

    def hold(self, page: QWidget) -> None:
        """Takes the editors that are not on this page out of the one that goes."""
        for editor in self._editors.values():
            if not page.isAncestorOf(editor):
                editor.hide()
                editor.setParent(self._pane)
                if not editor.wide:
                    editor.notes.setParent(editor)

    def study_changed(self) -> None:
        """The study was edited: what nobody typed in shows what stands there now; what is gone closes."""
        if self.study is None:
            return
        for key, editor in list(self._editors.items()):
            if self.study.stands(key[1][1]) is None:
                self._drop(key)
            else:
                editor.study_changed()

    def close_all(self) -> None:
        """Gives all of them up."""
        self.explained = None
        for key in list(self._editors):
            self._drop(key)

    def _kept(self, spot: Spot, value: object) -> str:
        """Makes the edit; why not, where it is not made."""
        if self.study is None:
            return ""
        self.is_keeping = True
        try:
            return self.study.keep(spot[1], value)
        finally:
            self.is_keeping = False

    def _keep(self, key: tuple[str, Spot], step: int) -> None:
        editor = self._editors.get(key)
        if editor is None or self.study is None:
            return
        del self._editors[key]  # closed before the study changes: the page that follows shows the value
        refused = self._kept(key[1], editor.read().value)
        if refused:
            self._editors[key] = editor
            self.changed.emit()
            editor.show_error(refused)
            editor.take_focus()
            return
        self._lay_down(editor)
        self.changed.emit()
        self.ended.emit(key[1], step)

    def _close(self, key: tuple[str, Spot], step: int) -> None:
        if key in self._editors:
            self._drop(key)
            self.changed.emit()
            self.ended.emit(key[1], step)

    def _drop(self, key: tuple[str, Spot]) -> None:
        self._lay_down(self._editors.pop(key))

    def _lay_down(self, editor: FieldEditor) -> None:
        """Takes an editor off its page; it goes when the event that ended it is over."""
        editor.hide()
        editor.setParent(self._pane)
        editor.notes.setParent(editor)
        editor.deleteLater()
