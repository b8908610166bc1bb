"""What is painted for paper: pages of the table, of a visit, of the graph and the time axis; PDF, SVG, PNG, print.

`pages` says what a set of pages is; `soa_pages`, `visit_pages` and `picture_pages` are some; `pdf`, `svg` and
`printing` carry them out. Pages are painted by the same calls for a file, a printer and the preview.
"""
