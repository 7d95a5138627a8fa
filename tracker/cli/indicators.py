# ruff: noqa: ARG001 - both commands have the same options, which `_asked` reads together off the line
"""add-indicator, update-indicator and add-measurement."""

from datetime import date
from typing import Annotated, Any

import typer

from tracker.cli import values
from tracker.cli.choices import Listed, word_option
from tracker.cli.clearing import clear_option, cleared
from tracker.cli.follow_up import CODE, DATE, TEXT, Like, Owner, Steps, Title, TitleAr, TitleEn, TitleTr
from tracker.cli.options import Code, Force, IfRev, Note, Reason
from tracker.cli.parser import VALUE
from tracker.cli.record_codes import step_codes
from tracker.cli.references import papers_of
from tracker.cli.session import Session
from tracker.errors import BadTarget, ForbiddenTarget, TrackerError
from tracker.frozen import asdict, replace
from tracker.message import mark
from tracker.model import indicators
from tracker.model.indicator import Aggregation, Category, Direction, Frequency, Indicator, ResultLevel, Target, Unit
from tracker.model.indicators import IndicatorAsked, Measured
from tracker.text.numbers import parse_decimal

NUMBER = mark("NUMBER")
ResultAt = Annotated[ResultLevel | None, word_option(ResultLevel, "--level", mark("Where in the chain of results."))]
In = Annotated[Unit | None, word_option(Unit, "--unit", mark("What is counted."))]
Way = Annotated[Direction | None, word_option(Direction, "--direction", mark("Which way is better."))]
Together = Annotated[
    Aggregation | None, word_option(Aggregation, "--aggregation", mark("What counts against a target."))
]
Often = Annotated[Frequency | None, word_option(Frequency, "--frequency", mark("How often it is measured."))]
About = Annotated[Category | None, word_option(Category, "--category", mark("What it is about."))]
Strict = Annotated[
    str | None,
    typer.Option(
        "--strict",
        click_type=Listed("yes", ("yes", "no")),
        metavar=VALUE,
        help=mark("Good only when the target is fully met."),
    ),
]
BaseValue = Annotated[str | None, typer.Option("--baseline", metavar=NUMBER, help=mark("Where it stood before."))]
BaseDate = Annotated[
    str | None, typer.Option("--baseline-date", metavar=DATE, help=mark("The day on which it stood there."))
]
Targets = Annotated[
    list[str] | None,
    typer.Option("--target", metavar="2026-12-31=60", help=mark("A day and what is to be reached; may be repeated.")),
]
Definition = Annotated[str | None, typer.Option("--definition", metavar=TEXT, help=mark("What exactly is counted."))]
Means = Annotated[str | None, typer.Option("--means", metavar=TEXT, help=mark("Where its values come from."))]
CLEARABLE = {
    "baseline": "baseline",
    "target": "targets",
    "definition": "definition",
    "means": "means_of_verification",
    "owner": "owner",
    "step": "steps",
    "title-tr": "title_tr",
    "title-en": "title_en",
}
Clear = Annotated[list[str] | None, clear_option(CLEARABLE)]


def add_indicator(
    ctx: typer.Context,
    title: Title,
    level: ResultAt = None,
    unit: In = None,
    direction: Way = None,
    aggregation: Together = None,
    frequency: Often = None,
    category: About = None,
    strict: Strict = None,
    baseline: BaseValue = None,
    baseline_date: BaseDate = None,
    target: Targets = None,
    step: Steps = None,
    owner: Owner = None,
    definition: Definition = None,
    means: Means = None,
    title_tr: TitleTr = None,
    title_en: TitleEn = None,
    like: Like = None,
    note: Note = None,
    reason: Reason = None,
    force: Force = False,
) -> None:
    """Add an indicator."""
    session: Session = ctx.obj
    values.required_reason(force, reason, "I")
    said_so = values.required_text(session, title, mark("TITLE"), force=force)
    wanted = replace(_asked(session, ctx.params), title_ar=said_so)
    _refuse_topics(wanted, said_so, title_tr, title_en)
    said, why = (values.text(session, each, force=force) for each in (note, reason))
    today = session.today
    session.change(
        session.act("add-indicator", said or why), lambda tracker: indicators.add(tracker, wanted, today, like)
    )


def update_indicator(
    ctx: typer.Context,
    code: Code,
    target: Targets = None,
    baseline: BaseValue = None,
    baseline_date: BaseDate = None,
    owner: Owner = None,
    level: ResultAt = None,
    unit: In = None,
    direction: Way = None,
    aggregation: Together = None,
    frequency: Often = None,
    category: About = None,
    strict: Strict = None,
    step: Steps = None,
    definition: Definition = None,
    means: Means = None,
    title_ar: TitleAr = None,
    title_tr: TitleTr = None,
    title_en: TitleEn = None,
    clear: Clear = None,
    note: Note = None,
    reason: Reason = None,
    force: Force = False,
    if_rev: IfRev = None,
) -> None:
    """Change an indicator."""
    session: Session = ctx.obj
    values.required_reason(force, reason, code)
    found = session.tracker.get(Indicator, code, "I")
    said, why = (values.text(session, each, force=force) for each in (note, reason))
    wanted = replace(_asked(session, ctx.params), reason=why or said)
    _refuse_topics(wanted, found.title.ar, found.title.tr, found.title.en, title_ar, title_tr, title_en)
    setting = {
        **asdict(wanted),
        "baseline": wanted.baseline_value,
        "targets": wanted.targets or None,
        "definition": wanted.definition_ar,
        "means_of_verification": wanted.means_of_verification_ar,
    }
    wanted = replace(wanted, clear=cleared(clear, CLEARABLE, setting))
    today = session.today
    act = session.act("update-indicator", said or why, values.expected(if_rev, found.id))
    session.change(act, lambda tracker: indicators.update(tracker, found.id, wanted, today))


def add_measurement(
    ctx: typer.Context,
    code: Annotated[str, typer.Argument(metavar=CODE)],
    period: Annotated[str, typer.Argument(metavar=mark("PERIOD"))],
    value: Annotated[str, typer.Argument(metavar=NUMBER)],
    evidence: Annotated[
        str | None, typer.Option("--evidence", metavar=mark("REF"), help=mark("The paper that the value comes from."))
    ] = None,
    from_: Annotated[
        str | None, typer.Option("--from", metavar=DATE, help=mark("The day on which the period begins."))
    ] = None,
    note: Note = None,
    reason: Reason = None,
    force: Force = False,
    if_rev: IfRev = None,
) -> None:
    """Record a measurement."""
    session: Session = ctx.obj
    values.required_reason(force, reason, code)
    found = session.tracker.get(Indicator, code, "I").id
    said, why = (values.text(session, each, force=force) for each in (note, reason))
    papers = papers_of(session, [evidence] if evidence is not None else [])
    wanted = Measured(
        period_end=_day(session, period),
        value=parse_decimal(value),
        period_start=values.day(session, from_),
        source=papers[0] if papers else None,
        note=said,
        reason=why,
    )
    today = session.today
    act = session.act("add-measurement", said or why, values.expected(if_rev, found))
    session.change(act, lambda tracker: indicators.measure(tracker, found, wanted, today))


def _day(session: Session, given: str) -> date:
    """The last day of the period that was named."""
    found = values.day(session, given, edge="end")
    assert found is not None
    return found


def _asked(session: Session, given: dict[str, Any]) -> IndicatorAsked:
    """What the options ask of an indicator, as they stand on the line."""
    force = bool(given["force"])
    texts = ("title_ar", "title_tr", "title_en", "definition", "means")
    ar, tr, en, definition, means = (values.new_text(session, given.get(name), force=force) for name in texts)
    base = given["baseline"]
    return IndicatorAsked(
        title_ar=ar,
        title_tr=tr,
        title_en=en,
        definition_ar=definition,
        means_of_verification_ar=means,
        level=given["level"],
        unit=given["unit"],
        direction=given["direction"],
        aggregation=given["aggregation"],
        frequency=given["frequency"],
        category=given["category"],
        strict=None if given["strict"] is None else given["strict"] == "yes",
        owner=values.office(session, given["owner"], force=force),
        baseline_value=None if base is None else parse_decimal(base),
        baseline_date=values.day(session, given["baseline_date"], edge="end"),
        targets=tuple(_target(session, each) for each in given["target"] or ()),
        steps=step_codes(session, given["step"]),
    )


def _target(session: Session, given: str) -> Target:
    """`2026-12-31=60`, a period standing for its last day; raises `BadTarget`."""
    day, sign, value = given.rpartition("=")
    if not sign:
        raise BadTarget(given)
    try:
        return Target(_day(session, day), parse_decimal(value))
    except TrackerError as error:
        raise BadTarget(given) from error


def _refuse_topics(wanted: IndicatorAsked, *titles: str | None) -> None:
    """Raises `ForbiddenTarget` for a target on what must have none."""
    from tracker.text.target_topics import forbidden_topic  # noqa: PLC0415 - only where a target is set

    if wanted.targets and any(forbidden_topic(title) for title in titles if title):
        raise ForbiddenTarget()
