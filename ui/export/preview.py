"""The preview of an export: its pages one by one, as they will lie on paper."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from study.language import translate
from ui.icons import icon
from ui.theme import BODY_PX, Theme, font
from ui.widgets.part import text_label

_SHADE = 10


class _Sheet(QWidget):
    """One page, or a sentence where there is none."""

    turned = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.image: QImage | None = None
        self.message = ""
        self.setMinimumSize(320, 280)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        """Room to recognise a page in."""
        return QSize(620, 470)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys and arrows turn pages."""
        step = {
            Qt.Key.Key_PageDown: 1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_PageUp: -1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Left: -1,
        }.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self.turned.emit(step)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel turns pages."""
        if event.angleDelta().y():
            self.turned.emit(-1 if event.angleDelta().y() > 0 else 1)
            event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The page in the middle, as large as it goes."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), self._theme.ground)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.accent, 1))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        if self.image is None:
            painter.setFont(font(BODY_PX))
            painter.setPen(self._theme.text_2)
            flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(QRectF(self.rect()).adjusted(24, 0, -24, 0), flags, self.message)
            return
        size = self.image.deviceIndependentSize()
        room = QRectF(self.rect()).adjusted(_SHADE, _SHADE, -_SHADE, -_SHADE)
        scale = min(room.width() / size.width(), room.height() / size.height())
        wide, high = size.width() * scale, size.height() * scale
        page = QRectF(room.center().x() - wide / 2, room.center().y() - high / 2, wide, high)
        painter.drawImage(page, self.image)
        painter.setPen(QPen(self._theme.line, 1))
        painter.drawRect(page)


class Preview(QWidget):
    """Pages with buttons to turn them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._images: Sequence[QImage] = ()
        self._count = 0
        self.page = 0
        self._wanted = 0
        self.sheet = _Sheet(theme)
        self.sheet.turned.connect(self.turn)
        back, on = "chevron-left", "chevron-right"
        if QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            back, on = on, back
        self.before = self._button(back, translate("export", "Previous page"), -1, theme)
        self.after = self._button(on, translate("export", "Next page"), 1, theme)
        self.where = text_label("", "label")
        self.where.setWordWrap(False)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.before)
        row.addWidget(self.where)
        row.addWidget(self.after)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sheet, 1)
        column.addLayout(row)
        self.show_message("")

    def _button(self, name: str, text: str, step: int, theme: Theme) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(name, theme.text_2, theme.text_3))
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.clicked.connect(lambda: self.turn(step))
        return button

    @property
    def count(self) -> int:
        """How many pages there are; 0 for none."""
        return self._count

    def add_page(self, image: QImage, page: int, count: int) -> None:
        """Shows page `page` of `count` when it is ready; the first one replaces what was shown before."""
        images = [] if page == 0 else list(self._images)
        self._images, self._count = [*images, image], count
        if page == 0:
            self._wanted = self.page
        self.page = min(self._wanted, len(self._images) - 1)
        self._refresh()

    def show_message(self, text: str) -> None:
        """Shows a sentence in place of pages."""
        self._images, self._count = (), 0
        self.sheet.message = text
        self._refresh()

    def turn(self, step: int) -> None:
        """Goes `step` pages on."""
        there = max(0, min(self.page + step, len(self._images) - 1))
        if there != self.page:
            self.page = self._wanted = there
            self._refresh()

    def _refresh(self) -> None:
        has_pages = bool(self._images)
        self.sheet.image = self._images[self.page] if has_pages else None
        said = translate("export", "Page {page} of {pages}").format(page=self.page + 1, pages=self._count)
        self.where.setText(said if has_pages else "")
        self.sheet.setAccessibleName(translate("export", "Preview"))
        self.sheet.setAccessibleDescription(said if has_pages else self.sheet.message)
        self.before.setEnabled(has_pages and self.page > 0)
        self.after.setEnabled(has_pages and self.page + 1 < len(self._images))
        for each in (self.before, self.after):
            each.setVisible(self._count > 1)
        self.sheet.update()
