"""The one writer: everything the program prints on a stream goes through here."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import cached_property, partial
from itertools import chain, islice
from typing import TYPE_CHECKING, TextIO

from tracker import errors
from tracker.text.emission import EMISSIONS, Emission
from tracker.text.line import Cell, Line, Piece
from tracker.text.output.pager import Pager, page_through
from tracker.text.output.sink import Sink, encoded
from tracker.text.output.wrap import wrap
from tracker.text.printable import inert
from tracker.text.terminal import Terminal

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.live import Live
    from rich.segment import Segment

    from tracker.text.output.console import ColorChoice
    from tracker.text.output.waiting import Waiting

_BATCH = 50  # lines that are painted at once: about a screen


class Writer:
    """The writer on one stream, in the order, the joining and the colours that it needs, as UTF-8.

    On a page (`is_page`) it prints what Rich can render, built in reading order; elsewhere, which is in a pipe, it
    writes finished lines and does without Rich. `rtl`: direction of the interface. `pager`: for what is longer than
    the screen, if at all. A stream of None (closed by whoever started us) takes everything and keeps nothing.

    All that write raise OutputClosed when the reader has closed it (`| head`), OutputFailed when the system refuses.
    """

    def __init__(
        self,
        stream: TextIO | None,
        terminal: Terminal,
        *,
        rtl: bool,
        color: "ColorChoice" = "auto",
        environ: Mapping[str, str] = os.environ,
        pager: Pager | None = None,
    ) -> None:
        self.terminal = terminal
        self.rtl = rtl
        self._stream = stream
        self._sink = Sink(stream, is_tty=terminal.is_tty)
        self._pager = pager
        self._color: ColorChoice = color
        self._waiting: Waiting | None = None
        self._environ = environ
        self._emission: Emission = EMISSIONS[terminal.mode]

    @property
    def is_page(self) -> bool:
        """Whether lines are laid out for a width."""
        return self.terminal.is_page

    @cached_property
    def console(self) -> "Console":
        """The console of Rich on this stream."""
        from tracker.text.output.console import console_on  # noqa: PLC0415 - a pipe does without Rich

        return console_on(self._sink, self._environ, self._color)

    @property
    def width(self) -> int | None:
        """The cells of the page, beside which the window keeps those that the mode needs; None without a page."""
        return max(1, self.console.width - self._emission.spare) if self.is_page else None

    def print(self, renderable: "RenderableType", *, rtl: bool | None = None, long: bool = False) -> None:
        """Prints what Rich can render; `rtl` where it is in another direction than the interface.

        What is `long`er than the screen goes through the pager, and whoever leaves that has read enough. Lines are
        laid out as they are taken.
        """
        texts = self._printed(renderable, self.rtl if rtl is None else rtl)
        if self._pager is None or not long:
            self._write_block(texts)
            return
        first, rows = [], 0
        for text in texts:
            first.append(text)
            rows += text.count("\n")
            if rows >= self.console.height:
                self._write_paged(self._pager, first, texts)
                return
        self._write_block(first)

    def write(self, lines: Iterable[Line]) -> None:
        """Writes finished lines as they come, each as wide as it is."""
        if self._emission.text and self.is_text:
            self.write_lines(map(self._emission.text, lines))
        else:
            self._write_block(self._emitted(lines))

    @property
    def is_text(self) -> bool:
        """Whether lines come out as their texts alone, in reading order and without styles."""
        return self._emission.text is not None and not self._is_colored

    def write_lines(self, texts: Iterable[str]) -> None:
        """Writes the texts of lines as they come, where the stream `is_text`."""
        self._write_block(text + "\n" for text in texts)

    def _printed(self, renderable: "RenderableType", rtl: bool) -> Iterator[str]:
        """The texts of the lines, about a screen in each."""
        from rich.segment import Segment  # noqa: PLC0415 - a pipe does without

        from tracker.text.output.ordered import Ordered  # noqa: PLC0415 - as above

        ordered = Ordered(renderable, self.terminal.mode, rtl=rtl)
        lines = Segment.split_lines(self.console.render(ordered))
        return self._painted([*line, Segment.line()] for line in lines)

    def _emitted(self, lines: Iterable[Line]) -> Iterator[str]:
        from rich.segment import Segment  # noqa: PLC0415 - as above

        from tracker.text.output.ordered import segments_of  # noqa: PLC0415 - as above

        emit = self._emission.line
        return self._painted([*segments_of(emit(line, self.rtl, None)), Segment.line()] for line in lines)

    def _painted(self, lines: "Iterable[list[Segment]]") -> Iterator[str]:
        """The segments as texts in the colours that the stream can show."""
        from rich.segment import Segments  # noqa: PLC0415 - as above

        rest = iter(lines)
        while batch := list(islice(rest, _BATCH)):
            with self.console.capture() as captured:
                self.console.print(Segments(chain.from_iterable(batch)), end="", crop=False)
            yield captured.get()

    @property
    def _is_colored(self) -> bool:
        """Whether styles may be seen; in a pipe only where that was asked for, or each would have to load Rich."""
        return self.is_page or self._color == "always" or bool(self._environ.get("FORCE_COLOR"))

    def _write_paged(self, pager: Pager, first: list[str], rest: Iterable[str]) -> None:
        """The controls of the mode go to the terminal itself: the pager would swallow or show them."""
        started = False

        def bytes_of() -> Iterator[bytes]:
            yield encoded("".join(first))
            yield from map(encoded, rest)

        try:
            self._sink.write(self._emission.before)
            self._sink.flush()
            started = page_through(pager, bytes_of(), self._environ)
        finally:
            with suppress(errors.OutputClosed, errors.OutputFailed):
                self._sink.write(self._emission.after)
                self._sink.flush()
        if not started:
            self._write_block(chain(first, rest))

    def write_text(self, text: str | Sequence[Piece], style: str = "") -> None:
        """Writes sentences, broken to the page."""
        if self.is_page:
            from tracker.text.output.logical import Logical  # noqa: PLC0415 - a pipe does without Rich

            self.print(Logical(_pieces(text, style)))
        else:
            self.write((Cell(line),) for line in wrap(_pieces(text, style), None))

    def write_prompt(self, text: str | Sequence[Piece], style: str = "") -> None:
        """Writes a question and leaves the cursor after it on the same line."""
        *before, last = wrap(_pieces(text, style), self.width and self.width - 1)
        for line in before:
            self.write_text(line)
        spans = self._emission.line((Cell(last),), self.rtl, None)
        question = "".join([text for text, _ in spans])
        if self._is_colored:
            from tracker.text.output.ordered import segments_of  # noqa: PLC0415 - a pipe does without

            question = "".join(self._painted([[*segments_of(spans)]]))
        self._write_block([question + self._emission.gap])

    @contextmanager
    def waiting(self, text: str, *, at_once: bool = False) -> Iterator[None]:
        """Shows a sentence if something takes longer than a moment, or `at_once`, and takes it away at its end.

        A pipe gets nothing. What is written here meanwhile comes before it.
        """
        if not self.terminal.is_tty:
            yield
            return
        from tracker.text.output.waiting import MOMENT, Waiting  # noqa: PLC0415 - only for what may take its time

        with Waiting(partial(self._spinner, text), 0 if at_once else MOMENT) as waiting:
            self._waiting = waiting
            try:
                yield
            finally:
                self._waiting = None

    def _spinner(self, text: str) -> "Live":
        from tracker.text.output.spinner import spinner  # noqa: PLC0415 - only where something takes its time

        mode = self.terminal.mode
        return spinner(text, self._stream, mode, rtl=self.rtl, environ=self._environ, color=self._color)

    def write_raw(self, chunks: Iterable[str]) -> None:
        """Writes a machine format (JSON, CSV) as it is, but for what would steer a terminal: a pipe may end in one."""
        self._make_room()
        for chunk in chunks:
            self._sink.write(inert(chunk))
        self._sink.flush()

    def write_bytes(self, content: bytes) -> None:
        """Writes a binary document into a pipe or a file."""
        self._sink.write_bytes(content)
        self._sink.flush()

    def _write_block(self, texts: Iterable[str]) -> None:
        """Surrounds the block by the mode's controls, whatever happens on the way."""
        before, after = self._emission.before, self._emission.after
        self._make_room()
        opened = False
        try:
            for text in texts:
                if not opened:
                    self._sink.write(before)
                    opened = True
                self._sink.write(text)
        except BaseException:
            with suppress(errors.OutputClosed, errors.OutputFailed):  # the first error is the one to tell
                self._sink.write(after if opened else "")
                self._sink.flush()
            raise
        self._sink.write(after if opened else "")
        self._sink.flush()

    def _make_room(self) -> None:
        if self._waiting is not None:
            self._waiting.step_aside()


def _pieces(text: str | Sequence[Piece], style: str) -> Sequence[Piece]:
    return (Piece(text, style),) if isinstance(text, str) else text
