"""Every operation of the desktop is one that the schema knows."""

from __future__ import annotations

from importlib.resources import files

import pytest
from graphql import GraphQLSchema, OperationDefinitionNode, build_schema, parse, validate

from services.operations import operation, operation_names


@pytest.fixture(scope="module")
def schema() -> GraphQLSchema:
    return build_schema(files("resources").joinpath("schema.graphql").read_text(encoding="utf-8"))


def test_there_are_operations() -> None:
    assert {"server_info", "studies", "study_content", "import_study", "study_revisions"} <= set(
        operation_names()
    )


@pytest.mark.parametrize("name", operation_names())
def test_an_operation_agrees_with_the_schema(schema: GraphQLSchema, name: str) -> None:
    document = parse(operation(name))
    assert validate(schema, document) == []
    (definition,) = document.definitions
    assert isinstance(definition, OperationDefinitionNode)
    assert definition.name is not None
    assert definition.name.value == name.title().replace("_", "")
