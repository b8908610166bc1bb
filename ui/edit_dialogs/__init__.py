"""Small dialogs that ask what an edit still needs, and say what will change before it does; for every view."""
