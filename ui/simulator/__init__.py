"""The simulator: one participant run through the schedule as it is drawn, and a group of them."""
