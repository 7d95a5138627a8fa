"""SHA-256 without loading OpenSSL for a few bytes."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

# Loading OpenSSL for `hashlib` costs a quarter of an interpreter start and pays only above about this many bytes;
# the private module is the one `random` takes its SHA-512 from, for the same reason.
WORTH_OPENSSL = 800_000


def sha256(data: bytes) -> str:
    """The SHA-256 of `data`, as hexadecimal."""
    digest: str = _function(len(data))(data).hexdigest()
    return digest


def _function(size: int) -> Callable[[bytes], Any]:
    if size < WORTH_OPENSSL:
        with suppress(ImportError):  # Python 3.12 keeps it elsewhere
            from _sha256 import sha256 as small  # type: ignore[import-not-found] # noqa: PLC0415 - see above; no stub

            return small  # type: ignore[no-any-return] # same
    from hashlib import sha256 as large  # noqa: PLC0415 - see above

    return large
