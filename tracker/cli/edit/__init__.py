"""The change of a record in an editor (`--edit`), and the emptying of fields (`--clear`)."""
