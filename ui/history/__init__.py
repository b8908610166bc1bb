"""The history of a study's edits: what was done, by whom and when, what each step changed, and a way back to it.

`told` puts what a step changed into words, `steps` lists and paints the steps, `pane` is the pane.
"""
