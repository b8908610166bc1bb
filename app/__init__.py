"""The desktop program: entry points, settings, actions as data, open documents, selection."""
