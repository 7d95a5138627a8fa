"""The commands: one file per noun; a command is parse, load, call the model, commit, show."""
