"""Burden: what the schedule asks of a participant, visit by visit, beside what it asked before the edits."""

from ui.burden.pane import BurdenPane

__all__ = ["BurdenPane"]
