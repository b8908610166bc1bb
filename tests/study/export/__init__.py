"""Tests of what is taken along: sheets, and the files made of them."""
