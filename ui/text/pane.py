"""The pane "Protocol text": contents, a section, search within, and where the text names what is selected."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QSplitter, QToolButton, QVBoxLayout, QWidget

from study.language import translate
from study.narrative import ProtocolText
from study.narrative_mentions import Mention, Named, Names
from study.narrative_search import pattern_of
from ui.icons import icon
from ui.text.browser import SectionBrowser
from ui.text.contents import Contents
from ui.text.reading import At, Reading
from ui.theme import Theme, system_theme
from ui.widgets.buttons import beside_picture
from ui.widgets.focus_ring import FocusRing
from ui.widgets.part import set_part, text_label

_WIDE = 640
_MOST_LISTED = 40


class TextPane(QWidget):
    """`selected(address)` when a person follows a link in the text; `lit(addresses)` with all that the link names.

    It never moves by itself: a selection made elsewhere is told above the text, and one goes there by choice.
    """

    selected = Signal(str)
    lit = Signal(object)

    def __init__(self, theme: Theme | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme or system_theme()
        self._texts: Sequence[ProtocolText] = ()
        self._names: Names | None = None
        self._at: At | None = None
        self._address, self._title = "", ""
        self._hits: Mapping[At, int] = {}
        self._hit: tuple[At, int] | None = None
        self._wanted: Callable[[], object] | None = None
        self.reading = Reading(self)
        self.reading.progressed.connect(self._show_named)
        set_part(self, "pane")
        self.setMinimumWidth(260)

        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(60)
        self._typing.timeout.connect(self._search)
        self.field = QLineEdit()
        self.field.setPlaceholderText(translate("text", "Search the protocol's text"))
        self.field.setAccessibleName(translate("text", "Search the protocol's text"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(lambda _text: self._typing.start())
        self.field.returnPressed.connect(self._enter)
        self.count = text_label("", "secondary")
        self.count.setWordWrap(False)
        self._before = self._button(translate("text", "Previous place"), lambda: self.next_hit(-1))
        self._after = self._button(translate("text", "Next place"), self.next_hit)
        row = QHBoxLayout()
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addWidget(self._before)
        row.addWidget(self._after)
        counted = QHBoxLayout()
        counted.setContentsMargins(14, 0, 8, 0)
        counted.addWidget(self.count, 1)

        self.named = QToolButton()
        self.named.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.named.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.named.setAccessibleName(translate("text", "Where the text names what is selected"))
        self._sections = QMenu(self.named)
        self._sections.aboutToShow.connect(self._list_named)
        self.named.setMenu(self._sections)
        self.named.hide()
        held = QHBoxLayout()
        held.setContentsMargins(6, 0, 8, 4)
        held.addWidget(self.named)
        held.addStretch(1)
        self.marks = text_label("", "secondary")
        self.marks.setContentsMargins(14, 0, 8, 4)
        self.marks.hide()

        self.contents = Contents(self._theme)
        FocusRing(self.contents)
        self.contents.chosen.connect(self.show_section)
        self.heading = text_label("", "title")
        self.heading.setContentsMargins(16, 10, 16, 2)
        self.browser = SectionBrowser(self._theme)
        self.browser.mention_chosen.connect(self._follow)
        self.browser.laid_out.connect(self._laid_out)
        below = QWidget()
        self._text = QVBoxLayout(below)
        self._text.setContentsMargins(0, 0, 0, 0)
        self._text.setSpacing(0)
        self._text.addWidget(self.heading)
        self._text.addWidget(self.browser, 1)
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.contents)
        self._split.addWidget(below)
        self._split.setStretchFactor(1, 1)
        self._split.setSizes([200, 500])
        self.empty = text_label(translate("text", "This file holds no text of the protocol."), "secondary")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setMargin(24)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addLayout(counted)
        column.addLayout(held)
        column.addWidget(self.marks)
        column.addWidget(self._split, 1)
        column.addWidget(self.empty, 1)
        self.set_theme(self._theme)
        self.set_texts((), None)

    # What is shown

    def set_texts(self, texts: Sequence[ProtocolText], names: Names | None) -> None:
        """Shows other texts; `names` says what words of them mean in the schedule."""
        self._texts, self._names = tuple(texts), names
        self._at, self._hits, self._hit, self._wanted = None, {}, None, None
        self._address = ""
        self.browser.set_mention_finder(names.mentions if names is not None else None)
        self.contents.set_texts(self._texts)
        self.reading.start(self._texts, names)
        for part in (self._split, self.field, self._before, self._after):
            part.setVisible(bool(self._texts))
        self.empty.setVisible(not self._texts)
        self.named.hide()
        self.field.clear()
        self._tell("")
        first = next(
            (At(n, s.place) for n, text in enumerate(self._texts) for s in text.sections if not s.is_empty),
            None,
        )
        if first is not None:
            self.show_section(first)
        else:
            self.heading.setText("")
            self.browser.show_section(None)

    def show_section(self, at: At) -> None:
        """Shows a section of a text from its beginning."""
        if at == self._at:
            return
        self._at = at
        section = self.reading.section(at)
        self.heading.setText(section.heading or translate("text", "Without a title"))
        self.contents.set_current(at)
        self.browser.show_section(self._texts[at.text].text_of(section))

    def current(self) -> At | None:
        """The section that is shown."""
        return self._at

    def show_address(self, address: str, words: str = "") -> bool:
        """Shows the section at the address of a NarrativeContent or its item, lit where it holds `words`."""
        for number, text in enumerate(self._texts):
            for section in text.sections:
                if address and address in (section.address, section.item):
                    if words:
                        self.search(words)
                    at = At(number, section.place)
                    self.show_section(at)
                    if words and self._hits.get(at):
                        self._go_to(at, 0)
                    return True
        return False

    def set_selection(self, address: str, title: str, marks: str = "") -> None:
        """Tells where the text names what is selected, and beside it where it is marked; the text stays where it is."""
        self._address, self._title = address, title
        self.marks.setText(marks)
        self.marks.setVisible(bool(marks))
        self.browser.set_selection(address)
        self._show_named()

    def mentions_of(self, address: str) -> Sequence[tuple[At, str, int]]:
        """The sections that name an entity, with their headings and how often; as far as the text has been read."""
        return [
            (at, self.reading.section(at).heading, count)
            for at, count in sorted_counts(self.reading.named(address))
        ]

    def mentions_in(self, text: str) -> Sequence[Mention]:
        """Where another text, such as a footnote, names visits, activities and days."""
        return self._names.mentions(text) if self._names is not None else ()

    def show_mention(self, at: At, address: str, number: int = 0) -> None:
        """Shows where a section names an entity."""
        self._when_laid_out(at, partial(self.browser.go_to_mention, address, number))

    # Searching

    def search(self, query: str) -> None:
        """Searches all sections now."""
        self.field.setText(query)
        self._typing.stop()
        self._search()

    def next_hit(self, step: int = 1) -> None:
        """Goes to the next place, or the one before; round at the end."""
        if self._typing.isActive():
            self._typing.stop()
            self._search()
            return
        order = [(at, number) for at, count in sorted_counts(self._hits) for number in range(count)]
        if not order:
            return
        if self._hit in order:
            place = (order.index(self._hit) + step) % len(order)
        else:
            here = [
                n for n, (at, _) in enumerate(order) if self._at is None or key_of(at) >= key_of(self._at)
            ]
            place = here[0] if here else 0
        self._go_to(*order[place])

    def _enter(self) -> None:
        self.next_hit()

    def focus_search(self) -> None:
        """The field takes the focus, all of it marked."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _search(self) -> None:
        pattern = pattern_of(self.field.text())
        self._hits = self.reading.found(pattern) if pattern is not None else {}
        self._hit = None
        self.browser.set_search(pattern)
        if pattern is None:
            self._tell("")
            self._show_named()
            return
        self.contents.set_counts(self._hits)
        if self._hits:
            self.next_hit()
        else:
            self._tell_count()

    def _go_to(self, at: At, number: int) -> None:
        self._hit = (at, number)
        self._tell_count()
        self._when_laid_out(at, partial(self.browser.go_to_hit, number))

    def _tell_count(self) -> None:
        total, sections = sum(self._hits.values()), len(self._hits)
        if not total:
            self._tell(translate("text", "Not found in the protocol's text."))
            return
        inside = translate("text", "in %n section(s)", "", sections)
        if self._hit is None:
            self._tell(translate("text", "{total} {inside}").format(total=total, inside=inside))
            return
        order = [(at, number) for at, count in sorted_counts(self._hits) for number in range(count)]
        self._tell(
            translate("text", "{place} of {total} {inside}").format(
                place=order.index(self._hit) + 1, total=total, inside=inside
            )
        )

    def _tell(self, words: str) -> None:
        self.count.setText(words)
        self.count.setVisible(bool(words))

    # What is named

    def _show_named(self) -> None:
        named = self.reading.named(self._address) if self._address else {}
        if not self.field.text():
            self.contents.set_counts(named)
        self.named.setVisible(bool(named))
        if named:
            words = translate("text", "“{title}” is named in %n section(s)", "", len(named))
            title = self._title if len(self._title) < 40 else f"{self._title[:38]}…"
            self.named.setText(beside_picture(words.format(title=title)))

    def _list_named(self) -> None:
        self._sections.clear()
        for at, count in sorted_counts(self.reading.named(self._address))[:_MOST_LISTED]:
            heading = self.reading.section(at).heading.replace("&", "&&")
            words = translate("text", "{section}, %n time(s)", "", count).format(section=heading)
            self._sections.addAction(words, partial(self.show_mention, at, self._address))

    def _follow(self, mention: Mention) -> None:
        # Days name many visits: the first is selected, all are lit.
        self.selected.emit(mention.addresses[0])
        self.lit.emit(mention.addresses if mention.named is Named.DAYS else ())

    def _when_laid_out(self, at: At, then: Callable[[], object]) -> None:
        self.show_section(at)
        if self.browser.is_laid_out:
            then()
        else:
            self._wanted = then

    def _laid_out(self) -> None:
        then, self._wanted = self._wanted, None
        if then is not None:
            then()

    # The widget

    def set_theme(self, theme: Theme) -> None:
        """Paints in another theme."""
        self._theme = theme
        self.contents.set_theme(theme)
        self.browser.set_theme(theme)
        self._before.setIcon(icon("chevron-up", theme.text_2, theme.text_3))
        self._after.setIcon(icon("chevron-down", theme.text_2, theme.text_3))
        self.named.setIcon(icon("link", theme.accent))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The text takes the focus. Not as a proxy: Tab would pass by everything else in here."""
        self.browser.setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape ends a search."""
        if event.key() == Qt.Key.Key_Escape and self.field.text():
            self.field.clear()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Contents stand beside the text where there is room, else above it."""
        super().resizeEvent(event)
        wanted = Qt.Orientation.Horizontal if event.size().width() >= _WIDE else Qt.Orientation.Vertical
        if self._split.orientation() != wanted:
            self._split.setOrientation(wanted)
            self._split.setSizes([240, 400] if wanted is Qt.Orientation.Horizontal else [200, 500])

    def _button(self, words: str, call: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        button.setIconSize(QSize(15, 15))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(lambda _checked=False: call())
        return button


def key_of(at: At) -> tuple[int, int]:
    """Where a section stands among all of them."""
    return at.text, at.place


def sorted_counts(counts: Mapping[At, int]) -> list[tuple[At, int]]:
    """Counts by section, in reading order."""
    return sorted(counts.items(), key=lambda item: key_of(item[0]))
