"""Tests of the simulation: one participant, and a group."""
