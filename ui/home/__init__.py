"""Home: the studies at hand, on the backend, on this computer and in files, and how to open more."""

from ui.home.entries import HomeEntry
from ui.home.page import HomePage

__all__ = ["HomeEntry", "HomePage"]
