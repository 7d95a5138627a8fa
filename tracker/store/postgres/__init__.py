"""A tracker in a PostgreSQL database: the twin of the durable file, for an office in which many work at once."""
