"""Finding out which kind of terminal this is."""
