"""Tests of the burden pane."""
