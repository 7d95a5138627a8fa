"""The one writer: bytes, colours, pages, and streams that fail."""

import io
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich import box
from rich.console import Console, ConsoleOptions, Group, RenderResult
from rich.style import Style
from rich.table import Table

from tracker.errors import OutputFailed
from tracker.frozen import replace
from tracker.text.line import Cell, Line, Piece
from tracker.text.output.console import ColorChoice
from tracker.text.output.logical import Logical
from tracker.text.output.writer import Writer
from tracker.text.terminal import Terminal

PIPE = Terminal("logical", "test", False, False)
TTY = Terminal("c", "test", True, True)
XTERM = {"TERM": "xterm-256color", "COLUMNS": "12"}


class Output:
    """A text stream over bytes, in an encoding that knows no Arabic."""

    def __init__(self) -> None:
        self.raw = io.BytesIO()
        self.stream = io.TextIOWrapper(self.raw, encoding="ascii")

    @property
    def text(self) -> str:
        return self.raw.getvalue().decode("utf-8")


@pytest.fixture
def output() -> Output:
    return Output()


def line(text: str, style: str = "") -> Line:
    return (Cell((Piece(text, style),)),)


def test_a_pipe_gets_utf8_in_logical_order_whatever_the_locale(output: Output) -> None:
    Writer(output.stream, PIPE, rtl=True, environ={}).write([line("تم \ud800", "bold red"), line("Değer")])
    assert output.text == "تم \ufffd\nDeğer\n"


def test_a_terminal_block_is_surrounded_by_the_mode(output: Output) -> None:
    Writer(output.stream, TTY, rtl=True, environ=XTERM).print(Logical("تم", "ab"))
    assert output.text == "\x1b[8l          \ufee2\ufe97\n          ab\n\x1b[8h"


def test_nothing_is_written_for_no_lines(output: Output) -> None:
    Writer(output.stream, TTY, rtl=True, environ=XTERM).print(Group())
    Writer(output.stream, PIPE, rtl=True, environ=XTERM).write([])
    assert output.text == ""


def test_the_terminal_gets_its_own_order_back_when_making_lines_fails(output: Output) -> None:
    class Failing:
        def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
            for _ in range(100):
                yield Logical("ab")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Writer(output.stream, TTY, rtl=False, environ=XTERM).print(Failing())
    assert output.text.startswith("\x1b[8lab\nab\n")
    assert output.text.endswith("ab\n\x1b[8h")


def test_lines_are_written_while_others_are_still_being_made(output: Output) -> None:
    seen = 0
    for_one_chunk = 3_000

    def lines() -> Iterator[Line]:
        nonlocal seen
        for _ in range(for_one_chunk):
            yield line("0123456789")
        seen = len(output.raw.getvalue())

    Writer(output.stream, PIPE, rtl=False, environ={}).write(lines())
    assert 0 < seen <= for_one_chunk * 11 == len(output.raw.getvalue())


@pytest.mark.parametrize(
    ("terminal", "environ", "color", "shown"),
    [
        (PIPE, XTERM, "auto", "x"),
        (PIPE, XTERM | {"FORCE_COLOR": "1"}, "auto", "\x1b[1;38;5;204mx\x1b[0m"),
        (PIPE, XTERM, "always", "\x1b[1;38;5;204mx\x1b[0m"),
        (TTY, XTERM, "auto", "\x1b[1;38;5;204mx\x1b[0m"),
        (TTY, {"TERM": "xterm"}, "auto", "\x1b[1;91mx\x1b[0m"),
        (TTY, {"TERM": "xterm", "COLORTERM": "truecolor"}, "auto", "\x1b[1;38;2;255;85;136mx\x1b[0m"),
        (TTY, {"TERM": "dumb"}, "auto", "x"),
        (TTY, {"TERM": "dumb", "FORCE_COLOR": "1"}, "auto", "x"),
        (TTY, XTERM | {"NO_COLOR": "1"}, "auto", "\x1b[1mx\x1b[0m"),
        (TTY, XTERM | {"NO_COLOR": ""}, "auto", "\x1b[1;38;5;204mx\x1b[0m"),
        (TTY, XTERM | {"NO_COLOR": "1"}, "always", "\x1b[1;38;5;204mx\x1b[0m"),
        (TTY, XTERM, "never", "x"),
    ],
)
def test_colours(output: Output, terminal: Terminal, environ: dict[str, str], color: ColorChoice, shown: str) -> None:
    Style.parse.cache_clear()  # Rich remembers a style's sequence whatever the colours; a process has but one kind
    writer = Writer(output.stream, replace(terminal, mode="b"), rtl=False, environ=environ, color=color)
    writer.write_text("x", "bold #ff5588")
    assert output.text == shown + "\n"


def test_text_is_broken_to_the_page_and_starts_at_its_right_edge(output: Output) -> None:
    Writer(output.stream, replace(TTY, mode="b"), rtl=True, environ=XTERM).write_text("abcdef ghijklm no")
    assert output.text == "      abcdef\n  ghijklm no\n"


def test_text_in_a_pipe_is_as_long_as_it_is(output: Output) -> None:
    Writer(output.stream, PIPE, rtl=True, environ={}).write_text([Piece("كلمة " * 40, "red"), Piece("ثم\nسطر")])
    assert output.text == "كلمة " * 40 + "ثم\nسطر\n"


def test_a_text_may_have_another_direction_than_the_interface(output: Output) -> None:
    Writer(output.stream, replace(TTY, mode="b"), rtl=True, environ=XTERM).print(Logical("abc."), rtl=False)
    assert output.text == "abc.\n"


def test_a_question_leaves_the_cursor_after_it(output: Output) -> None:
    Writer(output.stream, replace(TTY, mode="b"), rtl=True, environ=XTERM).write_prompt("abc def\nyes?")
    assert output.text == "     abc def\n?yes "


@pytest.mark.parametrize(("terminal", "environ"), [(PIPE, {}), (TTY, XTERM)])
def test_machine_formats_are_as_they_were_but_for_what_commands_a_terminal(
    output: Output, terminal: Terminal, environ: dict[str, str]
) -> None:
    """A pipe may end on a terminal as well."""
    Writer(output.stream, terminal, rtl=True, environ=environ).write_raw(
        ["a\tb\u2066", "\nتم \r\n", "\x1b[2J\u202e\x9b\rover\u2028\ud800\n"]
    )
    assert output.text == "a\tb\u2066\nتم \r\n\ufffd[2J\ufffd\ufffd\ufffdover\ufffd\ufffd\n"


def test_what_others_printed_before_comes_before(output: Output) -> None:
    print("first", file=output.stream)
    Writer(output.stream, PIPE, rtl=False, environ={}).write([line("second")])
    assert output.text == "first\nsecond\n"


def test_a_stream_without_bytes_takes_text() -> None:
    stream = io.StringIO()
    Writer(stream, PIPE, rtl=True, environ={}).write([line("تم")])
    assert stream.getvalue() == "تم\n"


def test_a_stream_closed_by_our_caller_takes_everything() -> None:
    Writer(None, PIPE, rtl=True, environ={}).write([line("x")])


def test_a_stream_closed_here_is_a_failure() -> None:
    stream = io.StringIO()
    stream.close()
    with pytest.raises(OutputFailed):
        Writer(stream, PIPE, rtl=True, environ={}).write([line("x")])


PROGRAM = """
import resource, sys
from tracker.errors import TrackerError
from tracker.text.line import Cell, Frame, Piece
from tracker.text.output.writer import Writer
from tracker.text.terminal import detect

writer = Writer(sys.stdout, detect(sys.stdout, {}), rtl=True)
try:
    writer.write(((Cell((Piece("سطر"),), 9), Frame("|")) for _ in range(int(sys.argv[1]))))
    writer.write_text("again")
except TrackerError as error:
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))  # for who measures us
    print(type(error).__name__, getattr(error, "cause", ""), file=sys.stderr)
    sys.exit(error.exit_code)
"""


def shell(command: str) -> subprocess.CompletedProcess[str]:
    program = f"{sys.executable} -c '{PROGRAM.replace(chr(39), '')}'"
    return subprocess.run(
        ["bash", "-c", command.replace("PROGRAM", program)], capture_output=True, text=True, check=False
    )


def test_a_reader_that_goes_away_ends_us_like_other_tools() -> None:
    done = shell("PROGRAM 100000 | head -1; exit ${PIPESTATUS[0]}")
    assert (done.returncode, done.stdout, done.stderr) == (141, "سطر      |\n", "OutputClosed \n")


@pytest.mark.parametrize("lines", [1, 100_000])
def test_a_file_that_may_not_grow_is_an_error_and_is_told_once(lines: int, tmp_path: Path) -> None:
    done = shell(f"ulimit -S -f 0; PROGRAM {lines} > {tmp_path}/out.txt")
    assert (done.returncode, done.stderr) == (1, "OutputFailed File too large\n")


def test_a_closed_stdout_is_no_traceback() -> None:
    done = shell("PROGRAM 10 >&-")
    assert (done.returncode, done.stderr) == (0, "")


def test_a_pipe_does_not_pay_for_rich() -> None:
    code = "import sys, tracker.text.output.writer, tracker.views.pipe; print([m for m in sys.modules if 'rich' in m])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_columns_keep_their_colours_apart(output: Output) -> None:
    table = Table(box=box.SQUARE, show_header=False, show_edge=False, pad_edge=False, border_style="dim")
    table.add_row(Logical("a", style="green"), Logical("b"))
    environ = {"TERM": "xterm", "COLUMNS": "7"}
    Writer(output.stream, replace(TTY, mode="b"), rtl=True, environ=environ).print(table)
    assert output.text == "  b \x1b[2m│\x1b[0m \x1b[32ma\x1b[0m\n"


@pytest.mark.parametrize(("mode", "room"), [("e2", 6), ("h", 11), ("b", 12)])
def test_a_page_leaves_the_cells_free_that_its_mode_needs(output: Output, mode: str, room: int) -> None:
    assert Writer(output.stream, replace(TTY, mode=mode), rtl=True, environ=XTERM).width == room


@pytest.mark.parametrize("columns", ["0", "²", "x", "99999"])
def test_a_width_that_cannot_be_is_not_believed(output: Output, columns: str) -> None:
    for name in ("COLUMNS", "LINES"):
        environ = {"TERM": "xterm", name: columns}
        assert 0 < (Writer(output.stream, TTY, rtl=True, environ=environ).width or 0) < 9999


def test_a_dumb_terminal_is_as_wide_as_it_says(output: Output) -> None:
    environ = {"TERM": "dumb", "COLUMNS": "100"}
    assert Writer(output.stream, TTY, rtl=True, environ=environ).width == 100


@pytest.mark.parametrize(("mode", "end"), [("b", " "), ("e2", " \u202c"), ("g1", "\u200e "), ("h", "\u2800")])
def test_an_answer_is_not_laid_out_with_its_question(output: Output, mode: str, end: str) -> None:
    Writer(output.stream, replace(TTY, mode=mode), rtl=True, environ=XTERM).write_prompt("نعم؟")
    assert output.text.removesuffix("\x1b[8h").endswith(end)
    assert not output.text.endswith("\n")
