"""Tests of the problems pane."""
