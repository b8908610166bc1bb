"""The builder of rules and the list of conditions."""
