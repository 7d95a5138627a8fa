"""The answers to commands: what was changed, shown, checked or found."""
