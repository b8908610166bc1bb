"""Tests of the desktop program and its headless verbs."""
