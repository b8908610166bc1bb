"""Comparing two studies: what differs as a list, both values beside one another, the other study's table."""

from ui.compare.pane import ComparePane

__all__ = ["ComparePane"]
