"""The inspector widget: shows the page of the selected entity, and remembers where one has been."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from html import escape

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from study.annexe import Annexe
from study.dating import DatedTimes, Moment
from study.document import Document
from study.language import translate
from study.model import Entity
from study.soa import ScheduleOfActivities
from study.usdm_names import class_words
from ui.dates.field import DateField
from ui.icons import icon
from ui.inspector.about import about
from ui.inspector.about_rule import RULE, rule_section
from ui.inspector.editing.asking import Asking
from ui.inspector.editing.editor import LEFT, FieldEditor
from ui.inspector.editing.open_editors import OpenEditors
from ui.inspector.entity_page import EntityPage, file_rows
from ui.inspector.fields import Value
from ui.inspector.kept_focus import kept_focus
from ui.inspector.pages import Nothing
from ui.inspector.row_grid import Spot
from ui.inspector.sections import About
from ui.theme import INSPECTOR_WIDTH, Theme, system_theme
from ui.widgets.elided import ElidedLabel
from ui.widgets.focus_ring import FocusRing
from ui.widgets.part import set_part

Mentions = Callable[[str], Sequence[Value]]
"""Where the protocol's text names the entity at an address: links."""
_REMEMBERED = 100


class InspectorPane(QWidget):
    """Every attribute of the selected entity; with somebody to ask, each can be edited in its place.

    `link_activated(address)` when a person follows a link, a chip, or goes back or forward: select that.
    `took_place(key, Moment or None)` when a person says when a visit took place, or takes that away; `dates_wanted()`
    when they ask for the place where the anchor's date is typed; `undo_wanted()`, `redo_wanted()` for the last date.
    `mention_activated(address)` when they follow a place of the protocol's text; `menu_asked(address, QPoint of the
    screen)` for what can be done with what is shown; `rule_wanted(address)` for the rule of a condition.
    """

    rule_wanted = Signal(str)
    link_activated = Signal(str)
    took_place = Signal(str, object)
    dates_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()
    mention_activated = Signal(str)
    menu_asked = Signal(str, QPoint)

    def __init__(self, parent: QWidget | None = None, theme: Theme | None = None) -> None:
        super().__init__(parent)
        self._theme = theme or system_theme()
        self._document: Document | None = None
        self._schedules: Sequence[ScheduleOfActivities] = ()
        self._dates: Sequence[DatedTimes] = ()
        self._mentions: Mentions | None = None
        self._annexe: Annexe | None = None
        self._refocus = False
        self._editing = OpenEditors(self)
        self._editing.theme = self._theme
        self._editing.changed.connect(self._build_in_place)
        self._editing.ended.connect(self._ended)
        self._title = ""
        self._gone = ("", "")  # address and title of what was shown and is in the study no more
        self._address = ""
        self._asked: dict[str, int] = {}
        self._asking = ""  # the key of what a person asks for just now
        self._been: list[str] = []
        self._here = -1
        set_part(self, "pane")
        self.setMinimumWidth(240)
        self._back, self._forward = QToolButton(), QToolButton()
        for button, words, step, keys in (
            (self._back, translate("inspector", "Back"), -1, "Alt+Left"),
            (self._forward, translate("inspector", "Forward"), 1, "Alt+Right"),
        ):
            button.setIconSize(QSize(16, 16))
            button.setAccessibleName(words)
            button.setToolTip(f"{words} ({keys})")
            button.clicked.connect(lambda _checked=False, step=step: self._go(step))
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self._go(step))
        self._more = QToolButton()
        self._more.setIconSize(QSize(16, 16))
        words = translate("inspector", "What can be done with it")
        self._more.setAccessibleName(words)
        self._more.setToolTip(words)
        self._more.clicked.connect(lambda _checked=False: self._ask_menu())
        self._class = set_part(ElidedLabel(), "secondary")
        self._bar = QWidget()
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(16, 8, 8, 0)
        bar.setSpacing(2)
        bar.addWidget(self._class, 1)
        bar.addWidget(self._more)
        bar.addWidget(self._back)
        bar.addWidget(self._forward)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(translate("inspector", "Inspector"))
        FocusRing(self._scroll)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar)
        layout.addWidget(self._scroll, 1)
        self._rebuild()

    def sizeHint(self) -> QSize:
        """The look's default width."""
        return QSize(INSPECTOR_WIDTH, 600)

    # What is shown

    def set_document(
        self,
        document: Document | None,
        schedules: Sequence[ScheduleOfActivities] = (),
        annexe: Annexe | None = None,
    ) -> None:
        """Look into another document; `schedules` are its tables, the one on screen first; `annexe` lies beside it."""
        self._annexe = annexe
        self._editing.close_all()
        self._document = document
        self._schedules = tuple(schedules)
        self._address = self._editing.page = ""
        self._gone = ("", "")
        self._asked.clear()
        self._been, self._here = [], -1
        self._rebuild()

    def set_schedules(self, schedules: Sequence[ScheduleOfActivities]) -> None:
        """The document's tables changed, or another one is on screen."""
        self._schedules = tuple(schedules)
        self.refresh()

    def set_study(self, study: Asking | None) -> None:
        """Who is asked what can be edited, and does it; None for nobody: then everything is only shown."""
        self._editing.set_study(study)
        self._build_in_place()

    def set_dating(self, dates: Sequence[DatedTimes] | None) -> None:
        """Dates beside days: those of the timelines, the one on screen first; None without a study."""
        self._dates = tuple(dates or ())
        self._build_in_place()

    def set_mentions(self, mentions: Mentions | None) -> None:
        """Who says where the protocol's text names an entity: links with an address, told by `mention_activated`."""
        self._mentions = mentions
        self._build_in_place()

    def focus_took_place(self) -> bool:
        """Puts the cursor where one says when the selected visit took place; whether there is such a place."""
        field = self.findChild(DateField)
        if field is None:
            return False
        self._scroll.ensureWidgetVisible(field)
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()
        return True

    def keep_what_is_typed(self) -> None:
        """Keep what is typed into open editors, as by going elsewhere; what cannot be kept stays with its error."""
        self._editing.leave()

    def set_selection(self, address: str) -> None:
        """Show the entity at `address`; "" for nothing selected."""
        if address == self._address:
            return
        self._editing.leave()
        self._gone = self._gone_now() if not address else ("", "")
        self._address = self._editing.page = address
        self._asked.clear()
        if address and (self._here < 0 or self._been[self._here] != address):
            self._been = [*self._been[: self._here + 1], address][-_REMEMBERED:]
            self._here = len(self._been) - 1
        self._rebuild()
        self._scroll.verticalScrollBar().setValue(0)

    def refresh(self) -> None:
        """Read the entity again, after the document changed; what was taken out comes back when it is there again."""
        back, _ = self._gone
        if (
            back
            and not self._address
            and self._document is not None
            and self._document.entity(back) is not None
        ):
            self._gone = ("", "")
            self.link_activated.emit(back)
            return
        self._editing.study_changed()
        self._build_in_place()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = self._editing.theme = theme
        self._rebuild()

    def can_go_back(self) -> bool:
        """Whether there is something to go back to."""
        return self._here > 0 or (bool(self._gone[0]) and self._here == 0)

    def can_go_forward(self) -> bool:
        """Whether there is something to go forward to."""
        return self._here < len(self._been) - 1

    def go_back(self) -> None:
        """Select what was selected before."""
        self._go(-1)

    def go_forward(self) -> None:
        """Select what was selected before going back."""
        self._go(1)

    def _go(self, step: int) -> None:
        if self._gone[0] and step < 0:
            step = 0  # what is shown is gone: back is where one was before it
        if not 0 <= self._here + step < len(self._been):
            return
        self._here += step
        address = self._been[self._here]
        self.set_selection(address)
        self.link_activated.emit(address)

    def _ask_menu(self) -> None:
        if self._address:
            below = self._more.mapToGlobal(self._more.rect().bottomLeft())
            self.menu_asked.emit(self._address, below)

    # Building

    def _rebuild(self, told: About | None = None) -> None:
        """`told`: what `_about` says, where that was asked already."""
        theme = self._theme
        for button, name, can in (
            (self._back, "arrow-left", self.can_go_back()),
            (self._forward, "arrow-right", self.can_go_forward()),
        ):
            button.setIcon(icon(name, theme.text_2, theme.line))
            button.setEnabled(can)
        self._more.setIcon(icon("ellipsis", theme.text_2, theme.line))
        entity = self._document.entity(self._address) if self._document and self._address else None
        self._more.setVisible(entity is not None and self._editing.study is not None)
        self._bar.setVisible(entity is not None or bool(self._gone[0]))
        if self._document is None or entity is None:
            self._class.setText("")
            self._put(self._nothing())
            return
        self._title = entity.title
        self._class.setText(class_words(entity.instance_type))
        named = translate("inspector", "USDM class {name}").format(name=escape(entity.instance_type))
        self._class.setToolTip(named if entity.instance_type else "")
        self._put(self._contents(self._document, entity, told or self._about()))

    def _put(self, page: QWidget) -> None:
        # What was there may hold the link that was just clicked: it goes when its event is over.
        self._editing.hold(page)
        gone = self._scroll.takeWidget()
        if gone is not None:
            gone.hide()
            gone.deleteLater()
        self._scroll.setWidget(page)

    def _nothing(self) -> QWidget:
        if self._document is None:
            text = translate("inspector", "What a study says of each of its parts shows here.")
            return Nothing(self._theme, translate("inspector", "No study is open"), text)
        if self._gone[0]:
            title = translate("inspector", "“{name}” is not in the study any more").format(name=self._gone[1])
            text = translate("inspector", "Undo brings it back. Alt+Left leads to what was shown before it.")
            return Nothing(self._theme, title, text)
        if self._address:
            text = translate(
                "inspector",
                "Its id is missing, or another entity has the same one. It is kept in the file as it is; "
                "Problems tells where.",
            )
            return Nothing(self._theme, translate("inspector", "This cannot be addressed"), text)
        text = translate(
            "inspector",
            "Select a visit, an activity or an arrow to read everything the study says of it. "
            "Links lead on; Alt+Left leads back.",
        )
        return Nothing(self._theme, translate("inspector", "Nothing selected"), text)

    def _is_same(self, told: About) -> bool:
        """Whether the page says all that is to be said: most edits are about something else."""
        page = self.page()
        entity = (
            self._document.entity(self._address) if self._document is not None and self._address else None
        )
        return page is not None and entity is not None and page.said == self._said(entity, told)

    def _said(self, entity: Entity, told: About) -> object:
        """All that a page says, as a value; of dates nothing is taken for the same, for others move them."""
        assert self._document is not None
        if told.dated is not None and told.dated.date is not None:
            return object()
        return (
            self._address,
            entity.title,
            replace(told, dated=None, dates=None),
            told.dated is None,
            file_rows(self._document, entity, told.hidden, self._asked),
            dict(self._asked),
            self._asking,
            tuple(self._mentions(self._address)) if self._mentions is not None else (),
            tuple(self._editing.of(self._address)),
            self._editing.explained,
            self._editing.study is None or self._editing.study.locked(),
        )

    def _about(self) -> About:
        told = about(
            self._address, self._schedules, self._dates, lambda key: bool(self._asked.get(key)), self._annexe
        )
        if self._document is None or self._annexe is None:
            return told
        rules = rule_section(self._document, self._annexe, self._address)
        return told if rules is None else replace(told, sections=(*told.sections, rules))

    def _follow(self, address: str) -> None:
        """A link leads to what it names, or to the rule of it."""
        if address.startswith(RULE):
            self.rule_wanted.emit(address.removeprefix(RULE))
        else:
            self.link_activated.emit(address)

    def _contents(self, document: Document, entity: Entity, told: About) -> EntityPage:
        page = EntityPage(
            document,
            entity,
            told,
            self._theme,
            asked=self._asked,
            asking=self._asking,
            mentions=self._mentions(self._address) if self._mentions is not None else (),
            study=self._editing.study,
            editors=self._editing.of(self._address),
            explained=self._editing.explained,
            width=self._scroll.viewport().width(),
        )
        page.said = self._said(entity, told)
        page.edit_wanted.connect(self._editing.open)
        page.put_wanted.connect(self._editing.put)
        page.link_chosen.connect(self._follow)
        page.mention_chosen.connect(self.mention_activated)
        page.asked.connect(self._ask)
        page.more_asked.connect(self._ask_more)
        page.took_place.connect(self._date_entered)
        page.dates_wanted.connect(self.dates_wanted)
        return page

    def _date_entered(self, key: str, moment: Moment | None) -> None:
        self._refocus = True
        self.took_place.emit(key, moment)
        self._refocus = False

    def _ask(self, key: str) -> None:
        """Open the value that has this key; or close it, and whatever was opened within."""
        if key not in self._asked:
            self._ask_more(key)
            return
        self._asked = {asked: times for asked, times in self._asked.items() if not asked.startswith(key)}
        self._build_in_place()

    def _ask_more(self, key: str) -> None:
        self._asked[key] = self._asked.get(key, 0) + 1
        self._asking = key
        self._build_in_place()
        self._asking = ""
        self._show_grown()

    def _show_grown(self) -> None:
        """Scroll to what a person asked for, where it lies below the edge."""
        page = self._scroll.widget()
        if isinstance(page, EntityPage) and page.grown is not None:
            page.adjustSize()
            self._scroll.ensureWidgetVisible(page.grown, 0, 12)

    def _build_in_place(self) -> None:
        """Build again with scroll, open editors and keys where they are; not where all of it would be the same."""
        if self._editing.is_keeping:
            return
        told = self._about() if self._address and self._document is not None else None
        if told is not None and not self._refocus and self._is_same(told):
            return
        at = self._scroll.verticalScrollBar().value()
        field = self.findChild(DateField)
        focused = self._refocus or (field is not None and field.hasFocus())
        typed = field.text() if field is not None and field.hasFocus() and field.isModified() else ""
        before = kept_focus(self._scroll.widget())
        self._rebuild(told)
        page = self._scroll.widget()
        if page is not None:
            page.adjustSize()
        self._scroll.verticalScrollBar().setValue(at)
        field = page.findChild(DateField) if page is not None else None
        if focused and field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            if typed:
                field.retype(typed)
        elif page is not None:
            before(page)

    # Editing

    def edit(self, attribute: str = "") -> bool:
        """Opens the editor of an attribute of what is shown, by default its title's; whether there is one."""
        page = self.page()
        boxes = page.boxes.items() if page is not None else ()
        found = next((box for (_, place), box in boxes if attribute in ("", place.attribute)), None)
        if found is None:
            return False
        self._scroll.ensureWidgetVisible(found, 0, 12)
        found.click()
        return True

    def page(self) -> EntityPage | None:
        """What is shown of the selected entity; None where nothing is."""
        page = self._scroll.widget()
        return page if isinstance(page, EntityPage) else None

    def editor(self) -> FieldEditor | None:
        """The editor that has the keys, else the one opened last; None where none is open."""
        return self._editing.newest()

    def _ended(self, spot: Spot, step: int) -> None:
        """The keys go back to the value, or on to the next one; where a person went elsewhere they stay there."""
        page = self.page()
        if step == LEFT or page is None:
            return
        spots = list(page.boxes)
        if spot not in page.boxes:
            self._scroll.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        at = spots.index(spot) + step
        box = page.boxes[spots[min(max(at, 0), len(spots) - 1)]]
        page.adjustSize()
        box.setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.ensureWidgetVisible(box, 0, 12)

    def _gone_now(self) -> tuple[str, str]:
        """Address and title of what was shown, where the study does not hold it any more."""
        if not self._address or self._document is None or self._document.entity(self._address) is not None:
            return ("", "")
        if self._here >= 0 and self._been[self._here] == self._address:
            del self._been[self._here]
            self._here -= 1
        return (self._address, self._title)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 edits the title of what is shown."""
        if event.key() == Qt.Key.Key_F2 and self.edit():
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z where one types when a visit took place is about dates."""
        field = self.findChild(DateField)
        if isinstance(event, QKeyEvent) and field is not None and field.hasFocus():
            undo, redo = (
                event.matches(QKeySequence.StandardKey.Undo),
                event.matches(QKeySequence.StandardKey.Redo),
            )
            if (undo or redo) and event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if (undo or redo) and event.type() == QEvent.Type.KeyPress:
                (self.undo_wanted if undo else self.redo_wanted).emit()
                return True
        return super().event(event)
