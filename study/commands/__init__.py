"""What people do to a protocol, as values: visits, time, cycles, activities, structure.

`command` says what a command is, `draft` what it writes to, `execute` does one whole or not at all, `follow_ups`
holds what follows by itself. Every other file is about one kind of thing that people change.
"""
