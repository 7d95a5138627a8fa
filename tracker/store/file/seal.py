"""The seal: SHA-256 of all bytes after line 1, so that `tail -n +2 FILE | sha256sum` checks it by hand."""

from hashlib import sha256


def digest(*parts: bytes | memoryview) -> str:
    """The seal of the bytes of all parts together, e.g. `sha256:9f86…`."""
    seal = sha256()
    for part in parts:
        seal.update(part)
    return f"sha256:{seal.hexdigest()}"
