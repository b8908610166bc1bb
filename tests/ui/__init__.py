"""Tests of the widgets, offscreen, with real keys and clicks."""
