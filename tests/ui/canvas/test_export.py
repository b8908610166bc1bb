"""The graph as an image."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtGui import QImage

from study.document import Document
from tests.shared import ROOT, shared_study
from ui.canvas.export import graph_png, strip_bounds
from ui.canvas.projection import ScheduleProjection
from ui.canvas.scene import Scene
from ui.theme import Theme

from .schedules import cycle, lane

SAMPLE = ROOT / "resources" / "studies" / "maestro-sample.usdm.json"


def image_of(png: bytes) -> QImage:
    """The picture, which must be a PNG."""
    image = QImage.fromData(png)
    assert isinstance(image, QImage)
    assert not image.isNull()
    return image


def test_the_sample_is_exported_in_both_themes(qapp: object) -> None:
    document = Document.from_bytes(SAMPLE.read_bytes())
    light = image_of(graph_png(document, None, Theme.light(), scale=1.0))
    dark = image_of(graph_png(document, None, Theme.dark(), scale=1.0))
    assert light.size() == dark.size()
    assert light.pixelColor(2, 2) == Theme.light().ground
    assert dark.pixelColor(2, 2) == Theme.dark().ground


def test_scale_is_pixels_per_unit(qapp: object) -> None:
    document = Document.from_bytes(SAMPLE.read_bytes())
    once = image_of(graph_png(document, None, Theme.light(), scale=1.0))
    twice = image_of(graph_png(document, None, Theme.light(), scale=2.0))
    assert abs(twice.width() - 2 * once.width()) <= 2


def test_a_timeline_that_is_not_there_is_refused(qapp: object) -> None:
    document = Document.from_bytes(SAMPLE.read_bytes())
    with pytest.raises(ValueError, match="no-such-timeline"):
        graph_png(document, "no-such-timeline")


def test_a_long_lane_is_broken_between_visits(qapp: object) -> None:
    graph, planned, design = lane(300)
    scene = Scene.of(ScheduleProjection(graph, planned, design))
    strips = strip_bounds(scene)
    assert len(strips) > 3
    x, _, width, _ = scene.layout.bounds
    assert strips[0][0] == x
    assert strips[-1][1] == x + width
    for (_, end), (start, _) in pairwise(strips):
        assert end == start
        assert not ((scene.left < end) & (scene.right > end)).any()


def test_a_short_graph_stays_whole(qapp: object) -> None:
    graph, planned, design = cycle()
    assert len(strip_bounds(Scene.of(ScheduleProjection(graph, planned, design)))) == 1


def test_a_real_study_is_exported_legibly(qapp: object) -> None:
    document = Document.from_bytes(shared_study("alexion-nct04573309-v4"))
    image = image_of(graph_png(document, scale=1.0))
    assert image.width() < 4000
    assert 0.3 < image.height() / image.width() < 3
