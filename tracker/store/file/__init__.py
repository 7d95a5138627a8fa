"""The durable file: one document per line, sealed, locked, replaced in one step, kept in backups."""
