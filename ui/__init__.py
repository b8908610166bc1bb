"""Qt widgets: home, canvas, matrix, inspector, problems."""
