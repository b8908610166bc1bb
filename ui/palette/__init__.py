"""The command palette: whatever the program can do, and wherever a study can be gone to, by typing a few letters."""
