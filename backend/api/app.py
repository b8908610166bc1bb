"""The HTTP application: GraphQL behind a token, health and metrics before it, every request logged."""

from __future__ import annotations

import logging
import time
from collections.abc import Collection
from contextlib import suppress
from json import JSONDecodeError

from cross_web import HTTPException
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocket
from strawberry.asgi import GraphQL
from strawberry.exceptions import ConnectionRejectionError
from strawberry.subscriptions import GRAPHQL_TRANSPORT_WS_PROTOCOL
from strawberry.types.unset import UnsetType

from backend.api.access import Guarded, KnownHost, Token, refusal
from backend.api.context import Backend, RequestContext
from backend.api.errors import ErrorCode
from backend.api.metrics import CONTENT_TYPE, Metrics
from backend.api.schema import schema
from backend.store.port import StoreError

PATHS = ("/graphql", "/healthz", "/metrics")
SUBSCRIPTIONS_PER_CONNECTION = 20

log = logging.getLogger("backend.http")


class GraphQLEndpoint(GraphQL[RequestContext, None]):
    """GraphQL by POST and by `graphql-transport-ws`; a websocket names its token on the way in."""

    def __init__(self, backend: Backend, token: Token) -> None:
        super().__init__(
            schema,
            graphql_ide=None,
            allow_queries_via_get=False,
            subscription_protocols=(GRAPHQL_TRANSPORT_WS_PROTOCOL,),
            max_subscriptions_per_connection=SUBSCRIPTIONS_PER_CONNECTION,
        )
        self._backend = backend
        self._token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await super().__call__(scope, receive, send)
            return
        try:
            answer = await self.run(Request(scope, receive))
        except HTTPException as error:
            answer = refusal(error.status_code, ErrorCode.BAD_INPUT, error.reason)
        await answer(scope, receive, send)

    def decode_json(self, data: str | bytes) -> object:
        """One JSON object: anything else, or one too deep to read, is no request."""
        try:
            decoded = super().decode_json(data)
        except RecursionError as error:
            raise JSONDecodeError("too deep", "", 0) from error
        if not isinstance(decoded, dict):
            raise JSONDecodeError("not an object", "", 0)
        return decoded

    async def get_context(
        self,
        request: Request | WebSocket,
        response: Response | WebSocket,  # noqa: ARG002
    ) -> RequestContext:
        return RequestContext(self._backend, request.headers.get("authorization"))

    async def on_ws_connect(self, context: RequestContext) -> UnsetType | dict[str, object] | None:
        if not self._websocket_allowed(context):
            raise ConnectionRejectionError
        return await super().on_ws_connect(context)

    def _websocket_allowed(self, context: RequestContext) -> bool:
        if self._token.allows(context.authorization):
            return True
        offered = {key.lower(): value for key, value in (context.connection_params or {}).items()}
        authorization, token = offered.get("authorization"), offered.get("token")
        if isinstance(authorization, str):
            return self._token.allows(authorization)
        return isinstance(token, str) and self._token.matches(token)


class Observed:
    """Counts and logs every request: method, route, status and milliseconds, nothing of its content."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        status = 500
        began = time.perf_counter()

        async def watch(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, watch)
        finally:
            seconds = time.perf_counter() - began
            path = scope["path"] if scope["path"] in PATHS else "other"
            self._metrics.request(path, status, seconds)
            if path == "/graphql" or status >= 400:
                fields = {
                    "method": scope["method"],
                    "path": path,
                    "status": status,
                    "ms": round(seconds * 1000, 1),
                }
                log.info("request", extra={"fields": fields})


def make_app(backend: Backend, token: str, allowed_hosts: Collection[str] | None) -> ASGIApp:
    """The whole application. `allowed_hosts` None takes any Host header, for servers behind a proxy."""

    async def healthz(request: Request) -> Response:  # noqa: ARG001
        with suppress(StoreError):
            await backend.in_thread(backend.store.list_studies, limit=1)
            return JSONResponse({"status": "ok", "version": backend.version})
        return JSONResponse({"status": "the study store does not answer", "version": backend.version}, 503)

    async def metrics(request: Request) -> Response:  # noqa: ARG001
        text = backend.metrics.text(backend.hints.subscriber_count)
        return Response(text, media_type=CONTENT_TYPE)

    secret = Token(token)
    graphql = GraphQLEndpoint(backend, secret)
    starlette = Starlette(
        routes=[
            Route("/graphql", Guarded(graphql, secret, backend.max_request_bytes)),
            WebSocketRoute("/graphql", graphql),
            Route("/healthz", healthz),
            Route("/metrics", metrics),
        ]
    )
    app: ASGIApp = starlette if allowed_hosts is None else KnownHost(starlette, allowed_hosts)
    return Observed(app, backend.metrics)
