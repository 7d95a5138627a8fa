"""Arabic as letters: UAX #9 levels and order, shaping, mirrors, isolates."""
