"""The address of a tracker on a server: `postgresql://HOST/DATABASE?tracker=NAME`, as libpq takes it."""

import os
import re
from pathlib import Path
from urllib.parse import parse_qsl, quote, urlencode

from tracker import errors
from tracker.frozen import Frozen

USUAL = "main"
"""The name of the tracker where the address names none."""
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,62}")
_HERE = frozenset({"", "localhost", "127.0.0.1", "::1"})
_SECRET = frozenset({"password", "sslpassword"})


class Address(Frozen):
    """An address: what libpq is given, the name of the tracker, and both as people may see them."""

    given: str
    tracker: str
    shown: str

    @property
    def slug(self) -> str:
        """A name for files on this computer that belong to that tracker."""
        return quote(self.shown.partition("://")[2], safe="").replace(".", "%2E")


def address_of(place: str) -> Address:
    """Take an address apart; raises `BadAddress`, and `PasswordInAddress` where it holds one. Neither shows it."""
    head, _, tail = place.partition("?")
    fields = parse_qsl(tail, keep_blank_values=True)
    named = [value for name, value in fields if name == "tracker"]
    rest = [(name, value) for name, value in fields if name != "tracker"]
    login, at, _ = head.partition("://")[2].rpartition("@")
    if (at and ":" in login) or any(name in _SECRET for name, _ in rest):
        raise errors.PasswordInAddress("postgresql://…")
    if len(named) > 1 or not all(map(_NAME.fullmatch, named)) or any(ord(letter) < 32 for letter in place):
        raise errors.BadAddress("postgresql://…")
    given = head + (f"?{urlencode(rest)}" if rest else "")
    return Address(given, named[0] if named else USUAL, place)


def secure(known: dict[str, str]) -> dict[str, str]:
    """The parameters of a connection with the certificate of the server checked, unless somebody said otherwise.

    libpq by itself takes an unencrypted connection where the server offers no other. Within one computer there is
    nobody to listen.
    """
    hosts = (known.get("host") or os.environ.get("PGHOST", "")).split(",")
    said = "sslmode" in known or "service" in known or {"PGSSLMODE", "PGSERVICE"} & os.environ.keys()
    if said or all(host in _HERE or host.startswith(("/", "@")) for host in hosts):
        return known
    own = Path("~/.postgresql/root.crt").expanduser()
    root = {} if "sslrootcert" in known or "PGSSLROOTCERT" in os.environ or own.exists() else {"sslrootcert": "system"}
    return {**known, "sslmode": "verify-full", **root}


def shown(place: str) -> str:
    """The place as others may see it: an address that holds a password is cut before its login."""
    try:
        return address_of(place).shown
    except (errors.PasswordInAddress, errors.BadAddress) as refused:
        return refused.path
