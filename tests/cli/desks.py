"""Two secretariats with a copy each, and what tests of them type again and again."""

from typing import Any

from tests.cli.program import Program, Result

LY, TR = ("--db", "ly.json", "--by", "LY/liaison"), ("--db", "tr.json", "--by", "TR/coord")


def done(program: Program, desk: tuple[str, ...], *line: str) -> Result:
    found = program(*line, *desk)
    assert found.code == 0, found.err
    return found


def head(program: Program, desk: tuple[str, ...]) -> str:
    found = done(program, desk, "history", "--verify", "--json")
    assert found.json["data"]["whole"]
    return str(found.json["data"]["head"])


def both_moved(program: Program) -> None:
    """Both have moved the date of C1, and each has done something else."""
    done(program, LY, "update-commitment", "1", "--due", "2026-04-30", "--reason", "انتظار موافقة الوزارة")
    done(program, TR, "update-commitment", "1", "--due", "2026-05-10", "--reason", "Seyahat ertelendi")
    done(program, LY, "attach", "S1", "محضر 1")
    done(program, TR, "attach", "S2", "Rapor 7")


def files(program: Program) -> None:
    done(program, LY, "export", "-o", "from-ly.json")
    done(program, TR, "export", "-o", "from-tr.json")


def listed(program: Program, kind: str) -> Any:
    return done(program, LY, "list", kind, "--json").data
