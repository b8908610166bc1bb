"""The sheet of keys: every shortcut of the actions, and what the views understand by themselves."""
