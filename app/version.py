"""Which version of the program this is."""

from __future__ import annotations


def program_version() -> str:
    """The version that is installed; "" for a checkout that never was."""
    # Reading what is installed takes its time: not before somebody asks.
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("maestro")
    except PackageNotFoundError:
        return ""
