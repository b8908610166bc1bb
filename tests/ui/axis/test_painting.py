"""The axis painted without a widget: into pictures, SVG and pages."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from pytestqt.qtbot import QtBot

from study.axis import Axis, time_axis
from tests.ui.axis.axes import axis, sample_projections, week_after_week
from ui.axis.frame import ROW
from ui.axis.looks import Lit, Marks
from ui.axis.names import PAD
from ui.axis.painting import axis_frame, axis_pages, paint_axis, paint_frame
from ui.axis.stamps import Stamps
from ui.theme import Theme


def sample_axis() -> Axis:
    main, *others = sample_projections()
    return time_axis([main.planned, *(each.planned for each in others)], main.design)


def picture(of: Axis, width: int, height: int, **more: object) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Theme.light().pane)
    painter = QPainter(image)
    paint_axis(painter, of, QRectF(0, 0, width, height), Theme.light(), **more)  # type: ignore[arg-type]
    painter.end()
    return image


def test_all_of_an_axis_is_painted_and_its_height_given_back(qtbot: QtBot) -> None:
    of = sample_axis()
    frame, _, _ = axis_frame(of, 900)
    image = QImage(900, 2000, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    height = paint_axis(painter, of, QRectF(0, 0, 900, 2000), Theme.light())
    painter.end()
    assert height == frame.contents
    assert len(frame.sections) == 5


def test_svg_holds_the_names_as_text(qtbot: QtBot) -> None:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    made = QSvgGenerator()
    made.setOutputDevice(buffer)
    painter = QPainter(made)
    paint_axis(painter, sample_axis(), QRectF(0, 0, 1000, 1400), Theme.light())
    painter.end()
    text = bytes(data.data()).decode()
    for name in (
        "Main timeline",
        "Cycle n Day 8",
        "Day −28",
        "not stated",
        "PK profile",
        "30 min, end of infusion",
    ):
        assert name in text


@pytest.mark.parametrize("height", [300.0, 500.0, 800.0])
def test_pages_break_between_rows_and_hold_everything_once(qtbot: QtBot, height: float) -> None:
    of = axis(week_after_week(80))
    pages = axis_pages(of, 900, height)
    frame, _, _ = axis_frame(of, 900)
    assert pages[0].top == 0
    assert pages[-1].top + pages[-1].height == frame.contents
    head = frame.sections[0].head
    for one, other in pairwise(pages):
        assert one.top + one.height == other.top
        assert (other.top - head) % ROW == 0
    for page in pages[1:]:
        assert page.height + head <= height


def test_a_later_page_shows_the_head_again(qtbot: QtBot) -> None:
    of = axis(week_after_week(80))
    pages = axis_pages(of, 900, 500)
    head = round(axis_frame(of, 900)[0].sections[0].head) - 2
    first, second = (picture(of, 900, 500, page=page) for page in pages[:2])
    assert first.copy(0, 0, 900, head) == second.copy(0, 0, 900, head)
    assert first.copy(0, head + 4, 900, 200) != second.copy(0, head + 4, 900, 200)


def test_a_scale_paints_the_same_larger(qtbot: QtBot) -> None:
    of = axis(week_after_week(10))
    image = QImage(1800, 900, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    height = paint_axis(painter, of, QRectF(0, 0, 1800, 900), Theme.light(), scale=2.0)
    painter.end()
    assert height == 2 * axis_frame(of, 900)[0].contents


def test_where_room_is_short_the_name_of_a_visit_is_what_stays(qtbot: QtBot) -> None:
    _, widths, _ = axis_frame(sample_axis(), 900)
    widths.date = 100.0
    assert all(widths.columns(widths.names))
    for room in range(130, round(widths.names)):
        assert room - sum(width + 10 for width in widths.columns(room) if width) >= 90 + PAD
    assert widths.columns(130) == (0, 0, 0)
    days, windows, dates = widths.columns(widths.names - 60)
    assert (days > 0, windows, dates) == (True, 0, 100)


def test_kept_pictures_of_visits_look_as_painted_anew(qtbot: QtBot) -> None:
    frame, widths, fonts = axis_frame(axis(week_after_week(30, label="Visit")), 1200.0, packed=True)
    images = []
    stamps = Stamps()
    stamps.begin(1.0, Theme.light(), fonts)
    for kept in (None, stamps, stamps):
        image = QImage(1200, 400, QImage.Format.Format_RGB32)
        image.fill(Theme.light().pane)
        painter = QPainter(image)
        paint_frame(painter, frame, Theme.light(), fonts, widths, Lit(), Marks(), kept)
        painter.end()
        images.append(np.frombuffer(image.constBits(), np.uint8).astype(int))
    assert 0 < stamps.count < 30
    assert np.array_equal(images[1], images[2])
    # A kept picture lies within a sixteenth of a pixel.
    assert np.abs(images[0] - images[1]).max() <= 24
    assert images[0].min() < 100
