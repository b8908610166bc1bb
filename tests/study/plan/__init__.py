"""Tests of the plan that a schedule is compiled into."""
