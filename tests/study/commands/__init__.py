"""Tests of what people do to a protocol: each command, its rule, its title, what follows, and undo."""
