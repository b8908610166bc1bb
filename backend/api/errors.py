"""Errors as clients see them: a sentence for a person and a code for a program."""

from __future__ import annotations

from enum import StrEnum

from graphql import GraphQLError

from backend.store.port import (
    RevisionConflictError,
    StoreError,
    StoreFullError,
    StoreUnreadableError,
    UnknownStudyError,
)


class ErrorCode(StrEnum):
    """`extensions.code` of an error."""

    UNAUTHENTICATED = "UNAUTHENTICATED"
    NOT_FOUND = "NOT_FOUND"
    BAD_STUDY = "BAD_STUDY"
    BAD_INPUT = "BAD_INPUT"
    CONFLICT = "CONFLICT"
    TOO_LARGE = "TOO_LARGE"
    STORE_FULL = "STORE_FULL"
    STORE_UNREADABLE = "STORE_UNREADABLE"
    INTERNAL = "INTERNAL"


class BadStudyError(Exception):
    """Content that is no study that can be opened. Places count from 1; None where unknown."""

    def __init__(self, message: str, line: int | None = None, column: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.column = column


class ApiError(GraphQLError):
    """An error that is meant for the client: its text and code go out as they are."""

    def __init__(self, code: ErrorCode, message: str, **details: object) -> None:
        extensions = {"code": code.value}
        super().__init__(message, extensions=extensions | {k: v for k, v in details.items() if v is not None})


def api_error(error: Exception) -> ApiError | None:
    """The error as the client sees it, or None where it is nobody's fault but the program's."""
    match error:
        case ApiError():
            return error
        case BadStudyError():
            return ApiError(ErrorCode.BAD_STUDY, error.message, line=error.line, column=error.column)
        case UnknownStudyError():
            return ApiError(ErrorCode.NOT_FOUND, str(error))
        case RevisionConflictError():
            return ApiError(ErrorCode.CONFLICT, str(error), currentRevision=error.current_revision)
        case StoreFullError():
            return ApiError(ErrorCode.STORE_FULL, str(error))
        case StoreUnreadableError():
            return ApiError(ErrorCode.STORE_UNREADABLE, str(error))
        case StoreError():
            return ApiError(ErrorCode.INTERNAL, str(error))
        case _:
            return None
