"""The office that owns, verifies or acts; it is never a person (rule 12.1)."""

from tracker.frozen import Frozen


class Office(Frozen):
    """A party and, where known, a role in it; two offices differ when either differs."""

    party: str
    role: str | None = None

    def __str__(self) -> str:
        return f"{self.party}/{self.role}" if self.role else self.party


def parse_office(text: str) -> Office:
    """Read `LY/liaison` or `LY` as an office; the party code is put in capitals."""
    party, _, role = text.strip().partition("/")
    return Office(party.strip().upper(), role.strip() or None)
