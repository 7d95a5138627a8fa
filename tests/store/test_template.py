"""What a fresh tracker contains: the article, letter by letter, and nothing invented (rule 1.4)."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.store.stores import article, change, update
from tracker.frozen import Frozen, replace
from tracker.model.checks.findings import findings
from tracker.model.records.evidence import Authority, Confidentiality, EvidenceKind, Support
from tracker.model.records.localized import Localized
from tracker.model.records.meetings import Level, MeetingKind, MeetingStatus, Precision
from tracker.model.records.office import Office
from tracker.model.records.parties import PartyKind, Side
from tracker.model.records.status import Status
from tracker.model.records.steps import Origin, Strength
from tracker.model.records.thresholds import Thresholds
from tracker.model.rules.invariants import violations
from tracker.model.tracker import Tracker
from tracker.store.file_engine import FileEngine
from tracker.store.records import to_tracker
from tracker.store.store import Store
from tracker.store.template import TEMPLATES, editions, shipped, template_state
from tracker.store.verify import verify_chain

STEPS = {
    "S1": "تبادل المعلومات الاستخباراتية حول طرق الهجرة غير الشرعية.",
    "S2": "إطلاق برامج تدريبية مشتركة لقوات الحدود والأمن الساحلي.",
    "S3": "تطوير معدات تقنية للرصد والمراقبة عبر الحدود.",
    "S4": "تنفيذ عمليات مشتركة لمكافحة الشبكات الإجرامية.",
    "S5": "تقييم دوري للنتائج لتحسين الاستراتيجيات المستقبلية.",
}
ASPECTS = {
    "A1": ("الخبرة المشتركة", "تبادل الدروس المستفادة في مكافحة الهجرة غير الشرعية."),
    "A2": ("التدريب", "برامج لقوات الأمن الليبية في تركيا."),
    "A3": ("التنفيذ", "لقاءات دورية مع مسؤولين أتراك لتفعيل الخطط."),
}
TURKISH = {
    "S1": "Düzensiz göç güzergâhlarına ilişkin istihbari bilgi değişimi.",
    "S2": "Sınır kuvvetleri ve kıyı güvenliğine yönelik ortak eğitim programlarının başlatılması.",
    "S3": "Sınır ötesi izleme ve gözetleme için teknik ekipman geliştirilmesi.",
    "S4": "Suç şebekeleriyle mücadele için ortak operasyonların yürütülmesi.",
    "S5": "Gelecekteki stratejilerin iyileştirilmesi için sonuçların periyodik olarak değerlendirilmesi.",
}
ENGLISH = {
    "S1": "Exchange of intelligence information on irregular migration routes.",
    "S2": "Launch of joint training programmes for border forces and coastal security.",
    "S3": "Development of technical equipment for cross-border monitoring and surveillance.",
    "S4": "Conduct of joint operations to combat criminal networks.",
    "S5": "Periodic evaluation of results to improve future strategies.",
}
ROLES = ["coord", "eval", "fin", "hr", "lgl", "liaison", "log", "me", "min", "ops", "sec", "so", "tech", "trn"]
LINKS = {
    ("S1", "A1", Strength.PRIMARY),
    ("S2", "A2", Strength.PRIMARY),
    ("S3", "A3", Strength.PRIMARY),
    ("S3", "A1", Strength.SECONDARY),
    ("S4", "A3", Strength.PRIMARY),
    ("S5", "A1", Strength.PRIMARY),
    ("S5", "A3", Strength.SECONDARY),
}


@pytest.fixture
def fresh(path: Path) -> Tracker:
    return article(path).load()


def test_five_steps_letter_by_letter_and_locked(fresh: Tracker) -> None:
    assert {code: step.title.ar for code, step in fresh.steps.items()} == STEPS
    assert {code: step.title.tr for code, step in fresh.steps.items()} == TURKISH
    assert {code: step.title.en for code, step in fresh.steps.items()} == ENGLISH
    assert all(step.verbatim for step in fresh.steps.values())


def test_three_aspects_letter_by_letter_and_locked(fresh: Tracker) -> None:
    assert {code: (a.name.ar, a.details.ar) for code, a in fresh.aspects.items()} == ASPECTS
    assert all(a.verbatim and a.name.tr and a.name.en and a.details.tr and a.details.en for a in fresh.aspects.values())


def test_steps_have_not_started_and_promise_nothing(fresh: Tracker) -> None:
    for step in fresh.steps.values():
        assert (step.status, step.weight, step.declared, step.reopened) == (Status.NOT_STARTED, 20, 0, 0)
        assert (step.owner, step.planned_start, step.planned_end, step.forecast_end) == (None, None, None, None)
        assert (step.actual_start, step.actual_end, step.created_on, step.updated_on) == (None, None, None, None)


def test_the_seven_proposed_links(fresh: Tracker) -> None:
    links = [(step.id, link) for step in fresh.steps.values() for link in step.links]
    assert {(code, link.aspect, link.strength) for code, link in links} == LINKS
    assert len(links) == 7
    assert {link.origin for _, link in links} == {Origin.PROPOSED}


def test_two_parties(fresh: Tracker) -> None:
    parties = {code: (party.side, party.kind) for code, party in fresh.parties.items()}
    assert parties == {"LY": (Side.LY, PartyKind.STATE), "TR": (Side.TR, PartyKind.STATE)}


def test_two_meetings_dated_as_far_as_the_article_tells(fresh: Tracker) -> None:
    visit, meeting = fresh.meetings["M1"], fresh.meetings["M2"]
    assert (visit.kind, visit.status, visit.date, visit.date_precision) == (
        MeetingKind.VISIT,
        MeetingStatus.HELD,
        "2024",
        Precision.YEAR,
    )
    assert visit.place is not None
    assert (visit.place.country, visit.place.city) == ("TR", None)
    assert (meeting.kind, meeting.level, meeting.status) == (
        MeetingKind.MEETING,
        Level.MINISTERIAL,
        MeetingStatus.HELD,
    )
    assert (meeting.date, meeting.date_precision) == (None, Precision.UNKNOWN)
    assert [item.ar for item in meeting.agenda] == ["آليات التنفيذ العملي"]
    assert len(fresh.meetings) == 2


def test_the_article_is_the_one_paper(fresh: Tracker) -> None:
    (paper,) = fresh.evidence.values()
    assert paper.reference == "تصريح الطرابلسي: تركيا تمتلك خبرة دولية واسعة في مكافحة الهجرة غير الشرعية"
    assert (paper.id, paper.kind, paper.authority) == ("E1", EvidenceKind.PRESS_ARTICLE, Authority.REPORTED)
    assert paper.supports == (Support("initiative"),)
    assert paper.confidentiality is Confidentiality.PUBLIC
    assert (paper.date, paper.url, paper.file, paper.verified_on) == (None, None, None, None)


def test_the_initiative_says_what_the_article_says(fresh: Tracker) -> None:
    initiative = fresh.initiative
    assert initiative.title.ar == "المبادرات والخطط المشتركة لتدريب قوات الأمن"
    assert initiative.parties == ("LY", "TR")
    assert (initiative.owner, initiative.planned_start, initiative.planned_end) == (None, None, None)
    instrument = initiative.legal_instrument
    assert instrument is not None
    assert (instrument.type, instrument.signed, instrument.number, instrument.date) == ("mou", True, None, None)
    assert [item.ar for item in instrument.scope] == ["تبادل الخبرات", "الدعم اللوجستي"]


def test_nothing_is_invented(fresh: Tracker) -> None:
    numbers = {table: len(rows) for table, rows in fresh.tables.items() if rows}
    # The thresholds are those of rule 4.8, stored so that a change of one has a before.
    assert numbers.pop("thresholds") == 1
    assert replace(fresh.thresholds, uid=None) == Thresholds()
    assert numbers.pop("roles") == len(ROLES)
    assert numbers == {"initiative": 1, "parties": 2, "aspects": 3, "steps": 5, "meetings": 2, "evidence": 1}
    assert fresh.counters == {"S": 5, "A": 3, "M": 2, "E": 1}
    assert not fresh.demo


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_usual_roles_are_there_in_three_languages(name: str) -> None:
    state = template_state(name)
    roles = to_tracker(state.documents, state.standing.counters, state.standing.demo).roles
    assert set(roles) == set(ROLES)
    assert all(role.name.ar and role.name.tr and role.name.en for role in roles.values())


def test_a_tracker_that_began_before_the_usual_roles_is_known_by_its_beginning(tmp_path: Path) -> None:
    now = template_state()
    older = next(each for each in editions() if "roles" not in each.documents)
    assert {**older.documents, "roles": now.documents["roles"]} == now.documents
    store = Store(FileEngine(tmp_path / "older.json"), lambda: older)
    change(store, update("S1", title_en="Exchange"))
    change(store, update("S1", owner=Office("LY", "منسق البرنامج")))
    assert verify_chain(store).broken is None
    again = Store(FileEngine(tmp_path / "older.json"), None)
    assert set(again.tracker(again.state()).roles) == {"role-1"}


def texts(value: Any) -> Iterator[Localized]:
    if isinstance(value, Localized):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)
    elif isinstance(value, Frozen):
        for name in value.__struct_fields__:
            yield from texts(getattr(value, name))


@pytest.mark.parametrize("name", TEMPLATES)
def test_templates_are_sound_and_clean(name: str) -> None:
    state = template_state(name)
    tracker = to_tracker(state.documents, state.standing.counters, state.standing.demo)
    assert list(violations(tracker)) == []
    assert not state.stored
    found = [text for _, record in tracker.records() for text in texts(record)]
    for text in (part for whole in found for part in (whole.ar, whole.tr, whole.en) if part):
        assert text == unicodedata.normalize("NFC", text).strip()
        assert not [c for c in text if unicodedata.category(c) in ("Cf", "Cc", "Co")]


def test_every_text_has_its_translations(fresh: Tracker) -> None:
    found = [text for _, record in fresh.records() for text in texts(record)]
    assert len(found) > 20
    assert [text.ar for text in found if not (text.tr and text.en)] == []


def test_a_blank_tracker_is_blank() -> None:
    state = template_state("blank")
    tracker = to_tracker(state.documents, state.standing.counters, state.standing.demo)
    assert (tracker.steps, tracker.aspects, tracker.meetings, tracker.evidence) == ({}, {}, {}, {})


def test_shipped_files_are_found() -> None:
    assert shipped("initiative.json").name == "initiative.json"
    assert shipped("initiative.json").is_file()


def test_what_check_finds_in_it(fresh: Tracker) -> None:
    from tests.store.stores import DAY

    assert {f.code for f in findings(fresh, DAY)} == {"no_dates", "no_owner", "minutes_missing", "mou_unknown"}
