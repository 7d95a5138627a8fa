"""The records of a tracker: frozen values and their vocabularies, a file for each kind."""
