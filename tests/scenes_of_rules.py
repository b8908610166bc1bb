"""What the pictures show of rules: a decision's table, tried with sample data; nothing is kept of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from study.rules.model import Cell, Observed, Quantity, Sign, Test
from study.rules.place import places
from study.rules.ways import ASKS
from tests.scenes_of_editing import Alone
from ui.main_window import MainWindow
from ui.rules.dialog import RuleDialog
from ui.rules.subject import subject_at

Wait = Callable[[Callable[[], object], str], None]


def rule(window: MainWindow, wait: Wait) -> Iterator[QWidget | Alone | None]:
    """The rule of a decision as a table: what if neutrophils are low; the row that decided is lit."""
    study = window.study
    assert study is not None
    place = next(each for each in places(study.document) if each.text.startswith("No progression, recovered"))
    subject = subject_at(study.document, study.annexe, place.address)
    assert subject is not None
    dialog = RuleDialog(subject, window.theme, study.editor.why_not, window)
    window.theme_changed.connect(dialog.set_theme)
    dialog.as_table.click()
    terms = [
        word.term
        for word in subject.words.words
        if isinstance(word.term, Observed) and word.title.startswith(("Neutrophil", "Platelet"))
    ]
    for term, least in zip(terms, ("1.5", "100"), strict=True):
        dialog.table.add_operand(term)
        enough = Test(Sign.AT_LEAST, Quantity(Decimal(least), term.unit))
        dialog.table.set_cell(0, len(dialog.table.columns) - 1, Cell((enough,)))
    dialog.table.set_outcome(0, place.address)
    dialog.table.insert_row(1)
    low = Test(Sign.LESS, Quantity(Decimal(1), terms[0].unit))
    dialog.table.set_cell(1, 0, Cell((low,)))
    dialog.table.set_outcome(1, "else")
    dialog.table.insert_row(2)
    dialog.table.set_outcome(2, ASKS)
    dialog.trying.data.set_values({terms[0]: Decimal("1.2"), terms[1]: Decimal(140)})
    dialog.open()
    wait(dialog.isVisible, "the dialog")
    dialog.resize(1080, 600)
    wait(lambda: bool(dialog.impact.text()), "what the rule does")
    yield Alone(dialog)
    window.theme_changed.disconnect(dialog.set_theme)
    dialog.reject()
    dialog.deleteLater()
