"""Painting a scene: bands, edges, nodes and labels, for the widget and straight to paper."""

from __future__ import annotations

import functools

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ui.canvas import cards
from ui.canvas.camera import Detail
from ui.canvas.card_texts import paint_card_texts
from ui.canvas.cards import hue_color
from ui.canvas.edges import draw_pixel_rects
from ui.canvas.frame import Box, Canvas, block_rects, put
from ui.canvas.ground import paint_bands
from ui.canvas.in_view import in_view
from ui.canvas.leaders import paint_under
from ui.canvas.lettering import CENTRE, LEFT, type_of
from ui.canvas.lighting import NO_LIGHTING
from ui.canvas.lines import paint_edges
from ui.canvas.marking import block_color, paint_lighting
from ui.canvas.pixmaps import Kept
from ui.canvas.shapes import CARD_HEIGHT, CARD_WIDTH, LABEL_LINE, Ints, Label, NodeKind
from ui.theme import Theme, mix

_MOST_SMOOTH = 16  # cards in view; more are scaled plainly while zooming
_CARD = int(NodeKind.CARD)
DIMMED = 0.28  # how strongly what is filtered out still shows


def paint_scene(painter: QPainter, canvas: Canvas, exposed: QRectF) -> None:
    """Paint bands, edges, nodes and labels that show in the exposed part of the view (view pixels)."""
    left, top = canvas.camera.to_world((exposed.left() - 2, exposed.top() - 2))
    right, bottom = canvas.camera.to_world((exposed.right() + 2, exposed.bottom() + 2))
    view = (left, top, right, bottom)
    paint_bands(painter, canvas, view)
    paint_under(painter, canvas, view)
    paint_edges(painter, canvas, view)
    if canvas.detail is Detail.BLOCK:
        _paint_blocks(painter, canvas, view)
    else:
        _paint_nodes(painter, canvas, view)
        if canvas.camera.zoom >= 0.5 or canvas.pixmaps is None:
            _paint_labels(painter, canvas, view)
    if canvas.scene.lighting is not NO_LIGHTING:
        paint_lighting(painter, canvas, view)


def _paint_blocks(painter: QPainter, canvas: Canvas, view: Box) -> None:
    scene, theme, dim = canvas.scene, canvas.theme, canvas.scene.lighting.dim
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
    shown = scene.mask(view)
    if dim is None and canvas.pixmaps is not None and 2 * np.count_nonzero(shown) > scene.count:
        # Picking costs more than drawing a few that lie outside.
        _paint_all_blocks(painter, canvas)
        return
    for kind, hue, places in scene.alike:
        color = canvas.color(("block", kind, hue), functools.partial(block_color, theme, kind, hue))
        mine = places[shown[places]]
        if dim is None:
            painter.setBrush(color)
            draw_pixel_rects(painter, block_rects(canvas, mine))
            continue
        for faint in (True, False):
            painter.setBrush(mix(color, theme.ground, DIMMED) if faint else color)
            draw_pixel_rects(painter, block_rects(canvas, mine[dim[mine] == faint]))


def _paint_all_blocks(painter: QPainter, canvas: Canvas) -> None:
    scene, camera, theme, pixmaps = canvas.scene, canvas.camera, canvas.theme, canvas.pixmaps
    assert pixmaps is not None
    key = (scene, camera.zoom, scene.moves)
    if pixmaps.blocks is None or pixmaps.blocks[0] != key:
        placed = scene.blocks(camera.zoom)
        runs = [(block_color(theme, kind, hue), placed[places]) for kind, hue, places in scene.alike]
        pixmaps.blocks = (key, runs)
    x, y = round(camera.x * camera.zoom), round(camera.y * camera.zoom)
    painter.translate(-x, -y)
    for color, rects in pixmaps.blocks[1]:
        painter.setBrush(color)
        draw_pixel_rects(painter, rects)
    painter.translate(x, y)


def _paint_nodes(painter: QPainter, canvas: Canvas, view: Box) -> None:
    scene, camera, zoom, ratio, pixmaps = (
        canvas.scene,
        canvas.camera,
        canvas.camera.zoom,
        canvas.ratio,
        canvas.pixmaps,
    )
    if pixmaps is None:
        _paint_vectors(painter, canvas, scene.visible(view))
        return
    nodes = in_view(canvas, view).nodes
    painter.setRenderHint(
        QPainter.RenderHint.SmoothPixmapTransform, canvas.moving and len(nodes) < _MOST_SMOOTH
    )
    scale = zoom * ratio
    x0, y0 = round(camera.x * scale), round(camera.y * scale)
    left, top, right, bottom = (each * scale for each in view)
    dim, moving, hurried = scene.lighting.dim, canvas.moving, canvas.hurried
    grounds: dict[int, Kept] = {}
    for i, x, y, width, height in nodes:
        if x > right or y > bottom or x + width < left or y + height < top:
            continue
        kept = pixmaps.find(i, zoom, ratio, moving=moving)
        if kept is None and hurried and scene.kind[i] == _CARD and not pixmaps.spend():
            pixmaps.owed[i] = None
            kept, hue = pixmaps.stand_in(i, zoom, ratio), int(scene.hue[i])
            kept = kept or grounds.get(hue)
            if kept is None:
                kept = grounds[hue] = _card_ground(canvas, hue, 0, moving=moving)
        if kept is None:
            kept = _make_node(canvas, i)
        if dim is not None and dim[i]:
            painter.setOpacity(DIMMED)
            put(painter, kept, (x - x0) / ratio, (y - y0) / ratio, scene.sizes[i], zoom)
            painter.setOpacity(1.0)
        elif ratio == 1.0 and kept.zoom == zoom:
            painter.drawPixmap(x - x0, y - y0, kept.pixmap)
        else:
            put(painter, kept, (x - x0) / ratio, (y - y0) / ratio, scene.sizes[i], zoom)


def _paint_vectors(painter: QPainter, canvas: Canvas, found: Ints) -> None:
    scene, zoom = canvas.scene, canvas.camera.zoom
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    for i in found.tolist():
        x, y, width, height = scene.rects[i].tolist()
        kind, hue = int(scene.kind[i]), int(scene.hue[i])
        painter.save()
        painter.translate(*canvas.camera.to_view((x, y)))
        painter.scale(zoom, zoom)
        if scene.lighting.dim is not None and scene.lighting.dim[i]:
            painter.setOpacity(DIMMED)
        cards.paint_node(painter, kind, scene.face(i), hue, (width, height), canvas.theme, canvas.detail)
        painter.restore()


def _make_node(canvas: Canvas, i: int) -> Kept:
    """Paint a node that is seen for the first time; a card onto the ground that it shares with others."""
    scene, zoom, ratio, detail = canvas.scene, canvas.camera.zoom, canvas.ratio, canvas.detail
    assert canvas.pixmaps is not None
    canvas.pixmaps.painted += 1
    kind, hue, size = int(scene.kind[i]), int(scene.hue[i]), scene.sizes[i]
    face, theme = scene.face(i), canvas.theme
    if kind == NodeKind.CARD:
        ground = _card_ground(canvas, hue, face.problem).pixmap
        return canvas.pixmaps.make(
            i, size, zoom, ratio, lambda onto: paint_card_texts(onto, face, theme, detail), ground
        )
    return canvas.pixmaps.make(
        i, size, zoom, ratio, lambda onto: cards.paint_node(onto, kind, face, hue, size, theme, detail)
    )


def _card_ground(canvas: Canvas, hue: int, problem: int, *, moving: bool = False) -> Kept:
    zoom, ratio, theme, detail = canvas.camera.zoom, canvas.ratio, canvas.theme, canvas.detail
    assert canvas.pixmaps is not None
    key = ("ground", hue, problem, detail)
    kept = canvas.pixmaps.find(key, zoom, ratio, moving=moving)
    if kept is None:
        color = hue_color(theme, hue)
        kept = canvas.pixmaps.make(
            key,
            (CARD_WIDTH, CARD_HEIGHT),
            zoom,
            ratio,
            lambda onto: cards.paint_card_ground(onto, color, problem, theme, detail),
        )
    return kept


def _paint_labels(painter: QPainter, canvas: Canvas, view: Box) -> None:
    scene, camera, pixmaps = canvas.scene, canvas.camera, canvas.pixmaps
    links = scene.content.links
    if pixmaps is None:
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        for place in scene.visible_labels(view).tolist():
            label = scene.labels[place]
            painter.save()
            painter.translate(*camera.to_view((label.x, label.y)))
            painter.scale(camera.zoom, camera.zoom)
            paint_label(painter, label, links[label.link].label, canvas.theme)
            painter.restore()
        return
    scale = camera.zoom * canvas.ratio
    x0, y0 = round(camera.x * scale), round(camera.y * scale)
    left, top, right, bottom = view
    for place, x, y in in_view(canvas, view).labels:
        label = scene.labels[place]
        if (
            label.x > right
            or label.y > bottom
            or label.x + label.width < left
            or label.y + label.height < top
        ):
            continue
        kept = pixmaps.find(("label", label.link), camera.zoom, canvas.ratio, moving=canvas.moving)
        if kept is None and canvas.hurried and not pixmaps.spend():
            pixmaps.owed[-1 - place] = None
            continue
        if kept is None:
            kept = _make_label(canvas, label, links[label.link].label)
        size = (label.width, label.height)
        put(painter, kept, (x - x0) / canvas.ratio, (y - y0) / canvas.ratio, size, camera.zoom)


def _make_label(canvas: Canvas, label: Label, text: str) -> Kept:
    assert canvas.pixmaps is not None
    return canvas.pixmaps.make(
        ("label", label.link),
        (label.width, label.height),
        canvas.camera.zoom,
        canvas.ratio,
        lambda onto: paint_label(onto, label, text, canvas.theme),
    )


def paint_label(painter: QPainter, label: Label, text: str, theme: Theme) -> None:
    """Paint a label at (0, 0) in world units: a pill on a way back, plain text beside a way out."""
    prose = type_of(11, 500)
    if label.pill:
        rect = QRectF(0, 0, label.width, label.height)
        painter.setPen(QPen(mix(theme.accent, theme.card, 0.3), 1.0))
        painter.setBrush(theme.card)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), label.height / 2, label.height / 2)
        painter.setFont(prose.font)
        painter.setPen(theme.text)
        painter.drawText(rect, CENTRE, prose.elided(text, label.width - 20))
        return
    painter.setFont(prose.font)
    painter.setPen(theme.text_2)
    align = CENTRE if label.width < 1 else LEFT
    lines = prose.two_lines(text, label.width)
    if label.height < 2 * LABEL_LINE:
        lines = [prose.elided(text, label.width)]
    for i, line in enumerate(lines):
        painter.drawText(QRectF(0, i * LABEL_LINE, label.width + 2, LABEL_LINE), align, line)
