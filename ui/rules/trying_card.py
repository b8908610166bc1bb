"""The card in which a rule is tried: sample data, what they come to, and the examples that are kept with the rule."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from study.language import translate
from study.rules.evaluate import try_examples
from study.rules.model import Answer, Example, Given, Rule, Term
from study.rules.sentence import operand_words, term_words
from ui.accessible import announce
from ui.rules.fields import Setting, pictured
from ui.rules.lines import Lines, head
from ui.rules.telling import Told
from ui.rules.trying import TryingPane, given_values
from ui.widgets.part import set_part


class TryingCard(QFrame):
    """`changed` when other sample data are typed; `keep_wanted` when they are to be kept with the rule."""

    changed = Signal()
    keep_wanted = Signal()

    def __init__(self, setting: Setting) -> None:
        super().__init__()
        self._setting = setting
        self._said: tuple[tuple[str, bool], ...] = ()
        set_part(self, "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 11, 14, 12)
        column.setSpacing(7)
        column.addWidget(head(translate("rules", "Try it: what if")))
        self.data = TryingPane(setting)
        self.data.changed.connect(self.changed)
        column.addWidget(self.data)
        self.result = Lines()
        column.addWidget(self.result)
        self._keeping = QWidget()
        row = QHBoxLayout(self._keeping)
        row.setContentsMargins(0, 0, 0, 0)
        self.keep = set_part(QPushButton(translate("rules", "Keep as an example")), "link")
        self.keep.setAutoDefault(False)
        self.keep.setToolTip(
            translate("rules", "Saved with the rule, and tried again whenever it is changed")
        )
        self.keep.clicked.connect(self.keep_wanted)
        row.addWidget(self.keep)
        row.addStretch(1)
        column.addWidget(self._keeping)
        self._samples = QVBoxLayout()
        self._samples.setSpacing(2)
        column.addLayout(self._samples)

    def set_terms(self, terms: Sequence[Term], *, waits: bool) -> None:
        """What the rule needs to know."""
        self.data.set_terms(terms, waits=waits)

    def tell(self, lines: list[Told], *, can_keep: bool) -> None:
        """What the sample data come to."""
        before = self.result.text()
        self.result.set_lines(lines)
        typing = QApplication.focusWidget()
        if self.result.text() != before and typing is not None and self.isAncestorOf(typing):
            announce(self, self.result.text())
        self._keeping.setVisible(can_keep and self.data.has_values())

    def example(self, answer: Answer) -> Example:
        """The sample data as an example that comes to an answer."""
        given = self.data.given()
        return Example("; ".join(map(_words, given))[:200], given, answer)

    def show_examples(self, rule: Rule | None) -> None:
        """The examples that are kept with a rule, each with whether it still comes to what it came to."""
        tried = try_examples(rule) if rule is not None and rule.examples else ()
        said = tuple((each.name, each.is_right) for each in tried)
        if said == self._said or rule is None:
            return
        self._said = said
        while self._samples.count():
            item = self._samples.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        theme = self._setting.theme
        for each, example in zip(tried, rule.examples, strict=True):
            picture, tint = ("circle-check", "ok") if each.is_right else ("triangle-alert", "warning")
            button = pictured(set_part(QPushButton(each.name), "link"), theme, picture, tint)
            button.setAutoDefault(False)
            tip = (
                translate("rules", "Comes to what it came to when it was kept.")
                if each.is_right
                else translate("rules", "Comes to something else than when it was kept.")
            )
            button.setToolTip(tip)
            button.setAccessibleDescription(tip)
            button.clicked.connect(partial(self._use, example))
            self._samples.addWidget(button)

    def _use(self, example: Example, _checked: bool = False) -> None:
        self.data.set_values(given_values(example.given))


def _words(given: Given) -> str:
    return translate("rules", "{term}: {value}").format(
        term=term_words(given.term), value=operand_words(given.value)
    )
