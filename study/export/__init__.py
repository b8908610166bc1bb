"""What is taken along: a schedule as a value with its study's identity, and that value as bytes of a file.

`soa_page` and `visit_page` hold what stands on paper, free of any format. `soa_csv`, `soa_html`, `soa_xlsx`,
`soa_docx`, `visit_html` and `visit_docx` write it. What has to be painted (PDF, pictures) is in `ui.export`.
Nothing here reads a clock: who calls says the time, so the same input gives the same bytes.
"""
