"""Tables in a pipe: what `grep`, `sort` and `wc -l` may rely on."""

from collections.abc import Sequence
from datetime import date

import pytest

from tracker.locale import open_catalog
from tracker.message import msg
from tracker.model.records.localized import Lang, Localized
from tracker.model.state.health import Health, Reason
from tracker.reports.report import Colour, Column, Many, Progress, Ref, Report, Table, Value
from tracker.text.emission import EMISSIONS
from tracker.text.printable import width_of
from tracker.views.blocks.report import blocks_of
from tracker.views.pipe import lines_of, texts_of
from tracker.views.words import Words


def lines(rows: Sequence[tuple[Value, ...]], lang: Lang = "en") -> list[str]:
    """Those of a table as a pipe gets them."""
    columns = tuple(Column(f"c{number}", msg("Title")) for number, _ in enumerate(rows[0]))
    table = Table("records", None, columns, tuple(rows))
    text = EMISSIONS["logical"].text
    assert text
    report = Report("records", date(2026, 3, 31), None, (table,))
    blocks = list(blocks_of(report, Words(open_catalog(lang))))
    found = [text(line) for line in lines_of(blocks)]
    assert found == list(texts_of(blocks))
    return found


@pytest.mark.parametrize("lang", ["ar", "tr", "en"])
def test_each_record_is_one_line_with_all_that_belongs_to_it(lang: Lang) -> None:
    late = Colour(Health.RED, (Reason.OVERDUE_RED, Reason.VERY_STALE))
    rows = [(Ref(f"S{n}"), Progress(40, 20), late, Many((msg("today"), None), stacked=True)) for n in range(1, 4)]
    _, rule, *records = lines(rows, lang)
    assert len(records) == 3
    assert set(rule) == {"━"}
    for number, record in enumerate(records, 1):
        assert record.startswith(f"S{number} ")
        assert record.count(" · ") == 4  # evidenced, the foremost reason, one more, the dash below "today"
        assert "20%" in record or "%20" in record


def test_columns_stand_below_each_other() -> None:
    texts = ["نصّ", "x", "漢字 wide", "a\u2068b\u2069", "\x1b[31m"]
    for record in lines([(text, Ref("S1")) for text in texts])[2:]:
        before, _, after = record.partition("S1")
        assert width_of(before) == len("漢字 wide") + 2 + 2
        assert after == ""


def test_the_lines_of_a_text_stand_behind_each_other() -> None:
    _, _, record = lines([("first\nsecond", Many(("a\nb", "c"), stacked=True))])
    assert record == "first second  a b · c"


def test_nothing_follows_the_last_cell() -> None:
    assert [line for line in lines([("long text", "x"), ("a", "longer text")]) if line != line.rstrip()] == []


@pytest.mark.parametrize(
    "other", [Localized("نصّ"), Localized("نصّ", en="\x1b[31m"), Localized("نصّ", en="漢字"), None, "b"]
)
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_title_is_put_into_words_alike_among_whatever_titles(lang: Lang, other: Value) -> None:
    title = Localized("عنوان", en="Title")
    (alone,) = lines([(title,)], lang)[2:]
    assert lines([(title,), (other,), (title,)], lang)[2::2] == [alone, alone]
