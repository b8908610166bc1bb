"""Tests of executable rules: their units, writing, evaluation, sentences, suggestions, impact and commands."""
