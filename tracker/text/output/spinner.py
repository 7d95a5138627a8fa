"""A sentence behind a turning sign, which says that work goes on."""

from collections.abc import Mapping
from contextlib import suppress
from typing import TextIO

from rich.live import Live
from rich.spinner import Spinner
from rich.table import Table

from tracker import errors
from tracker.text.output.console import ColorChoice, console_on
from tracker.text.output.logical import Logical
from tracker.text.output.ordered import Ordered
from tracker.text.output.sink import Sink


def spinner(
    text: str, stream: TextIO | None, mode: str, *, rtl: bool, environ: Mapping[str, str], color: ColorChoice
) -> Live:
    """A live display, not started yet, which leaves nothing behind on the terminal."""
    beside = Table.grid(padding=(0, 1))
    beside.add_row(Spinner("dots"), Logical(text, style="dim"))
    return Live(
        Ordered(beside, mode, rtl=rtl, fenced=True),
        console=console_on(_Forgiving(stream, is_tty=True), environ, color),
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )


class _Forgiving(Sink):
    """A sink for what may be left out: what cannot be shown is no failure of the work that goes on meanwhile."""

    def flush(self) -> None:
        """Writes what has been taken, if that can be."""
        with suppress(errors.OutputClosed, errors.OutputFailed):
            super().flush()
