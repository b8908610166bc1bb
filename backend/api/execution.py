"""How an operation is executed: caches, limits, and errors told without anything internal or private."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator

import strawberry
from graphql import GraphQLError
from strawberry.extensions import (
    AddValidationRules,
    MaskErrors,
    MaxAliasesLimiter,
    MaxTokensLimiter,
    ParserCache,
    QueryDepthLimiter,
    SchemaExtension,
    ValidationCache,
)
from strawberry.types import ExecutionContext

from backend.api.errors import ApiError, ErrorCode, api_error

MAX_QUERY_CHARACTERS = 20_000
MAX_TOKENS = 2_000
MAX_ALIASES = 10
"""So that one request asks at most some ten chunks of content."""
MAX_DEPTH = 8
CACHED_OPERATIONS = 256

# Made once: the validation cache takes the rules as part of its key.
LIMITING_RULES = [
    *QueryDepthLimiter(max_depth=MAX_DEPTH).validation_rules,
    *MaxAliasesLimiter(max_alias_count=MAX_ALIASES).validation_rules,
]

log = logging.getLogger("backend.api")


class QuerySizeLimiter(SchemaExtension):
    """Refuses a long query text: content belongs into variables, which neither parser nor caches keep."""

    def on_operation(self) -> Iterator[None]:
        query = self.execution_context.query
        if query is not None and len(query) > MAX_QUERY_CHARACTERS:
            raise ApiError(
                ErrorCode.TOO_LARGE,
                f"The query text is longer than {MAX_QUERY_CHARACTERS} characters. "
                "Send content in variables.",
            )
        yield


class TellErrors(MaskErrors):
    """Gives errors their codes, and the program's own failures a sentence that reveals nothing."""

    def __init__(self) -> None:
        super().__init__(should_mask_error=_needs_words)

    def anonymise_error(self, error: GraphQLError) -> GraphQLError:
        told = api_error(error.original_error) if error.original_error is not None else None
        if told is None:
            told = ApiError(ErrorCode.INTERNAL, "The backend failed here. Its log says where; try again.")
        return GraphQLError(
            told.message,
            nodes=error.nodes,
            source=error.source,
            positions=error.positions,
            path=error.path,
            extensions=told.extensions,
        )


def _needs_words(error: GraphQLError) -> bool:
    return error.original_error is not None and not isinstance(error.original_error, GraphQLError)


class ApiSchema(strawberry.Schema):
    """Strawberry's schema, logging only the errors that are the program's own, and no content with them."""

    def process_errors(
        self,
        errors: list[GraphQLError],
        execution_context: ExecutionContext | None = None,  # noqa: ARG002
    ) -> None:
        for error in errors:
            cause = error.original_error
            if _needs_words(error) and cause is not None and api_error(cause) is None:
                log.error("resolver failed", exc_info=cause)


def schema_extensions() -> list[type[SchemaExtension] | Callable[[], SchemaExtension]]:
    """In the order in which they see an operation."""
    return [
        TellErrors,
        QuerySizeLimiter,
        lambda: MaxTokensLimiter(max_token_count=MAX_TOKENS),
        lambda: AddValidationRules(LIMITING_RULES),
        lambda: ParserCache(maxsize=CACHED_OPERATIONS),
        lambda: ValidationCache(maxsize=CACHED_OPERATIONS),
    ]
