"""The command `share`: the logins of a tracker on a server."""

from typing import TYPE_CHECKING, Annotated

import typer

from tracker import errors
from tracker.cli.input import values
from tracker.cli.input.choices import Listed
from tracker.cli.parser import VALUE
from tracker.cli.session import Session
from tracker.message import mark, msg
from tracker.reports.answers.done import done_report
from tracker.reports.lists.logins import accesses_report, connection
from tracker.reports.report import Ref
from tracker.store.postgres.roles import BOUND, ROLES

if TYPE_CHECKING:
    from tracker.store.postgres.engine import PostgresEngine

NOBODY = "nobody"


def share(
    ctx: typer.Context,
    login: Annotated[str | None, typer.Argument(metavar=mark("[LOGIN]"))] = None,
    role: Annotated[
        str | None,
        typer.Option(
            "--as",
            click_type=Listed("share", (*ROLES, NOBODY)),
            metavar=VALUE,
            help=mark("The role of the login; it is withdrawn with: --as nobody"),
        ),
    ] = None,
    office: Annotated[
        str | None, typer.Option(metavar=mark("OFFICE"), help=mark("The office for which it acts."))
    ] = None,
) -> None:
    """Show or set what the logins of a server may do with the tracker."""
    session: Session = ctx.obj
    engine = server_of(session)
    if login is not None:
        _share(session, engine, login, role, office)
    elif role or office:
        raise errors.NeedsLogin
    else:
        _show(session, engine)


def server_of(session: Session) -> "PostgresEngine":
    """The engine of a tracker on a server; raises `NoServer` for a file, and `NoDriver`."""
    if not session.address:
        raise errors.NoServer(session.place[0])
    engine = session.store.engine  # or that nothing is installed which speaks with it
    from tracker.store.postgres.engine import PostgresEngine  # noqa: PLC0415 - loads that

    assert isinstance(engine, PostgresEngine)
    return engine


def _show(session: Session, engine: "PostgresEngine") -> None:
    from tracker.store.postgres.sharing import accesses  # noqa: PLC0415 - as above

    rows = [(each.login, each.role, each.office) for each in accesses(engine)]
    session.show(accesses_report(rows, session.today))


def _share(session: Session, engine: "PostgresEngine", login: str, role: str | None, given: str | None) -> None:
    from tracker.store.postgres import sharing  # noqa: PLC0415 - as above

    office = str(values.office(session, given, "--office") or "")
    if role is None:
        raise errors.NeedsRole(login)
    if role in BOUND and not office:
        raise errors.NeedsItsOffice(login, role)
    if role not in BOUND and office:
        raise errors.Contradictory(("--as", "--office"))
    if session.flag("dry_run"):
        session.say(msg("Nothing was changed."))
        return
    made = sharing.share(engine, login, None if role == NOBODY else role, office)
    gone = msg("{login} may do nothing here any more.", login=Ref(login))
    done = gone if role == NOBODY else connection(login, role, office)
    session.show(done_report("share", session.today, done, {"login": login, "role": role, "office": office}))
    if made:
        command = Ref(f'psql -c "\\password {login}"')
        session.say(msg("The login was made; give it a password: {command}", command=command))
