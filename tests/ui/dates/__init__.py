"""Dates in the window."""
