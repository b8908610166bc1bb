"""Tests of the schedule canvas."""
