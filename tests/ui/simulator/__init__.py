"""Tests of the simulator in the real window."""
