"""Simulation: courses of made-up participants through a plan, seeded, and what a group of them comes to."""
