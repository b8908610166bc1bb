"""What the desktop reaches outside itself: GraphQL client, encrypted cache, sync, credentials, backend."""
