"""What cards say, from a block far out to every activity from close by, whatever the file has written in them."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop, QRectF
from PySide6.QtGui import QImage, QPainter, QPicture
from pytestqt.qtbot import QtBot

from ui.canvas import card_texts, framing
from ui.canvas.camera import Camera, Detail, detail_at
from ui.canvas.card_texts import paint_card_texts
from ui.canvas.face import CardFace, Chip, Group
from ui.canvas.frame import Canvas
from ui.canvas.ground import BandTitle, band_titles, title_areas
from ui.canvas.lettering import Type, type_of
from ui.canvas.shapes import CARD_HEIGHT, CARD_WIDTH
from ui.canvas.view import ScheduleCanvas
from ui.theme import Theme

from .schedules import cycle, instance, lane, schedule
from .test_view import shown

ZOOMS = (0.1, 0.4, 0.6, 1.0, 2.0, 3.0)
MANY = tuple(f"Assessment number {i}" for i in range(80))
FACES = {
    "eighty activities": CardFace("Week 8", "Day 57", "54 to 60", "80 activities", groups=(Group("", MANY),)),
    "eighty in groups": CardFace(
        "Week 8",
        "Day 57",
        "54 to 60",
        "80 activities",
        groups=tuple(Group(f"Group {i}", MANY[i * 4 : i * 4 + 4]) for i in range(20)),
    ),
    "long": CardFace("Visit " * 400, "Day 1 " * 400, "54 to 60 " * 400, "80 activities " * 400),
    "one long word": CardFace("x" * 2000, "y" * 2000, "z" * 2000, "w" * 2000, encounter="v" * 2000),
    "right to left": CardFace("زيارة الفحص الأولى " * 20, "Day 1", "anchor", "3 activities"),
    "emoji": CardFace("👩‍⚕️🧪💉 " * 60, "Day 1", "anchor", "3 activities"),
    "many marks": CardFace(
        "Week 8",
        "Day 57",
        "54 to 60",
        "9 activities",
        tuple(Chip(f"Sub-timeline {i} · 8", f"s{i}") for i in range(12)),
        " ".join("abcdefghijklmnopqrstuvwxyz"),
        2,
        "Tue 04/03/2025",
        "Encounter " * 50,
        "phone",
        "Telephone call",
        (Group("Safety", ("Vital signs",)),),
        repeats=True,
    ),
}


def painted(face: CardFace, zoom: float, margin: int = 40) -> tuple[QImage, QRectF]:
    """The texts of a card at a zoom, on nothing; and where its card lies."""
    card = QRectF(margin, margin, CARD_WIDTH * zoom, CARD_HEIGHT * zoom)
    image = QImage(round(card.right()) + margin, round(card.bottom()) + margin, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.translate(card.topLeft())
    painter.scale(zoom, zoom)
    paint_card_texts(painter, face, Theme.light(), detail_at(zoom))
    painter.end()
    return image, card


@pytest.mark.parametrize("zoom", ZOOMS[1:])
@pytest.mark.parametrize("name", FACES)
def test_no_text_leaves_its_card(qtbot: QtBot, name: str, zoom: float) -> None:
    image, card = painted(FACES[name], zoom)
    ink = (
        np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())[:, 3::4] > 0
    )
    left, top, right, bottom = (int(side) for side in (card.left(), card.top(), card.right(), card.bottom()))
    assert ink[top:bottom, left:right].any()
    ink = ink.copy()
    ink[top : bottom + 1, left : right + 1] = False
    assert not ink.any()


def said(face: CardFace, zoom: float, monkeypatch: pytest.MonkeyPatch) -> str:
    """All that the card says at a zoom, in the order it is painted."""
    texts: list[str] = []

    def draw(self: Type, painter: QPainter, x: float, top: float, height: float, text: str) -> None:
        texts.append(text)

    monkeypatch.setattr(Type, "draw", draw)
    picture = QPicture()
    painter = QPainter(picture)
    card_texts.paint_card_texts(painter, face, Theme.light(), detail_at(zoom))
    painter.end()
    return " | ".join(texts)


def test_detail_grows_with_zoom(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    face = CardFace(
        "Week 8",
        "Day 57",
        "54 to 60",
        "3 activities",
        groups=(Group("Safety", ("Vital signs", "ECG")), Group("Labs", ("Chemistry",))),
        encounter="Visit 9",
        mode="phone",
        mode_text="Telephone call",
        letters="a c",
    )
    assert said(face, 0.1, monkeypatch) == ""
    assert said(face, 0.4, monkeypatch) == "Week 8"
    assert said(face, 0.6, monkeypatch) == "a c | Week 8 | Day 57 · 54 to 60"
    assert said(face, 1.0, monkeypatch) == "a c | Week 8 | Day 57 | · 54 to 60 | Safety\u00a02 · Labs\u00a01"
    close = said(face, 2.0, monkeypatch)
    assert "Visit 9 · Telephone call" in close
    assert "Vital signs" not in close
    near = said(face, 3.0, monkeypatch)
    assert "Safety 2 | Vital signs, ECG" in near
    assert "Labs 1 | Chemistry" in near


def test_a_date_stands_beside_the_day_and_the_window_gives_way(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    face = CardFace("Week 8", "Day 57", "54 to 60", "3 activities", date="Tue 04/03/2025")
    assert said(face, 1.0, monkeypatch) == "Week 8 | Day 57 | · Tue 04/03/2025 | 54 to 60 · 3 activities"


def test_what_does_not_fit_ends_in_an_ellipsis(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    for zoom in ZOOMS[1:]:
        for text in said(FACES["one long word"], zoom, monkeypatch).split(" | "):
            assert text.endswith("…")


def test_levels_are_in_order_and_hold_their_bounds() -> None:
    assert [detail_at(zoom) for zoom in ZOOMS] == list(Detail)
    assert detail_at(0.29) is Detail.BLOCK
    assert detail_at(0.3) is Detail.NAME
    assert detail_at(0.5) is Detail.SHORT


def test_lines_break_between_words_and_the_last_is_cut(qtbot: QtBot) -> None:
    body = type_of(11, 400)
    width = body.width("one two three")
    assert body.lines("one two three four five six", width, 3)[0] == "one two three"
    lines = body.lines("one two three four five six seven eight nine ten", width, 2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert all(body.width(line) <= width for line in lines)
    assert body.lines("one", width, 3) == ["one"]


def on_screen(canvas: ScheduleCanvas) -> QImage:
    """What the window shows: what was painted and scrolled, not what painting anew would give."""
    QCoreApplication.processEvents()
    deadline = QDeadlineTimer(10_000)
    while canvas.pixmaps.owed and not deadline.hasExpired():  # texts that a hurried frame left out follow
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
    QCoreApplication.processEvents()
    assert not canvas.pixmaps.owed
    return canvas.screen().grabWindow(canvas.winId()).toImage().convertToFormat(QImage.Format.Format_RGB32)


@pytest.mark.parametrize("zoom", [0.1, 0.4, 0.55, 1.0])
def test_panning_shows_what_painting_anew_shows(qtbot: QtBot, zoom: float) -> None:
    canvas = shown(qtbot, lane(1200), 1200, 400)
    assert canvas.scene is not None
    # Several rows of cards, so that a frame is full.
    canvas.scene.move(np.arange(400, 800), float(canvas.scene.left[1] - canvas.scene.left[400]), 130.0)
    canvas.scene.move(np.arange(800, 1200), float(canvas.scene.left[1] - canvas.scene.left[800]), -130.0)
    canvas.show_camera(Camera(2000.3, -200.7, zoom))
    canvas.flight.settle()
    on_screen(canvas)
    before = canvas.scrolling.scrolled
    for step in ((-40, 3), (-17, -9), (260, 12), (33.4, 0)):
        canvas.show_camera(canvas.camera.panned(*step))
        on_screen(canvas)
    assert canvas.scrolling.scrolled > before
    assert on_screen(canvas) == canvas.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def test_a_quick_pan_leaves_texts_out_and_the_first_pause_brings_them(qtbot: QtBot) -> None:
    canvas = shown(qtbot, lane(200), 1200, 400)
    assert canvas.scene is not None
    canvas.show_camera(Camera(0.0, float(canvas.scene.top[1]) - 100, 1.0))
    canvas.flight.settle()
    on_screen(canvas)
    painted = canvas.pixmaps.painted
    canvas.show_camera(canvas.camera.panned(-5000, 0))
    QCoreApplication.processEvents()
    assert canvas.pixmaps.owed
    assert canvas.pixmaps.painted == painted
    assert on_screen(canvas) == canvas.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    assert canvas.pixmaps.painted > painted


@pytest.mark.parametrize("zoom", [0.1, 0.3, 0.6, 1.0, 3.0])
def test_epochs_are_named_at_any_zoom(qtbot: QtBot, zoom: float) -> None:
    canvas = shown(qtbot, cycle())
    assert canvas.scene is not None
    canvas.show_camera(Camera(canvas.scene.left[1] - 10, canvas.scene.top[1] - 60 / zoom, zoom))
    titles = band_titles(canvas.canvas())
    assert titles[0].text.startswith("SCREEN")
    places = [(title.x, title.x + title.width, title.y) for title in titles]
    for i, (left, right, y) in enumerate(places):
        for other_left, other_right, other_y in places[i + 1 :]:
            assert y != other_y or right <= other_left or other_right <= left


def test_names_that_stay_in_sight_are_painted_anew_while_panning(qtbot: QtBot) -> None:
    canvas = shown(qtbot, lane(30))
    assert canvas.scene is not None
    band = canvas.scene.layout.bands[-1]

    def titles(x: float) -> list[BandTitle]:
        camera = Camera(x, band.y - 20, 1.0)
        assert canvas.scene is not None
        return band_titles(Canvas(canvas.scene, Theme.light(), camera, 1200, 400))

    assert title_areas(titles(band.x + 400), titles(band.x + 410), -10, 0)
    assert not title_areas(titles(band.x - 300), titles(band.x - 290), -10, 0)


def test_a_graph_in_forty_pieces_is_painted_whole(qtbot: QtBot) -> None:
    pieces = [instance(f"p{i}", None, "treatment") for i in range(40)]
    canvas = shown(qtbot, schedule(pieces), 1600, 900)
    assert canvas.scene is not None
    canvas.show_camera(framing.whole(canvas.scene, (canvas.width(), canvas.height())))
    canvas.flight.settle()
    image = canvas.grab().toImage()
    assert canvas.scene.count >= 40
    ground = Theme.light().ground
    for node in range(canvas.scene.count):
        x, y = canvas.point_of(node)
        assert image.pixelColor(round(x), round(y)) != ground
