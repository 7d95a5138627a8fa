"""Prose of the tree: it cites nothing that a reader of this repository cannot open, and names what it speaks of."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

from tests.guides import GUIDES, ROOT

RULES = (ROOT / "tracker" / "model" / "README.md").read_text(encoding="utf-8")

# A document's name is in capitals; `FILE.md` is what somebody has a report written to.
DOCUMENT = re.compile(r"\b(?!FILE\b)[A-Z][A-Z_-]{2,}\.(?:md|rst|txt)\b")
NUMBERS = r"[0-9]+\.[0-9]+(?:(?:, | and | to )[0-9]+\.[0-9]+)*"
CITED = re.compile(rf"\brules? ({NUMBERS})")
STATED = re.findall(r"^\*\*([0-9]+\.[0-9]+)\*\* ", RULES, re.MULTILINE)

# A docstring is read by its first line alone: these begin a clause whose subject stands elsewhere.
HEADLESS = re.compile(
    r"(what|that|those|whose|who|whom|which|whoever|whatever|whichever|how|when|where|why|if|once|since|before|after"
    r"|of|with|without|by|as|for|from|in|into|on|at|over|under|beside|between|past|than|its|there|not|never|only|so)\b",
    re.IGNORECASE,
)
EXPLAINED = (ast.Module, ast.ClassDef, ast.FunctionDef)


def files() -> list[Path]:
    """Every file of the tree."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a clone")
    paths = (ROOT / name for name in listed.stdout.split("\0") if name)
    return [path for path in paths if path.is_file()]


def tree() -> list[Path]:
    """Every file that is text, goldens and catalogs aside: those hold the words of records."""
    kinds = {".py", ".md", ".toml", ".yaml", ".yml", ".txt", ".json", ".typ", ".j2", ""}
    return [path for path in files() if path.suffix in kinds]


def cited_rules(text: str) -> set[str]:
    """The number of every rule that a text names, broken lines and comment signs aside."""
    flowing = re.sub(r"\s+(?:# )?", " ", text)
    return {number for found in CITED.finditer(flowing) for number in re.findall(r"[0-9]+\.[0-9]+", found[1])}


def test_no_file_cites_a_document_that_is_not_here() -> None:
    known = {path.name for path in files()}
    missing = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in tree()
        for name in DOCUMENT.findall(path.read_text(encoding="utf-8"))
        if name not in known
    }
    assert missing == set()


def test_every_rule_that_is_cited_exists() -> None:
    missing = {
        f"{path.relative_to(ROOT)}: rule {number}"
        for path in tree()
        for number in cited_rules(path.read_text(encoding="utf-8")) - set(STATED)
    }
    assert missing == set()


def test_every_section_that_is_cited_exists() -> None:
    chapters = set(re.findall(r"^## ([0-9]+)\.", RULES, re.MULTILINE))
    cited = {
        number
        for path in tree()
        for found in re.findall(r"\bsections? ((?:[0-9]+(?: and | to )?)+)", path.read_text(encoding="utf-8"))
        for number in re.findall(r"[0-9]+", found)
    }
    assert cited
    assert cited <= chapters


@pytest.mark.parametrize("guide", GUIDES)
def test_guides_name_files_that_are_there(guide: str) -> None:
    """A path in code as far as it is written: `cli/app.py`, `app.py` in its room."""
    present = {f"/{path.relative_to(ROOT).as_posix()}" for path in files()}
    text = GUIDES[guide].read_text(encoding="utf-8")
    named = re.findall(r"`([\w./-]+)`", text)
    paths = [path for path in named if path.endswith("/") or Path(path).suffix in {".py", ".json"}]
    present |= {f"{folder}/" for path in present for folder in map(str, Path(path).parents)}
    assert [path for path in paths if not any(name.endswith(f"/{path}") for name in present)] == []


def test_rules_are_numbered_without_gaps() -> None:
    chapters = re.split(r"^## ", RULES, flags=re.MULTILINE)[1:]
    wanted = [
        f"{chapter.partition('.')[0]}.{number}"
        for chapter in chapters
        for number in range(1, len(re.findall(r"^\*\*[0-9]+\.", chapter, re.MULTILINE)) + 1)
    ]
    assert wanted == STATED


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("as rule 3.4 says", {"3.4"}),
        ("(rules 2.2, 3.4 and\n    # 15.10)", {"2.2", "3.4", "15.10"}),
        ("rule N1, 3.4 percent, BidiMirroring.txt 15.0", set()),
    ],
)
def test_citations_are_found(text: str, numbers: set[str]) -> None:
    assert cited_rules(text) == numbers


def first_lines(source: str) -> list[str]:
    """The first line of every text that explains a module, a class, a function or a constant before it."""
    bodies = (node.body for node in ast.walk(ast.parse(source)) if isinstance(node, EXPLAINED))
    statements = (each.value for body in bodies for each in body if isinstance(each, ast.Expr))
    texts = (each.value for each in statements if isinstance(each, ast.Constant) and isinstance(each.value, str))
    return [text.partition("\n")[0] for text in texts]


def test_docstrings_begin_with_what_they_speak_of() -> None:
    sources = [path for path in files() if path.suffix == ".py" and path.relative_to(ROOT).parts[0] == "tracker"]
    headless = [
        f"{path.relative_to(ROOT)}: {line}"
        for path in sources
        for line in first_lines(path.read_text(encoding="utf-8"))
        if HEADLESS.match(line)
    ]
    assert sources
    assert headless == []


@pytest.mark.parametrize(
    ("line", "headless"),
    [("What it was.", True), ("Of a role.", True), ("The kind of a meeting.", False), ("`--clear`: fields", False)],
)
def test_a_headless_line_is_found(line: str, headless: bool) -> None:
    assert first_lines(f'"""{line}\n\nMore."""\n') == [line]
    assert bool(HEADLESS.match(line)) == headless
