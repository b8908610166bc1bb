"""The findings of the open study: what is wrong or doubtful, one click from its place."""

from ui.problems.pane import ProblemsPane

__all__ = ["ProblemsPane"]
