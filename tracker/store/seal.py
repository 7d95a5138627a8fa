"""The seal: SHA-256 of all bytes after line 1, so that `tail -n +2 FILE | sha256sum` checks it by hand."""

from hashlib import sha256


def digest(data: bytes) -> str:
    """The seal of `data`, e.g. `sha256:9f86…`."""
    return f"sha256:{sha256(data).hexdigest()}"
