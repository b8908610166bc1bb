"""Executable rules beside the free text of a study: what they can say, how they are kept, evaluated and told."""
