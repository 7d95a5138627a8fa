"""A stream of bytes that collects a little, and that fails once, in our own words."""

import os
from contextlib import suppress
from typing import BinaryIO, TextIO

from tracker import errors

_CHUNK = 16_384  # characters: large enough to be cheap, small enough to appear while the rest is being made


class Sink:
    """A stream of bytes that takes text and writes it as UTF-8; `is_tty` answers for it. A None stream keeps nothing.

    Rich's Console writes here as to any file. Raises OutputClosed when the reader has closed it, OutputFailed when the
    system refuses (full disk).
    """

    encoding = "utf-8"  # with another one Rich would draw boxes in ASCII

    def __init__(self, stream: TextIO | None, *, is_tty: bool) -> None:
        self._stream = stream
        self._is_tty = is_tty
        self._waiting: list[str] = []
        self._size = 0

    def isatty(self) -> bool:
        """Whether a person looks at the stream."""
        return self._is_tty

    def write(self, text: str) -> int:
        """Take a text, which is sent when enough has come together; gives its length, as files answer."""
        self._waiting.append(text)
        self._size += len(text)
        if self._size >= _CHUNK:
            self.flush()
        return len(text)

    def write_bytes(self, data: bytes) -> None:
        """Sends bytes as they are."""
        self.flush()
        self._send(data)

    def flush(self) -> None:
        """Sends what has been taken."""
        data = encoded("".join(self._waiting))
        self._waiting, self._size = [], 0
        self._send(data)

    def _send(self, data: bytes) -> None:
        if not data or self._stream is None:
            return
        try:
            _send(self._stream, data)
        except BrokenPipeError:
            self._abandon()
            raise errors.OutputClosed from None
        except (OSError, ValueError) as error:  # ValueError: the stream was closed in this process
            self._abandon()
            raise errors.OutputFailed(getattr(error, "strerror", None) or str(error)) from error

    def _abandon(self) -> None:
        """Points the descriptor at nothing: the interpreter would flush what is left and complain at its end."""
        stream, self._stream = self._stream, None
        with suppress(OSError, ValueError, AttributeError):
            number = stream.fileno() if stream else -1
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, number)
            os.close(nowhere)


def encoded(text: str) -> bytes:
    """The text as UTF-8, whatever the locale; a lone surrogate never raises."""
    return text.encode("utf-8", "replace")


def _send(stream: TextIO, data: bytes) -> None:
    stream.flush()
    buffer: BinaryIO | None = getattr(stream, "buffer", None)
    if buffer is None:
        stream.write(data.decode("utf-8"))
        stream.flush()
        return
    buffer.write(data)
    buffer.flush()
