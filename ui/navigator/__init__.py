"""The left pane: the lists of what the study holds, for going there."""

from ui.navigator.pane import NavigatorPane

__all__ = ["NavigatorPane"]
