"""Tests of the interpreter: scripted participants, dates, statuses, deviations, laws."""
