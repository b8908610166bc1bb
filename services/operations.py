"""The desktop's GraphQL operations, as files that are checked against the schema."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def operation(name: str) -> str:
    """The text of `resources/operations/NAME.graphql`."""
    return files("resources").joinpath("operations", f"{name}.graphql").read_text(encoding="utf-8")


def operation_names() -> list[str]:
    """The names of all operations, sorted."""
    folder = files("resources").joinpath("operations")
    return sorted(
        item.name.removesuffix(".graphql") for item in folder.iterdir() if item.name.endswith(".graphql")
    )
