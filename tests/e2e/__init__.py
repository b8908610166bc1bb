"""The whole program as people run it: the real window with a real backend beside it, and the real verbs."""
