"""The state that is computed from records on a day: progress, health, lateness, ratings."""
