"""The card of `check --terminal`: what was detected, and samples of which the reader picks the one that reads right."""

import sys
from typing import TYPE_CHECKING

from tracker.cli.commands.config import keep_preference
from tracker.cli.session import Session
from tracker.frozen import replace
from tracker.message import msg
from tracker.reports.answers.terminal import Detected, terminal_report
from tracker.reports.report import Ref
from tracker.settings import KEYS
from tracker.text.emission import EMISSIONS
from tracker.text.input.digits import to_latin
from tracker.text.output.writer import Writer
from tracker.text.printable import LRI, PDI
from tracker.text.terminal import AUTO
from tracker.text.terminals.families import FAMILIES, UNKNOWN

if TYPE_CHECKING:
    from rich.table import Table

BACK = "tracker config bidi auto"

# Quotation marks and brackets to be mirrored, numbers with a slash, a percent, two ways of joining lam to alef, and
# vowel marks.
SAMPLE = f"«الأعمال» {LRI}10/8{PDI} ({LRI}80%{PDI}) [تم] خِلافٌ"


def show_terminal(session: Session) -> None:
    """Tells what was detected; on a terminal shows the card too, asks, and keeps the answer in config.toml."""
    session.show(terminal_report(_detected(session), session.today))
    asking = session.can_ask and session.out.terminal.is_tty
    if not asking or session.is_plain or session.flag("json"):
        return
    session.out.write_text("")
    for sentence in (
        msg(
            "Each line below is written for a different kind of terminal; the first is the way everything is "
            "written now. Look for the first line that reads correctly:"
        ),
        msg(
            "from the right a word in «…», 10/8 with the ten on the left, 80% in (…), a word in […] and a last word;"
            " all letters joined as in print, vowel marks over or under their letter or left out, and one straight"
            " border at each end."
        ),
    ):
        session.out.write_text(session.words.message(sentence))
    modes = sorted(EMISSIONS, key=lambda mode: mode != session.out.terminal.mode)
    for number, mode in enumerate(modes, 1):
        _sample_writer(session, mode).print(_sample(number), rtl=True)
    _keep(session, _choice(session, modes))


def _keep(session: Session, chosen: str | None) -> None:
    """Keep the choice, but not where detection chooses the same: other terminals would have to live with it."""
    if chosen is None:
        session.say(msg("Nothing was changed."))
        return
    if chosen == session.out.terminal.mode:
        session.say(msg("Everything is already written this way; nothing was changed."))
        return
    keep_preference(session, "bidi", AUTO if chosen == session.recognition.mode else chosen)
    if session.environ.get(variable := KEYS["bidi"][1]):
        session.warn(msg("{name} is set and takes precedence over the config file.", name=Ref(variable)))
    if chosen != session.recognition.mode:
        session.say(
            msg("This applies in every terminal; to return to automatic detection: {command}", command=Ref(BACK)), "dim"
        )


def _detected(session: Session) -> Detected:
    found, here = session.recognition, session.out.terminal
    family = FAMILIES.get(found.family, UNKNOWN)
    source = session.settings.find("bidi").source if here.why == "override" else "default"
    return Detected(
        found.family, found.mode, family.measured, found.rule, found.evidence, found.seconds, here.mode, source
    )


def _sample_writer(session: Session, mode: str) -> Writer:
    terminal = replace(session.out.terminal, mode=mode)
    return Writer(sys.stdout, terminal, rtl=True, color="never", environ=session.environ)


def _sample(number: int) -> "Table":
    """The number, and the sample between two straight borders."""
    from rich import box  # noqa: PLC0415 - only where there is somebody to look at it
    from rich.table import Table  # noqa: PLC0415 - as above

    from tracker.text.output.logical import Logical  # noqa: PLC0415 - as above

    table = Table(box=box.SQUARE, show_header=False, show_edge=False, pad_edge=False)
    table.add_row(Logical(str(number)), Logical(SAMPLE), Logical(()))
    return table


def _choice(session: Session, modes: list[str]) -> str | None:
    """The mode whose number is typed; None for nothing, 0 or the end of the input. What is neither is asked again."""
    question = msg("Number of the line that reads correctly (Enter: keep things as they are):")
    while answer := to_latin(session.ask(question) or ""):
        if answer.isdecimal() and int(answer[:4]) <= len(modes):
            return modes[int(answer) - 1] if int(answer) else None
        session.warn(msg("It must be a number from 1 to {last}.", last=len(modes)))
    return None
