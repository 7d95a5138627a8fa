"""The conversation with a person: settings, language, the two streams, and questions."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from tracker import errors
from tracker.locale import open_catalog
from tracker.message import Message, msg
from tracker.settings import KEYS, Settings, before_dashes, config_path, early_options, read_config, usable, user_folder
from tracker.text.output.pager import Pager, find_pager
from tracker.text.output.writer import Writer
from tracker.text.terminal import DUMB, detect, unrecognized
from tracker.text.terminals.families import Recognition
from tracker.views.words import Words

if TYPE_CHECKING:
    from tracker.cli.parser import Parameter
    from tracker.views.blocks import Block

YES = {"y", "yes", "نعم", "ن", "evet", "e"}


class Conversation:
    """One command line with the person who typed it; language and terminal are settled before the command is built."""

    def __init__(self, arguments: list[str], environ: Mapping[str, str]) -> None:
        self.environ = environ
        config, self.config_fault = self._read_config()
        self.options: dict[str, Any] = dict(early_options(arguments))
        words = before_dashes(arguments)
        self.options |= {name: f"--{name.replace('_', '-')}" in words for name in ("json", "plain", "no_pager")}
        self.options["json"] |= any(word.startswith("--json=") for word in words)
        self.settings = Settings(self.options, environ, config)
        self.forced: set[str] = set()  # what looks like personal data and was kept all the same, by kind
        self.edited: frozenset[str] = frozenset()  # the options whose texts come from an editor
        self.meant = ""  # the line that was probably meant by one that was refused
        self.warned: set[str] = set()
        self.held: list[Message] = []  # warnings that wait for the answer, so that a refusal is one value of JSON
        self._typed = b""  # what was typed while the terminal was being asked who it is

    def _read_config(self) -> tuple[dict[str, str], errors.TrackerError | None]:
        """Read what can be used of config.toml, and what is wrong with it; `config` mends it, other commands refuse."""
        path = config_path(self.environ)
        try:
            return usable(read_config(path), path)
        except errors.TrackerError as error:
            return {}, error

    def settle(self) -> None:
        """Settle language and terminal, without which nothing can be said; raises `BadSetting`."""
        for key in KEYS:
            self.settings.find(key)

    def take_options(self, given: Mapping[str, Any]) -> None:
        """Take options as parsed; what was given before the command stays unless it is given again after it."""
        self.options.update({name: value for name, value in given.items() if value not in (None, False)})

    def check_today(self) -> None:
        """Raises what is wrong with the day that was given, before anything is done with it."""
        given = self.options.get("today") or self.environ.get("TRACKER_TODAY")
        if given:
            from tracker.text.input.parse_date import parse_date

            parse_date(str(given), datetime.now(UTC).date())

    def written_out(self, words: Sequence[str], params: "Sequence[Parameter]") -> list[str]:
        """The words of a line of `list` as they are parsed: with those of its view, and the fields behind --json."""
        if not any(word.startswith(("--view", "--json")) for word in words):
            return list(words)
        from tracker.cli.list_words import rewritten

        return rewritten(words, params, self.settings.views)

    def flag(self, name: str) -> bool:
        """Whether a switch was given."""
        return self.settings.flag(name)

    def means_itself(self, name: str) -> bool:
        """Whether the text of an option was not typed on the line: `-` and `@FILE` name no other place then."""
        return name in self.edited

    @cached_property
    def words(self) -> Words:
        """The reader's language, digits and calendar."""
        s = self.settings
        return Words(open_catalog(s.lang), s["digits"], s["calendar"])

    @cached_property
    def out(self) -> Writer:
        """The stream of results."""
        paged = not (self.flag("no_pager") or self.flag("plain"))
        return self._writer(sys.stdout, find_pager(sys.stdout, sys.stdin, self.environ) if paged else None)

    @cached_property
    def err(self) -> Writer:
        """The stream of everything said about results; judged apart from `out`, for one of them may be a pipe."""
        return self._writer(sys.stderr)

    @property
    def is_plain(self) -> bool:
        """Whether the output is for screen readers and braille lines: no forms, no bars, no boxes, no colours."""
        return self.flag("plain") or self.environ.get("TERM") in DUMB

    def _writer(self, stream: Any, pager: Pager | None = None) -> Writer:
        bidi = self.settings.find("bidi")
        mode, now = ("logical", True) if self.flag("plain") else (bidi.value, bidi.source == "option")
        terminal = detect(stream, self.environ, mode, piped_too=now, recognize=lambda: self.recognition)
        color: Any = "never" if self.is_plain else self.settings["color"]
        return Writer(stream, terminal, rtl=self.words.rtl, color=color, environ=self.environ, pager=pager)

    @cached_property
    def recognition(self) -> Recognition:
        """The kind of terminal in front of which the person sits, and how long it took to find out."""
        from tracker.text.terminals.recognize import recognize

        self.recognition = unrecognized()  # an interruption meanwhile is told without asking again
        found = recognize(self.environ, lambda: user_folder("cache"), anew=self.flag("terminal"))
        self._typed = found.typed
        return found

    def lay_out(self, writer: Writer, blocks: "Iterable[Block]", *, long: bool = False) -> None:
        """Lay out blocks as a page, or as the lines of a pipe; `long` ones are paged if they do not fit the screen."""
        if writer.is_page:
            from tracker.views.terminal import Page

            writer.print(Page(blocks), long=long)
        else:
            from tracker.views.pipe import lines_of, texts_of

            writer.write_lines(texts_of(blocks)) if writer.is_text else writer.write(lines_of(blocks))

    def say(self, message: Message, style: str = "") -> None:
        """A sentence about the result, on stderr, unless --quiet."""
        if not self.flag("quiet"):
            self.err.write_text(self.words.message(message), style)

    def working(self, message: Message, *, at_once: bool = False) -> AbstractContextManager[None]:
        """Says on a terminal what is being done if it takes its time, or `at_once` where it always does.

        Readers of plain text hear of the result only.
        """
        quiet = self.flag("quiet") or self.flag("json") or self.is_plain
        return nullcontext() if quiet else self.err.waiting(self.words.message(message), at_once=at_once)

    def warn(self, message: Message) -> None:
        """A warning, on stderr, once: a command that asks for more begins again; --quiet does not silence it.

        With --json it comes after the answer, or within the refusal.
        """
        text = self.words.message(msg("Warning: {text}", text=message))
        if text in self.warned:
            return
        self.warned.add(text)
        self.held.append(message)
        if not self.flag("json"):
            self.tell_held()

    def tell_held(self) -> None:
        """Say the warnings that waited for the answer."""
        for message in self.held:
            self.err.write_text(self.words.message(msg("Warning: {text}", text=message)), "bold")
        self.held.clear()

    def print_version(self) -> None:
        """Print name and version."""
        from tracker import __version__

        self.out.write_raw([f"tracker {__version__}\n"])

    def confirm(self, question: Message, option: str = "--yes") -> bool:
        """A yes from a person; in a pipe nothing asks: raises `NeedsAnswer` naming the option."""
        if self.flag("yes"):
            return True
        if not self.can_ask:
            raise errors.NeedsAnswer(option)
        from tracker.text.input.fold import fold

        return fold(self.ask(question) or "") in {fold(word) for word in YES}

    def agree(self, question: Message) -> None:
        """Go on after a yes; after anything else the command ends without having done anything."""
        if not self.confirm(question):
            from typer import Exit

            self.say(msg("Nothing was changed."))
            raise Exit(1)

    @property
    def can_ask(self) -> bool:
        """Whether a person reads the questions and types the answers."""
        try:
            return sys.stdin is not None and sys.stdin.isatty() and self.err.terminal.is_tty
        except ValueError:  # closed
            return False

    def ask(self, question: Message) -> str | None:
        """The line that a person types after the question, without its end; None at the end of the input."""
        self.err.write_prompt(self.words.message(question))
        line = self._typed_line().decode("utf-8", "replace")
        if not line.endswith("\n"):
            self.err.write_raw(["\n"])
        return line.strip() if line else None

    def _typed_line(self) -> bytes:
        """The next line, what was typed already before it."""
        begun, end, self._typed = self._typed.partition(b"\n")
        return begun + end if end else begun + sys.stdin.buffer.readline()
