"""The seal: SHA-256 of all bytes after line 1, so that `tail -n +2 FILE | sha256sum` checks it by hand."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

# Loading OpenSSL for `hashlib` costs a quarter of an interpreter start and pays only above about this many bytes;
# the private module is the one `random` takes its SHA-512 from, for the same reason.
WORTH_OPENSSL = 800_000


def digest(data: bytes) -> str:
    """The seal of `data`, e.g. `sha256:9f86…`."""
    return f"sha256:{_sha256(len(data))(data).hexdigest()}"


def _sha256(size: int) -> Callable[[bytes], Any]:
    if size < WORTH_OPENSSL:
        with suppress(ImportError):  # Python 3.12 keeps it elsewhere
            from _sha256 import sha256 as small  # type: ignore[import-not-found] # noqa: PLC0415 - see above; no stub

            return small  # type: ignore[no-any-return] # same
    from hashlib import sha256  # noqa: PLC0415 - see above

    return sha256
