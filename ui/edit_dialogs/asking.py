"""What every dialog that edits has: fields, what will change said below them, and a button that says what it does."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QFormLayout, QLineEdit, QPushButton, QWidget

from app.open_study import OpenStudy
from study.commands.command import CannotError, Command
from study.effects import Effects, Visit, effects, effects_text, seen
from study.graph import schedule_graph
from study.language import translate
from study.timeline import planned_times
from ui.accessible import announce
from ui.widgets.dialog import Dialog, ok_cancel
from ui.widgets.part import set_part, text_label

Foresee = Callable[[Command | None, Effects | None], object]
"""Hears of the command as it would be done now, and what it would do; None at the end."""


class EditDialog(Dialog):
    """Asks for what a command needs. Subclasses say which with `command`, and call `refresh` when a field changes.

    `chosen` is the command once it was accepted, else None. The document is not changed here.
    """

    def __init__(
        self,
        study: OpenStudy,
        timeline: str,
        title: str,
        sentence: str,
        does: str,
        parent: QWidget | None = None,
        foresee: Foresee | None = None,
    ) -> None:
        """`timeline`: the id of the one whose visits change; `does`: what the button says, a verb."""
        super().__init__(parent, title, sentence, ok_cancel())
        self.study, self.timeline = study, timeline
        self.chosen: Command | None = None
        self._foresee = foresee
        self._before = self._seen()
        self.form = QFormLayout()
        self.form.setSpacing(10)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.body.addLayout(self.form)
        self.error = text_label("", "warning")
        self.preview = text_label("")
        self.preview.setMinimumHeight(3 * self.preview.fontMetrics().lineSpacing())
        set_part(self.preview, "card")
        self.preview.setContentsMargins(10, 8, 10, 8)
        self.body.addWidget(self.error)
        self.body.addWidget(self.preview)
        button = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        button.setText(does)
        self.does: QPushButton = button

    def command(self) -> Command | str:
        """What would be done with what is typed now, or a sentence that says what is missing or cannot be read."""
        raise NotImplementedError

    def field(self, name: str, text: str = "", hint: str = "") -> QLineEdit:
        """A line to type in, with its name beside it."""
        made = QLineEdit(text)
        made.setPlaceholderText(hint)
        made.setAccessibleName(name)
        made.setMinimumWidth(260)
        made.textChanged.connect(lambda _: self.refresh())
        self.form.addRow(name, made)
        return made

    def choice(self, name: str, options: list[tuple[str, str]], at: str = "") -> QComboBox:
        """A list to choose from: `options` are what is kept and what is shown; `at` is chosen first."""
        made = QComboBox()
        made.setAccessibleName(name)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setMinimumContentsLength(24)
        for kept, shown in options:
            made.addItem(shown, kept)
        made.setCurrentIndex(max(0, made.findData(at)))
        made.currentIndexChanged.connect(lambda _: self.refresh())
        self.form.addRow(name, made)
        return made

    def refresh(self) -> None:
        """Say what would change, or what is missing."""
        command = self.command()
        reason = command if isinstance(command, str) else self.study.editor.why_not(command)
        what: Effects | None = None
        title = ""
        if not isinstance(command, str) and not reason:
            try:
                with self.study.editor.previewed(command) as executed:
                    title = executed.title
                    what = effects(self._before, self._seen())
            except CannotError as cannot:
                reason = cannot.reason
        self.error.setText(reason)
        self.error.setVisible(bool(reason))
        said = f"{title}.\n{effects_text(what)}" if what is not None else ""
        if said != self.preview.text():
            self.preview.setText(said)
            self.preview.setAccessibleName(said)
            announce(self, said or reason)
        self.preview.setVisible(bool(said))
        self.does.setEnabled(what is not None)
        self.does.setToolTip(reason)
        if self._foresee is not None:
            self._foresee(None if isinstance(command, str) or reason else command, what)
        if self.isVisible():
            self._grow()

    def _grow(self) -> None:
        """As high as what is said now needs at this width; never lower than before, so that nothing jumps."""
        self._column.activate()
        size = self._column.totalMinimumSize()
        needed = max(self._column.totalHeightForWidth(self.width()), size.height())
        if needed > self.height():
            self.resize(self.width(), needed)

    def showEvent(self, event: QShowEvent) -> None:
        """Say what would change, be high enough for it, and have the keys in the first field."""
        self.refresh()
        super().showEvent(event)
        self._grow()
        if not event.spontaneous():
            self._give_keys()

    def _give_keys(self) -> None:
        """The fields come before the buttons, which were made first."""
        rows = (self.form.itemAt(row, QFormLayout.ItemRole.FieldRole) for row in range(self.form.rowCount()))
        fields = [
            field
            for row in rows
            if row is not None
            and (field := row.widget()) is not None
            and field.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        if fields:
            cancel = self.buttons.button(QDialogButtonBox.StandardButton.Cancel)
            for earlier, later in pairwise([*fields, self.does, cancel]):
                self.setTabOrder(earlier, later)
            fields[0].setFocus()

    def _seen(self) -> dict[str, Visit]:
        found = self.study.document.find_timeline(self.timeline)
        if found is None:
            return {}
        _, design, timeline = found
        return seen(planned_times(timeline, design, schedule_graph(timeline, design)))

    def accept(self) -> None:
        """Keep the command that was agreed to."""
        command = self.command()
        if isinstance(command, str) or self.study.editor.why_not(command):
            self.refresh()
            return
        self.chosen = command
        super().accept()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is foreseen any more."""
        if self._foresee is not None:
            self._foresee(None, None)
        super().hideEvent(event)


def carried_out(dialog: EditDialog) -> bool:
    """Show a dialog, and do what was agreed to as one step; whether it was done."""
    dialog.exec()
    return dialog.chosen is not None and dialog.study.editor.do(dialog.chosen) is not None


def title_of(study: OpenStudy, address: str) -> str:
    """What a person calls what is at an address."""
    entity = study.entity(address)
    return " ".join(entity.title.split()) if entity is not None else address


def visit_choices(study: OpenStudy, timeline: str, but: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """The instances of a timeline in graph order, as options of a choice."""
    projection = study.projection_of(timeline)
    if projection is None:
        return []
    graph = projection.graph
    return [(key, graph.instances[key].title) for key in graph.order if key not in but and key[0] != "#"]


def named(study: OpenStudy, visits: tuple[str, ...]) -> str:
    """One visit by its name, several by their number."""
    if len(visits) == 1:
        return title_of(study, visits[0])
    return translate("dialogs", "%n visit(s)", "", len(visits))
