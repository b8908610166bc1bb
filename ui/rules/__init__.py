"""Rules for people who do not program: the builder, trying a rule in place, and the list of all conditions."""
