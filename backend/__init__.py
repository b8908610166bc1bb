"""The orchestration backend: GraphQL API, stores, and how it is started."""
