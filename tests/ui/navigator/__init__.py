"""Tests of the navigator."""
