"""The archives that are published: what is in them, and what they say of themselves."""

import re
import shutil
import tarfile
import tomllib
import zipfile
from email.message import Message
from email.parser import HeaderParser
from pathlib import Path

import pytest
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder

import tracker

ROOT = Path(__file__).parents[1]
PARTS = ("tracker", "data", "tests", ".pictures", ".github", ".ci")
FILES = ("pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE", ".gitignore")


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the tree in which nothing else lies, as in a clone."""
    copy = tmp_path_factory.mktemp("tree")
    for part in PARTS:
        shutil.copytree(ROOT / part, copy / part, ignore=shutil.ignore_patterns("__pycache__"))
    for name in FILES:
        shutil.copy(ROOT / name, copy)
    return copy


@pytest.fixture(scope="module")
def wheel(tree: Path) -> zipfile.ZipFile:
    (path,) = WheelBuilder(str(tree)).build(directory=str(tree / "dist"), versions=["standard"])
    return zipfile.ZipFile(path)


@pytest.fixture(scope="module")
def about(wheel: zipfile.ZipFile) -> Message:
    """The metadata in the wheel."""
    (name,) = [name for name in wheel.namelist() if name.endswith(".dist-info/METADATA")]
    return HeaderParser().parsestr(wheel.read(name).decode())


def test_the_wheel_has_what_the_program_reads_and_nothing_else(wheel: zipfile.ZipFile) -> None:
    names = set(wheel.namelist())
    code = {path.relative_to(ROOT).as_posix() for path in (ROOT / "tracker").rglob("*.py")}
    assert code <= names
    assert {"tracker/locale/ar/LC_MESSAGES/tracker.mo", "tracker/data/initiative.json", "tracker/py.typed"} <= names
    parts = {f"mou_tracker-{tracker.__version__}.{part}" for part in ("dist-info", "data")}
    assert {name.partition("/")[0] for name in names} == {"tracker", *parts}
    assert [name for name in names if name.endswith((".po", "README.md"))] == []


def test_the_manual_is_installed_where_man_looks_for_it(wheel: zipfile.ZipFile) -> None:
    shared = f"mou_tracker-{tracker.__version__}.data/data/share/man/"
    pages = [name.removeprefix(shared) for name in wheel.namelist() if name.endswith(".1")]
    assert {"man1/tracker.1", "man1/tracker-list.1", "tr/man1/tracker-list.1"} <= set(pages)
    assert [page for page in pages if not page.startswith(("man1/", "tr/man1/"))] == []


def test_the_source_archive_can_be_tested(tree: Path) -> None:
    (path,) = SdistBuilder(str(tree)).build(directory=str(tree / "dist"), versions=["standard"])
    with tarfile.open(path) as archive:
        inside = {name.partition("/")[2].partition("/")[0] for name in archive.getnames()}
    assert {*PARTS, *FILES} <= inside


def test_the_version_is_the_one_that_the_program_says(about: Message) -> None:
    assert (about["Name"], about["Version"]) == ("mou-tracker", tracker.__version__)


def test_the_page_of_the_index_shows_no_file_of_the_tree(about: Message) -> None:
    page = about.get_payload()
    assert isinstance(page, str)
    assert "mou-tracker" in page
    assert re.findall(r"\]\((?!https?:|#)[^)]*\)", page) == []


def test_every_library_stands_with_its_licence() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = [*project["dependencies"], *(each for name, extra in extras.items() if name != "dev" for each in extra)]
    guide = (ROOT / "tracker" / "README.md").read_text(encoding="utf-8")
    names = {re.split(r"[^\w-]", each)[0] for each in wanted}
    assert {name for name in names if f"`{name}`" not in guide.partition("## Licences")[2]} == set()
