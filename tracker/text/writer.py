"""The one writer: everything the program prints on a stream goes through here."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from itertools import chain, islice
from typing import BinaryIO, TextIO

from tracker.errors import OutputClosed, OutputFailed
from tracker.text.color import ColorChoice, palette_for
from tracker.text.emission import EMISSIONS, Emission
from tracker.text.line import Cell, Line, Piece
from tracker.text.pager import Pager, page_through
from tracker.text.printable import printable
from tracker.text.terminal import Terminal
from tracker.text.wrap import wrap

_CHUNK = 16_384  # characters: large enough to be cheap, small enough to appear while the rest is being made

_LINE_AWAY = "\r\x1b[2K"
"""Back to the first column, and the line erased (ECMA-48, EL)."""


class Writer:
    """Writes lines to one stream in the order, the joining and the colours that it needs, as UTF-8.

    `rtl`: direction of the interface. `width`: of the page, by default the terminal's; None in a pipe. `pager`: for
    what is longer than the screen, if at all.
    A stream of None (closed by whoever started us) takes everything and keeps nothing.
    """

    def __init__(
        self,
        stream: TextIO | None,
        terminal: Terminal,
        *,
        rtl: bool,
        color: ColorChoice = "auto",
        environ: Mapping[str, str] = os.environ,
        width: int | None = None,
        pager: Pager | None = None,
    ) -> None:
        self.terminal = terminal
        self.rtl = rtl
        self._sink = _Sink(stream)
        self._pager = pager
        self._environ = environ
        self._emission: Emission = EMISSIONS[terminal.mode]
        self.width = _page(width or terminal.width, terminal.width, self._emission.spare)
        self._palette = palette_for(terminal, environ, color)

    def write(self, lines: Iterable[Line], *, rtl: bool | None = None) -> None:
        """Writes each line as it comes; `rtl` where a text is in another direction than the interface.

        Raises OutputClosed when the reader has gone (`| head`), OutputFailed when the system refuses (full disk).
        """
        direction = self.rtl if rtl is None else rtl
        self._write_block(self._rendered(line, direction, self.width) + "\n" for line in lines)

    def write_long(self, lines: Iterable[Line]) -> None:
        """As `write`; what is longer than the screen goes through the pager, and whoever leaves that has read enough.

        Lines are made as the pager takes them.
        """
        texts = (self._rendered(line, self.rtl, self.width) + "\n" for line in lines)
        if self._pager is None:
            self._write_block(texts)
            return
        first = list(islice(texts, self._pager.rows))
        if len(first) < self._pager.rows:
            self._write_block(first)
        else:
            self._write_paged(self._pager, first, texts)

    def _write_paged(self, pager: Pager, first: list[str], rest: Iterable[str]) -> None:
        """The controls of the mode go to the terminal itself: the pager would swallow or show them."""
        started = False

        def bytes_of() -> Iterator[bytes]:
            yield _bytes("".join(first))
            yield from map(_bytes, rest)

        try:
            self._sink.put(self._emission.before)
            self._sink.flush()
            started = page_through(pager, bytes_of(), self._environ)
        finally:
            with suppress(OutputClosed, OutputFailed):
                self._sink.put(self._emission.after)
                self._sink.flush()
        if not started:
            self._write_block(chain(first, rest))

    def write_text(self, text: str | Sequence[Piece], style: str = "", *, rtl: bool | None = None) -> None:
        """Writes sentences, broken to the page. Raises as `write`."""
        self.write(_text_lines(text, style, self.width), rtl=rtl)

    def write_prompt(self, text: str | Sequence[Piece], style: str = "") -> None:
        """Writes a question and leaves the cursor after it on the same line. Raises as `write`."""
        *before, last = _text_lines(text, style, self.width and self.width - 1)
        self.write(before)
        self._write_block([self._rendered(last, self.rtl, None) + self._emission.gap])

    @contextmanager
    def passing(self, text: str) -> Iterator[None]:
        """Shows a line while something takes its time and takes it away then; a pipe gets none. Raises as `write`."""
        if not self.terminal.is_tty:
            yield
            return
        self.write_prompt(text, "dim")
        try:
            yield
        finally:
            with suppress(OutputClosed, OutputFailed):  # what went wrong meanwhile is the one to tell
                self._sink.put(_LINE_AWAY)
                self._sink.flush()

    def write_raw(self, chunks: Iterable[str]) -> None:
        """Writes a machine format (JSON, CSV) unchanged; only a terminal gets control characters replaced.

        Raises as `write`.
        """
        for chunk in chunks:
            self._sink.put(_harmless(chunk) if self.terminal.is_tty else chunk)
        self._sink.flush()

    def write_bytes(self, content: bytes) -> None:
        """Writes a binary document into a pipe or a file. Raises as `write`."""
        self._sink.put_bytes(content)
        self._sink.flush()

    def _rendered(self, line: Line, rtl: bool, width: int | None) -> str:
        if self._emission.text and not self._palette.system:
            return self._emission.text(line)
        spans = self._emission.line(line, rtl, width)
        if not self._palette.system:
            return "".join([text for text, _ in spans])
        paint = self._palette.paint
        return "".join([paint(text, style) for text, style in spans])

    def _write_block(self, texts: Iterable[str]) -> None:
        """Surrounds the block by the mode's controls, whatever happens on the way."""
        before, after = self._emission.before, self._emission.after
        opened = False
        try:
            for text in texts:
                if not opened:
                    self._sink.put(before)
                    opened = True
                self._sink.put(text)
        except BaseException:
            with suppress(OutputClosed, OutputFailed):  # the first error is the one to tell
                self._sink.put(after if opened else "")
                self._sink.flush()
            raise
        self._sink.put(after if opened else "")
        self._sink.flush()


def _page(wanted: int | None, window: int | None, spare: int) -> int | None:
    """Width of the page, so narrow that the window has the spare cells beside it."""
    return max(1, min(wanted, window - spare)) if wanted and window and spare else wanted


def _text_lines(text: str | Sequence[Piece], style: str, width: int | None) -> list[Line]:
    pieces = (Piece(text, style),) if isinstance(text, str) else text
    return [(Cell(line),) for line in wrap(pieces, width)]


def _harmless(text: str) -> str:
    return "\n".join("\t".join(map(printable, line.split("\t"))) for line in text.split("\n"))


class _Sink:
    """A stream of bytes that collects a little, and that fails once, in our own words."""

    def __init__(self, stream: TextIO | None) -> None:
        self._stream = stream
        self._waiting: list[str] = []
        self._size = 0

    def put(self, text: str) -> None:
        self._waiting.append(text)
        self._size += len(text)
        if self._size >= _CHUNK:
            self.flush()

    def put_bytes(self, data: bytes) -> None:
        self.flush()
        self._write(data)

    def flush(self) -> None:
        data = _bytes("".join(self._waiting))
        self._waiting, self._size = [], 0
        self._write(data)

    def _write(self, data: bytes) -> None:
        if not data or self._stream is None:
            return
        try:
            _send(self._stream, data)
        except BrokenPipeError:
            self._abandon()
            raise OutputClosed from None
        except (OSError, ValueError) as error:  # ValueError: the stream was closed in this process
            self._abandon()
            raise OutputFailed(getattr(error, "strerror", None) or str(error)) from error

    def _abandon(self) -> None:
        """Points the descriptor at nothing: the interpreter would flush what is left and complain at its end."""
        stream, self._stream = self._stream, None
        with suppress(OSError, ValueError, AttributeError):
            number = stream.fileno() if stream else -1
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, number)
            os.close(nowhere)


def _bytes(text: str) -> bytes:
    """UTF-8 whatever the locale; a lone surrogate never raises."""
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
