"""The schedule canvas: one self-painted widget that shows a timeline as a graph. Start at `view.ScheduleCanvas`."""
