"""What is pointed at or selected, as an address that all views share, and in words."""

from __future__ import annotations

from ui.canvas.collapse import CollapsedProjection
from ui.canvas.hit import NOTHING, Hit
from ui.canvas.scene import Scene
from ui.canvas.shapes import NodeKind


def found_at(scene: Scene | None, address: str) -> Hit:
    """What has this address: an instance or exit, the link that a condition makes, or an epoch's band."""
    if scene is None or not address:
        return NOTHING
    node = scene.place_of(address)
    if node is not None and scene.kind[node] != NodeKind.ENTRY:
        return Hit(node=node)
    if isinstance(scene.content, CollapsedProjection) and address in scene.content.hidden:
        return Hit(node=scene.content.hidden[address])
    link = scene.link_of(address)
    if link is not None:
        return Hit(link=link)
    for place, band in enumerate(scene.layout.bands):
        if band.epoch == address:
            return Hit(band=place)
    return NOTHING


def address_of(scene: Scene | None, what: Hit) -> str:
    """The address of what was hit; "" for the empty ground and for what has none."""
    if scene is None:
        return ""
    if what.node is not None:
        return scene.content.address(what.node)
    if what.link is not None:
        return scene.content.link_address(what.link)
    if what.band is not None:
        return scene.layout.bands[what.band].epoch
    return ""


def opened_by(scene: Scene | None, what: Hit) -> str:
    """The address that a double click opens: the timeline that a card runs, else the card; "" for nothing."""
    if scene is None or what.node is None or scene.kind[what.node] > NodeKind.DECISION:
        return ""
    chips = scene.face(what.node).chips
    return chips[0].address if chips else address_of(scene, what)


def full_text(scene: Scene | None, what: Hit) -> str:
    """The full texts of what was hit, in lines; "" for nothing."""
    if scene is None:
        return ""
    if what.node is not None:
        return scene.content.tooltip(what.node)
    if what.link is not None:
        return scene.content.links[what.link].label
    if what.band is not None:
        return scene.content.epoch_title(scene.layout.bands[what.band].epoch)
    return ""


def as_tooltip(text: str) -> str:
    """A text that Qt shows as it is, its first line in bold: markup in a protocol's labels must stay letters."""
    title, *rest = (
        line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") for line in text.split("\n")
    )
    head = f'<span style="font-weight:600">{title}</span>'
    return f"<qt>{'<br>'.join((head, *rest))}</qt>" if text else ""
