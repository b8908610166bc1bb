"""What surrounds the canvas: arms, filters, finding, map, timings, tabs, side timelines. See `pane.GraphPane`."""
