"""The protocol's text, readable beside the schedule: contents, sections, search, and links to visits and activities."""

from ui.text.pane import TextPane

__all__ = ["TextPane"]
