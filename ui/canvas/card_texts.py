"""What a card says, at each level of detail: vectors in world units, elided and never cut."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from study.language import translate
from ui.canvas.camera import Detail
from ui.canvas.face import CardFace
from ui.canvas.lettering import Type, draw_icon, type_of
from ui.canvas.shapes import CARD_HEIGHT, CARD_WIDTH
from ui.theme import Theme

_LEFT, _RIGHT = 13.0, 11.0  # between a card's sides and its texts
_ROOM = CARD_WIDTH - _LEFT - _RIGHT


def paint_card_texts(painter: QPainter, face: CardFace, theme: Theme, detail: Detail) -> None:
    """Paint what a card says, with the card's top left corner at (0, 0)."""
    if detail is Detail.NAME:
        _paint_lines(painter, type_of(24, 600), face.title, 28.0, theme.text)
    elif detail is Detail.SHORT:
        _paint_short(painter, face, theme)
    elif detail is Detail.FULL:
        _paint_head(painter, face, theme)
        _paint_time(painter, face, theme)
        _paint_foot(painter, face, theme)
    elif detail >= Detail.GROUPS:
        _paint_close(painter, face, theme, detail)


def _paint_lines(painter: QPainter, type_: Type, text: str, height: float, color: QColor) -> None:
    """One or two lines in the middle of the card."""
    lines = type_.two_lines(text, CARD_WIDTH - 22)
    top = (CARD_HEIGHT - height * len(lines)) / 2
    for i, line in enumerate(lines):
        _draw(painter, type_, color, _LEFT, top + i * height, height, line)


def _draw(
    painter: QPainter, type_: Type, color: QColor, x: float, top: float, height: float, text: str
) -> None:
    painter.setFont(type_.font)
    painter.setPen(color)
    type_.draw(painter, x, top, height, text)


def _paint_short(painter: QPainter, face: CardFace, theme: Theme) -> None:
    """The name and the day, in letters that are read at two thirds of their size."""
    when = face.date or face.day
    if not when:
        _paint_lines(painter, type_of(18, 600), face.title, 22.0, theme.text)
        return
    name, body = type_of(17, 600), type_of(16, 400, tabular=True)
    room = _paint_marks(painter, face, theme, 12.0, 15)
    _draw(painter, name, theme.text, _LEFT, 11, 22, name.elided(face.title, room))
    if face.date and face.day and body.width(f"{face.day} · {face.date}") <= _ROOM:
        when = f"{face.day} · {face.date}"
    elif face.window and not face.date and body.width(f"{face.day} · {face.window}") <= _ROOM:
        when = f"{face.day} · {face.window}"
    _draw(painter, body, theme.text_2, _LEFT, 37, 22, body.elided(when, _ROOM))


def _paint_marks(painter: QPainter, face: CardFace, theme: Theme, top: float, size: int) -> float:
    """The footnotes' letters and the mark of what is repeated, at the upper right; gives the room left of them."""
    right = CARD_WIDTH - _RIGHT
    if face.letters:
        small = type_of(size, 600)
        letters = small.elided(face.letters, 56)
        right -= small.width(letters)
        _draw(painter, small, theme.accent, right, top - 5, size + 5, letters)
        right -= size * 0.4
    if face.repeats:
        right -= size
        draw_icon(painter, "repeat", right, top - size * 0.25, size, theme.text_2)
        right -= size * 0.4
    return right - _LEFT


def _paint_head(painter: QPainter, face: CardFace, theme: Theme) -> None:
    """The name, and the marks at the right."""
    room = _paint_marks(painter, face, theme, 12.0, 11)
    name = type_of(13, 600)
    _draw(painter, name, theme.text, _LEFT, 7, 18, name.elided(face.title, room))


def _paint_time(painter: QPainter, face: CardFace, theme: Theme) -> None:
    """The day, and the window (or, where the study is dated, the date) after it, in figures that line up."""
    at = 0.0
    if face.day:
        body = type_of(12, 500, tabular=True)
        day = body.elided(face.day, _ROOM)
        _draw(painter, body, theme.text, _LEFT, 27, 16, day)
        at = body.width(day) + 5
    beside = face.date or face.window
    if beside and _ROOM - at > 24:
        quiet = type_of(12, 400, tabular=True)
        text = f"· {beside}" if face.day else beside
        color = theme.text if face.date else theme.text_2
        _draw(painter, quiet, color, _LEFT + at, 27, 16, quiet.elided(text, _ROOM - at))


def _paint_foot(painter: QPainter, face: CardFace, theme: Theme) -> None:
    """How people meet, what is done, and the chip of the sub-timelines at the right."""
    quiet, right, left = type_of(11, 400), CARD_WIDTH - 8.0, _LEFT
    if face.mode:
        draw_icon(painter, face.mode, left - 1, 48, 12, theme.text_2)
        left += 15
    if face.chips:
        right = _paint_chip(painter, face, theme, left, quiet)
    room = right - left
    text = face.meta
    if face.date and face.window:
        beside = f"{face.window} · {face.meta}"
        text = beside if quiet.width(beside) <= room else face.window
    else:
        counted = _counted(face)
        if counted and quiet.width(counted) <= room:
            text = counted
    if text:
        _draw(painter, quiet, theme.text_2, left, 46, 16, quiet.elided(text, room))


def _counted(face: CardFace) -> str:
    """The activities counted by group: "Safety 4 · Labs 3"; "" where they stand in no group."""
    if not any(group.title for group in face.groups):
        return ""
    # No break between a group and its number.
    return " · ".join(f"{_title_of(group.title)}\u00a0{len(group.names)}" for group in face.groups)


def _title_of(group: str) -> str:
    return group or translate("canvas", "Other", "activities that stand in no group")


def _paint_chip(painter: QPainter, face: CardFace, theme: Theme, left: float, quiet: Type) -> float:
    """The chip of the sub-timelines; gives how far other texts may reach."""
    chip = type_of(11, 500)
    more = f" +{len(face.chips) - 1}" if len(face.chips) > 1 else ""
    name, _, count = face.chips[0].text.rpartition(" · ")
    tail = f" · {count}{more}"
    # The chip gives way, down to a few letters, so that the number of activities is never cut.
    space = CARD_WIDTH - 40
    if face.meta:
        space = max(56.0, CARD_WIDTH - left - quiet.width(face.meta) - 4 - 10 - 5)
    text = chip.elided(name, space - chip.width(tail)) + tail
    width = chip.width(text) + 10
    rect = QRectF(CARD_WIDTH - 5 - width, 45, width, 18)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.accent_soft)
    painter.drawRoundedRect(rect, 9, 9)
    _draw(painter, chip, theme.accent, rect.left() + 5, rect.top(), rect.height(), text)
    return rect.left() - 3


def _paint_close(painter: QPainter, face: CardFace, theme: Theme, detail: Detail) -> None:
    """From close by: everything, in letters a little larger than at 100 %."""
    named = detail is Detail.NAMES
    size = 5 if named else 7
    step = size + (1.4 if named else 1.6)
    title, body = type_of(9, 600), type_of(7, 500, tabular=True)
    room = _paint_marks(painter, face, theme, 8.0, 8)
    _draw(painter, title, theme.text, _LEFT, 4, 12, title.elided(face.title, room))
    when = " · ".join(part for part in (face.day, face.date, face.window) if part)
    _draw(painter, body, theme.text, _LEFT, 16, 9, body.elided(when, _ROOM))
    quiet, strong = type_of(size, 400), type_of(size, 600)
    below = size + 7.0 if face.chips else 4.0
    rows = _close_rows(face, quiet, strong, named, int((CARD_HEIGHT - 27 - below) / step))
    top = 27.0
    for lead, text, color in rows:
        at = _LEFT
        if lead:
            _draw(painter, strong, theme.text, at, top, step, lead)
            at += strong.width(lead) + size * 0.4
        _draw(painter, quiet, theme.text if color else theme.text_2, at, top, step, text)
        top += step
    if face.chips:
        _paint_chips(painter, face, theme, size)


def _close_rows(
    face: CardFace, quiet: Type, strong: Type, named: bool, most: int
) -> list[tuple[str, str, bool]]:
    """Rows under the time: a lead in bold, the text after it, and whether it is as dark as a name."""
    rows: list[tuple[str, str, bool]] = []
    meeting = " · ".join(part for part in (face.encounter, face.mode_text) if part)
    if meeting:
        rows.append(("", quiet.elided(meeting, _ROOM), False))
    left = most - len(rows)
    grouped = any(group.title for group in face.groups)
    if named and grouped and len(face.groups) <= left:
        spare = left - len(face.groups)
        for group in face.groups:
            lead = strong.elided(f"{_title_of(group.title)} {len(group.names)}", _ROOM * 0.45)
            room = _ROOM - strong.width(lead) - 2
            text = ", ".join(group.names)
            lines = quiet.lines(text, room, 1 + min(spare, 1))
            spare -= len(lines) - 1
            rows.append((lead, lines[0], True))
            rows += [("", line, True) for line in lines[1:]]
        return rows
    names = [name for group in face.groups for name in group.names]
    counted = face.meta if named and not grouped else _counted(face) or face.meta
    if counted and left > 0:
        taken = quiet.lines(counted, _ROOM, left if grouped else 1)
        rows += [("", line, False) for line in taken]
        left -= len(taken)
    if names and left > 0 and (named or not grouped):
        rows += [("", line, True) for line in quiet.lines(", ".join(names), _ROOM, left)]
    return rows


def _paint_chips(painter: QPainter, face: CardFace, theme: Theme, size: int) -> None:
    """The sub-timelines along the lower edge, as many as there is room for."""
    chip = type_of(size, 500)
    left, height = _LEFT - 1, size + 3.0
    top = CARD_HEIGHT - height - 3
    for i, each in enumerate(face.chips):
        rest = len(face.chips) - i - 1
        more = f" +{rest}" if rest else ""
        room = CARD_WIDTH - 6 - left - 8
        text = each.text
        following = (
            i + 1 < len(face.chips) and chip.width(text) + chip.width(face.chips[i + 1].text) + 24 < room
        )
        if not following:
            text = chip.elided(text, room - chip.width(more)) + more
        width = chip.width(text) + 8
        rect = QRectF(left, top, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.accent_soft)
        painter.drawRoundedRect(rect, height / 2, height / 2)
        _draw(painter, chip, theme.accent, left + 4, top, height, text)
        if not following:
            break
        left += width + 4
