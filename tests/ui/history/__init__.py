"""Tests of the history pane."""
