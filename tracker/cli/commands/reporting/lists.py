"""A list as a file, in the format that its name ends in."""

from collections.abc import Callable

from tracker import errors
from tracker.cli.commands.outfile import PIPE
from tracker.cli.commands.reporting.files import ending_of, put_document
from tracker.cli.input.suggestions import one_of
from tracker.cli.session import Session
from tracker.frozen import replace
from tracker.message import msg
from tracker.model.audience import Audience
from tracker.reports.kinds import kind_of
from tracker.reports.report import Report, Table
from tracker.views.formats import FORMATS, TABLES_ONLY


def put_list(session: Session, output: str, listed: Callable[..., Report]) -> None:
    """Write a list; `listed` makes it, of one kind `alone` where the format holds one table, or for a `machine`.

    Raises `NotInFormat`, `BadValue`, and what `put_document` raises.
    """
    if output == PIPE and session.flag("json"):
        session.show(listed(alone=False, machine=True))
        return
    form = "md" if output == PIPE else one_of(ending_of(output), "format", tuple(FORMATS))
    alone = form in TABLES_ONLY
    made = listed(alone=alone, machine=form == "json", readers=Audience.INTERNAL)
    if alone and sum(isinstance(block, Table) for block in made.blocks) != 1:
        raise errors.NotInFormat(made.kind, form, tuple(each for each in FORMATS if each not in TABLES_ONLY))
    title = msg("List") if made.kind == "all" else kind_of(made.kind).heading
    put_document(session, replace(made, title=title, moment=session.state.standing.at), form, output)
