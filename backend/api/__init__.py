"""The GraphQL API over HTTP and websockets: schema, limits, access, metrics."""
