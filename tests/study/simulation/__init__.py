"""Tests of the simulated group."""
