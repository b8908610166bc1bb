"""The schedule canvas: one self-painted widget that shows a timeline as a graph. Start at `view.ScheduleCanvas`.

What is drawn: `projection`, `addresses`, `face`, `card_texts`, `telling`.
Where it lies, without Qt: `shapes` in and out of `layout`, with `columns`, `lanes`, `routes`, `labels`, `repair` and
`detours`; `arrangement` with `collapse`, `scaled` and `placing`; `aligning`.
Painting: `scene` and `edges` hold arrays; `painter` with `ground`, `leaders`, `lines`, `cards` and `lettering`; over it
`overlay`, `timings` and `marking`; `lights` and `lighting` dim and mark; `pixmaps`, `scrolling`, `in_view` and `frame`
keep what was painted; `export` paints to paper.
What is in view: `camera`, `framing`, `flight`, `ruler`, `zoombar`, `scalebar`.
What people do: `surface` hands events to `keys` and `pointer`, which begins `gestures` (`picking`, `dragging`); `hit`
finds what lies there; `together` is what is selected, `hand` what is placed by hand, `preview` a new layout before it
is taken.
What is read out: `speech`, `spoken`.
"""
