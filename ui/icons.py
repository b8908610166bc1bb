"""Lucide icons from the bundled SVGs, at the look's stroke, in any colour, size and pixel ratio."""

from __future__ import annotations

import functools
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui.theme import ICON_SIZE

_FOLDER = Path(__file__).resolve().parent.parent / "resources" / "icons"


@functools.cache
def _source(name: str) -> str:
    return (_FOLDER / f"{name}.svg").read_text(encoding="utf-8")


@functools.cache
def _renderer(name: str, color: str) -> QSvgRenderer:
    svg = _source(name).replace("currentColor", color)
    return QSvgRenderer(QByteArray(svg.encode()))


def paint_icon(painter: QPainter, name: str, rect: QRectF, color: QColor) -> None:
    """Paint the icon called `name` (Lucide's kebab-case, e.g. `chevron-down`) into `rect`, as vectors.

    Raises FileNotFoundError where no such icon is bundled.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setOpacity(painter.opacity() * color.alphaF())
    _renderer(name, color.name()).render(painter, rect)
    painter.restore()


@functools.lru_cache(maxsize=512)
def _pixmap(name: str, color: int, size: float, ratio: float) -> QPixmap:
    _source(name)  # raises before anything is painted
    side = max(1, round(size * ratio))
    pixmap = QPixmap(side, side)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_icon(painter, name, QRectF(0, 0, size, size), QColor.fromRgba(color))
    painter.end()
    return pixmap


def icon_pixmap(name: str, color: QColor, size: float = ICON_SIZE, ratio: float | None = None) -> QPixmap:
    """The icon as a pixmap of `size` device-independent pixels; `ratio` is the screen's where not given.

    Raises FileNotFoundError where no such icon is bundled.
    """
    return _pixmap(name, color.rgba(), float(size), float(_screen_ratio() if ratio is None else ratio))


def icon(name: str, color: QColor, disabled: QColor | None = None, size: float = ICON_SIZE) -> QIcon:
    """The icon for buttons and actions, sharp at every pixel ratio; `disabled` is its colour when disabled.

    Raises FileNotFoundError where no such icon is bundled.
    """
    made = QIcon()
    for ratio in sorted({1.0, 2.0, 3.0, _screen_ratio()}):
        made.addPixmap(icon_pixmap(name, color, size, ratio))
        if disabled is not None:
            made.addPixmap(icon_pixmap(name, disabled, size, ratio), QIcon.Mode.Disabled)
    return made


def _screen_ratio() -> float:
    app = QGuiApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
