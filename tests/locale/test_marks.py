from pathlib import Path

from tests.locale.marks import Mark, marks_of

SOURCE = """
from tracker.message import count, count_in, mark, msg, msg_in as other

msg("a" " sentence {x}", x=1)
count("{n} day", "{n} days", number, who=2)
count_in("oblique", "{n} day", "{n} days", number)
mark("help")
msg(variable)
msg(f"a {variable}")
catalog.count("not", "a mark", 1)
data.count(b"bytes")
other("c", "renamed")
"""


def found(folder: Path, source: str) -> list[Mark]:
    (folder / "module.py").write_text(source, encoding="utf-8")
    return list(marks_of(folder))


def test_marks_are_found_with_their_parts(tmp_path: Path) -> None:
    place = f"{tmp_path.name}/module.py:"
    assert found(tmp_path, SOURCE) == [
        Mark("a sentence {x}", "", "", frozenset("x"), place + "4", is_text=False),
        Mark("{n} day", "{n} days", "", frozenset({"n", "who"}), place + "5", is_text=False),
        Mark("{n} day", "{n} days", "oblique", frozenset("n"), place + "6", is_text=False),
        Mark("help", "", "", frozenset(), place + "7", is_text=True),
        Mark("", "", "", frozenset(), place + "8", is_text=False),
        Mark("", "", "", frozenset(), place + "9", is_text=False),
    ]


def test_names_of_other_modules_are_not_marks(tmp_path: Path) -> None:
    assert found(tmp_path, 'from itertools import count\ncount(1, 2)\nmsg("x")') == []
