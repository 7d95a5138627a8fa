"""Real terminals, each started in a home of its own on a virtual screen."""
