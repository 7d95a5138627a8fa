"""An office is named by codes or by words of its names; what could be several is asked back."""

import pytest

from tests.cli.program import Program
from tests.demo import DEMO
from tests.model.build import OWNER, running, tracker
from tracker.cli.input.office_search import find_office
from tracker.errors import UnclearOffice, UnknownOffice, UnknownParty
from tracker.model.records.localized import Localized
from tracker.model.records.office import Office
from tracker.model.records.parties import Party, PartyKind, Role, Side
from tracker.model.tracker import Tracker

COAST = Party(
    id="COAST",
    name=Localized("إدارة أمن السواحل", "Kıyı Güvenliği İdaresi", "Coastal Security"),
    kind=PartyKind.AGENCY,
    side=Side.LY,
)
TRAINING = Role(id="training", name=Localized("مدير التدريب", "Eğitim Müdürü", "Head of training"))


def offices() -> Tracker:
    """Besides the usual ones: the head of training owns S2 for LY; a third role is in use on both sides."""
    owned = {
        "S1": Office("LY", "training"),
        "S2": Office("LY", "legal"),
        "S3": Office("TR", "legal"),
    }
    legal = Role(id="legal", name=Localized("المستشار القانوني", "Hukuk Müşaviri", "Legal adviser"))
    unused = Role(id="press", name=Localized("المكتب الصحفي"))
    steps = (running(code, owner=office) for code, office in owned.items())
    return tracker(*steps, COAST, TRAINING, legal, unused)


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("ly", Office("LY")),
        ("LY/training", Office("LY", "training")),
        ("ly / TRAINING", Office("LY", "training")),
        ("LY/مدير التدريب", Office("LY", "training")),
        ("LY/مديرُ التدريـب", Office("LY", "training")),
        ("tr/EĞİTİM MÜDÜRÜ", Office("TR", "training")),
        ("LY/وظيفة جديدة", Office("LY", "وظيفة جديدة")),
        ("ليبيا", Office("LY")),
        ("Türkiye/legal", Office("TR", "legal")),
        ("turkey – Hukuk Musaviri", Office("TR", "legal")),
        ("اداره امن السواحل", Office("COAST")),
        ("السواحل", Office("COAST")),
        ("kıyı guvenlıgı", Office("COAST")),
        ("coastal/training", Office("COAST", "training")),
        ("مدير التدريب", Office("LY", "training")),
        ("egitim", Office("LY", "training")),
        ("libya legal", Office("LY", "legal")),
    ],
)
def test_found(text: str, office: Office) -> None:
    assert find_office(offices(), text) == office


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("legal adviser", ("LY/legal", "TR/legal")),
        ("المستشار", ("LY/legal", "TR/legal")),
        ("المكتب الصحفي", ("LY/press", "TR/press", "COAST/press")),
    ],
)
def test_what_could_be_several_is_asked_back(text: str, candidates: tuple[str, ...]) -> None:
    with pytest.raises(UnclearOffice) as refused:
        find_office(offices(), text)
    assert (refused.value.value, refused.value.candidates) == (text, candidates)


@pytest.mark.parametrize(("text", "kind"), [("nobody", UnknownOffice), ("XX/legal", UnknownParty), ("", UnknownOffice)])
def test_unknown(text: str, kind: type[Exception]) -> None:
    with pytest.raises(kind):
        find_office(offices(), text)


def test_every_office_in_use_is_found_by_its_code() -> None:
    assert find_office(tracker(), str(OWNER)) == OWNER


@pytest.mark.parametrize("lang", ["ar", "tr", "en"])
def test_on_the_command_line(program: Program, lang: str) -> None:
    env = {"TRACKER_LANG": lang}
    assert program("update-step", "2", "--owner", "LY/مدير التدريب").code == 0
    assert program("update-step", "3", "--owner", "مدير التدريب", env=env).code == 0
    assert program("list", "--json").data[2]["owner"] == program("list", "--json").data[1]["owner"]
    assert program("update-step", "4", "--progress", "5", "--by", "ليبيا", env=env).code == 0
    assert program("history", "--by", "Libya", "--json", env=env).data[0]["by"] == "LY"
    unclear = program("update-step", "4", "--owner", "side", env=env)
    assert (unclear.code, unclear.out) == (1, "")
    assert "LY" in unclear.err
    assert "TR" in unclear.err


@pytest.mark.parametrize("name", ["LY/0912345678", "LY/a@b.ly", "LY/" + "x" * 300])
def test_a_role_is_guarded_like_any_text(program: Program, name: str) -> None:
    assert program("update-step", "2", "--owner", name).code in (1, 2)


def test_a_role_is_cleaned_and_it_is_told(program: Program) -> None:
    found = program("update-step", "2", "--owner", "LY/\ufe8e\u202eب", "--json")
    assert "--owner" in found.err
    assert "اب" in found.out


def test_words_are_looked_for_in_the_whole_programme() -> None:
    """Activities have participants too, and they are no offices."""
    assert find_office(DEMO, "المستشار القانوني الليبي").role == "lgl"
    with pytest.raises(UnknownOffice):
        find_office(DEMO, "زيد")


@pytest.mark.parametrize(
    ("lang", "signed"),
    [("ar", "أمين سر اللجنة"), ("tr", "Komite sekreteri"), ("en", "Committee secretary")],
)
def test_the_office_of_the_first_setting_signs_the_brief_in_the_readers_language(
    program: Program, lang: str, signed: str
) -> None:
    assert program("config", "by", "LY/sec").code == 0
    assert signed in program("report", "brief", "--format", "html", env={"TRACKER_LANG": lang}).out


@pytest.mark.parametrize(
    "line", ["update-step 1 --owner LY/procurement", "config by LY/procurement", "update-step 1 --confirm --by LY/x"]
)
def test_a_latin_role_that_is_not_known_is_refused_with_the_way_to_name_it(program: Program, line: str) -> None:
    found = program(*line.split())
    assert found.code == 1
    assert "There is no role" in found.err
    assert "named in Arabic: LY/…" in found.err
