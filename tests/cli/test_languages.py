"""The language of what is typed: that of the session, unless an option or the letters say another (rule 1.3)."""

import csv
import io
from typing import Any

import pytest

from tests.cli.desks import LY, TR, done, files, head
from tests.cli.program import Program

ARABIC = "تأخر التأشيرات"
TURKISH = "Vize bekleniyor"
ENGLISH = "Waiting for the visas"
DUE = ("--owner", "LY/liaison", "--due", "2026-06-30")


def record(program: Program, code: str, *line: str) -> Any:
    """What programs are told of a record."""
    result = program("show", code, "--json", *line)
    assert result.code == 0, result.err
    return result.data[0]


def ok(program: Program, *line: str) -> str:
    result = program(*line)
    assert result.code == 0, result.err
    return result.err


def only(**wording: str) -> dict[str, str | None]:
    return {"ar": None, "tr": None, "en": None, **wording}


@pytest.mark.parametrize(
    ("lang", "words", "kept"),
    [
        ("ar", ARABIC, "ar"),
        ("tr", TURKISH, "tr"),
        ("en", ENGLISH, "en"),
        ("tr", "تقرير الدورة S2.4", "ar"),
        ("en", ARABIC, "ar"),
        ("ar", "Eğitim başladı", "tr"),
        ("ar", "EUBAM", "ar"),
        ("en", "Muğla ve Şanlıurfa", "en"),
        ("tr", "118/2026", "tr"),
    ],
)
def test_a_text_is_of_the_session_unless_its_letters_are_of_another_language(
    demo: Program, lang: str, words: str, kept: str
) -> None:
    said = ok(demo, "add-obstacle", words, "--lang", lang)
    found = record(demo, "O7")["title"]
    assert found == only(**{kept: words})
    assert ("letters" in said or "حروفه" in said or "harflerine" in said) is (lang != kept)


def test_the_letters_that_overrule_the_session_are_told(demo: Program) -> None:
    assert "kept as Arabic, judging by its letters" in ok(demo, "add-obstacle", ARABIC)
    told = ok(demo, "add-obstacle", ENGLISH, "--lang", "ar")
    assert "--lang" in told
    assert record(demo, "O8")["title"] == only(ar=ENGLISH)
    assert "letters" not in ok(demo, "add-obstacle", ENGLISH)


def test_the_setting_and_the_environment_count_as_the_option_does(demo: Program) -> None:
    result = demo("add-obstacle", TURKISH, env={"TRACKER_LANG": "tr"})
    assert result.code == 0
    assert record(demo, "O7")["title"] == only(tr=TURKISH)


def test_an_option_names_the_language(demo: Program) -> None:
    ok(demo, "add-obstacle", TURKISH, "--lang", "tr", "--title-ar", ARABIC, "--title-en", ENGLISH)
    assert record(demo, "O7")["title"] == {"ar": ARABIC, "tr": TURKISH, "en": ENGLISH}
    ok(demo, "update-obstacle", "O7", "--title-en", ARABIC)
    assert record(demo, "O7")["title"]["en"] == ARABIC


def test_one_wording_is_given_once(demo: Program) -> None:
    result = demo("add-obstacle", TURKISH, "--lang", "tr", "--title-tr", "Başka")
    assert result.code == 2
    assert "--title-tr" in result.err


@pytest.mark.parametrize(
    ("lang", "shown"),
    [("ar", f"{TURKISH} [بالتركية]"), ("tr", TURKISH), ("en", f"{TURKISH} [in Turkish]")],
)
def test_a_text_is_shown_in_what_it_has_and_marked(demo: Program, lang: str, shown: str) -> None:
    ok(demo, "add-obstacle", TURKISH, "--lang", "tr")
    for line in (
        ("list", "obstacles"),
        ("show", "O7"),
        ("report", "full"),
        ("history",),
        ("list", "obstacles", "--plain"),
    ):
        assert shown in demo(*line, "--lang", lang).out, line
        assert (shown + " [") not in demo(*line, "--lang", lang).out


@pytest.mark.parametrize("ending", ["html", "md", "csv", "json"])
def test_documents_mark_it_too_and_programs_get_every_wording(demo: Program, ending: str) -> None:
    ok(demo, "add-obstacle", TURKISH, "--lang", "tr", "--step", "S1")
    name = f"report.{ending}"
    kind = "full" if ending != "csv" else "obstacles"
    line = ("report", kind, "-o", name) if ending != "csv" else ("list", kind, "--json")
    result = demo(*line)
    assert result.code == 0, result.err
    text = (demo.home / name).read_text(encoding="utf-8") if ending != "csv" else result.out
    assert ("in Turkish" in text) is (ending not in ("csv", "json"))
    assert TURKISH in text


def test_a_required_text_keeps_one_wording(demo: Program) -> None:
    ok(demo, "add-obstacle", TURKISH, "--lang", "tr")
    refused = demo("update-obstacle", "O7", "--clear", "title-tr")
    assert refused.code == 1
    assert "O7" in refused.err
    assert "Title" in refused.err
    ok(demo, "update-obstacle", "O7", "--clear", "title-tr", "--title-ar", ARABIC)
    assert record(demo, "O7")["title"] == only(ar=ARABIC)


def test_quoted_words_stay_whatever_is_cleared(demo: Program) -> None:
    assert demo("update-step", "S1", "--clear", "title-ar").code == 1
    assert demo("update-step", "S1", "--title", "عنوان آخر").code == 1
    ok(demo, "update-step", "S1", "--title", "Another translation")


def test_a_reason_is_kept_in_its_language_and_translated(demo: Program) -> None:
    ok(demo, "update-activity", "S2.5", "--status", "suspended", "--reason", TURKISH, "--lang", "tr")
    assert record(demo, "S2.5")["status_reason"] == only(tr=TURKISH)
    ok(demo, "update-activity", "S2.5", "--status-reason-ar", ARABIC)
    assert record(demo, "S2.5")["status_reason"] == only(ar=ARABIC, tr=TURKISH)
    assert ARABIC in demo("show", "S2.5", "--lang", "ar").out
    ok(demo, "update-activity", "S2.5", "--status", "cancelled", "--reason", "إلغاء", "--lang", "ar")
    assert record(demo, "S2.5")["status_reason"] == only(ar="إلغاء")


def test_an_arabic_reason_is_stored_as_it_always_was(demo: Program) -> None:
    ok(demo, "update-activity", "S2.5", "--status", "suspended", "--reason", ARABIC, "--lang", "ar")
    stored = next(a for a in demo("export").json["tables"]["activities"] if a["id"] == "S2.5")
    assert stored["status_reason"] == ARABIC
    ok(demo, "update-activity", "S2.5", "--status-reason-tr", TURKISH)
    ok(demo, "update-activity", "S2.5", "--clear", "status-reason-tr")
    stored = next(a for a in demo("export").json["tables"]["activities"] if a["id"] == "S2.5")
    assert stored["status_reason"] == ARABIC
    assert demo("history", "--verify").code == 0


def test_history_tells_which_wording_was_added(demo: Program) -> None:
    ok(demo, "update-activity", "S2.5", "--status", "suspended", "--reason", ARABIC, "--lang", "ar")
    ok(demo, "update-activity", "S2.5", "--status-reason-tr", TURKISH)
    newest = demo("history", "S2.5", "--limit", "1").out if demo("history", "--limit", "1").code == 0 else ""
    assert "(tr)" in (newest or demo("history", "S2.5").out)
    assert demo("undo", "--yes").code == 0
    assert record(demo, "S2.5")["status_reason"] == only(ar=ARABIC)


def test_a_response_and_a_justification_have_three_languages(demo: Program) -> None:
    ok(demo, "add-obstacle", ENGLISH, "--response", "Ask again", "--response-tr", "Yeniden sorulacak")
    assert record(demo, "O7")["response"] == only(en="Ask again", tr="Yeniden sorulacak")
    ok(demo, "add-review", "2026-Q1")
    rated = ("update-review", "R5", "--rate", "S2.effectiveness=3")
    ok(demo, *rated, "--justification", "Too late")
    ok(demo, *rated, "--justification-tr", "Çok geç")
    (rating,) = record(demo, "R5")["ratings"]
    assert rating["justification"] == {"tr": "Çok geç", "en": "Too late"} | only(tr="Çok geç", en="Too late")


def test_items_of_an_agenda_are_translated_by_their_number(demo: Program) -> None:
    ok(demo, "update-meeting", "M8", "--agenda", "Third item")
    ok(demo, "update-meeting", "M8", "--agenda-tr", "3=Üçüncü madde", "--agenda-ar", "3=البند الثالث")
    agenda = record(demo, "M8")["agenda"]
    assert agenda[2] == {"ar": "البند الثالث", "tr": "Üçüncü madde", "en": "Third item"}
    ok(demo, "update-meeting", "M8", "--agenda", "Üçüncü madde", "--lang", "tr", "--note", "aynı")
    assert record(demo, "M8")["agenda"] == agenda


@pytest.mark.parametrize(("typed", "code"), [("9=Yok", 1), ("Yok", 2), ("0=Yok", 1), ("2=", 2)])
def test_an_item_that_is_not_there_is_refused(demo: Program, typed: str, code: int) -> None:
    refused = demo("update-meeting", "M8", "--agenda-tr", typed)
    assert refused.code == code
    assert "agenda" in refused.err or "show M8" in refused.err or "2=" in refused.err


def test_findings_are_translated_by_their_number(demo: Program) -> None:
    ok(demo, "add-review", "2026-Q1")
    ok(demo, "update-review", "R5", "--finding", "Late again", "--summary", "Slow")
    ok(demo, "update-review", "R5", "--finding-tr", "1=Yine geç", "--summary-tr", "Yavaş")
    found = record(demo, "R5")
    assert found["findings"][0]["text"] == only(tr="Yine geç", en="Late again")
    assert found["summary"] == only(tr="Yavaş", en="Slow")


def test_a_note_on_a_measurement_is_worded_beside_the_other(demo: Program) -> None:
    ok(demo, "add-measurement", "I1", "2026-02-28", "80", "--note", "Counted twice")
    ok(demo, "add-measurement", "I1", "2026-02-28", "80", "--note", "İki kez sayıldı", "--lang", "tr")
    (note,) = [m["note"] for m in record(demo, "I1")["measurements"] if m["period_end"] == "2026-02-28"]
    assert note == only(tr="İki kez sayıldı", en="Counted twice")


def test_check_tells_what_is_to_be_translated_once_for_each_kind(demo: Program) -> None:
    before = demo("check", "--json").data
    assert not [finding for finding in before if finding["code"] == "untranslated"]
    ok(demo, "add-obstacle", TURKISH, "--lang", "tr")
    ok(demo, "add-obstacle", ENGLISH)
    ok(demo, "update-meeting", "M8", "--agenda", "Third item")
    found = demo("check", "--json").data[-2:]
    assert [(f["code"], f["record"], f["number"]) for f in found] == [
        ("untranslated", "M8", 1),
        ("untranslated", "O7", 2),
    ]
    assert found[0]["command"] == 'tracker update-meeting M8 --agenda-ar "3=…"'
    assert found[1]["command"] == "tracker update-obstacle O7 --title-ar …"


def rows(program: Program, kind: str) -> list[dict[str, str]]:
    assert program("export", kind, "-o", "sheet.csv").code == 0
    return list(csv.DictReader(io.StringIO((program.home / "sheet.csv").read_text(encoding="utf-8-sig"))))


def taken_in(program: Program, kind: str, *lines: dict[str, str]) -> str:
    text = io.StringIO()
    sheet = csv.DictWriter(text, list(lines[0]))
    sheet.writeheader()
    sheet.writerows(lines)
    (program.home / "new.csv").write_text(text.getvalue(), encoding="utf-8")
    return ok(program, "import", "new.csv", "--kind", kind, "--yes")


def test_a_spreadsheet_has_a_column_for_each_language(demo: Program) -> None:
    (row,) = [row for row in rows(demo, "meetings") if row["id"] == "M8"]
    assert row["agenda_tr"].splitlines()[0].startswith("1=")
    row |= {"agenda_en": "2=A new plan", "title_en": "Another name"}
    taken_in(demo, "meetings", row)
    found = record(demo, "M8")
    assert (found["title"]["en"], found["agenda"][1]["en"]) == ("Another name", "A new plan")
    assert len(found["agenda"]) == 2


def test_a_spreadsheet_changes_nothing_where_nothing_was_changed(demo: Program) -> None:
    for kind in ("meetings", "obstacles", "activities", "lessons", "recommendations", "indicators", "reviews", "steps"):
        rows(demo, kind)
        assert "Nothing" in (said := demo("import", "sheet.csv", "--kind", kind, "--yes")).out + said.err, kind


def test_a_new_row_may_have_any_language(demo: Program) -> None:
    taken_in(
        demo,
        "obstacles",
        {"id": "", "title_tr": TURKISH, "response_en": "Ask"},
        {"id": "", "title_tr": "Gümrük", "response_en": ""},
    )
    assert record(demo, "O7")["title"] == only(tr=TURKISH)
    assert record(demo, "O7")["response"] == only(en="Ask")
    refused = demo("import", "new.csv", "--kind", "obstacles", "--yes", "--lang", "tr")
    (demo.home / "none.csv").write_text("id,severity\n,high\n", encoding="utf-8")
    refused = demo("import", "none.csv", "--kind", "obstacles", "--yes")
    assert refused.code == 1
    assert "title_ar" in refused.err


def test_a_sheet_of_before_with_one_column_for_a_text_is_read(demo: Program) -> None:
    taken_in(demo, "obstacles", {"id": "O1", "response": "Ask again"})
    assert record(demo, "O1")["response"]["en"] == "Ask again"


def test_both_sides_translate_one_reason_and_nobody_is_asked(desks: Program) -> None:
    done(desks, LY, "update-step", "1", "--status", "suspended", "--decision", "D1", "--reason", ARABIC, "--lang", "ar")
    files(desks)
    done(desks, TR, "merge", "from-ly.json", "--yes")
    done(desks, LY, "update-step", "1", "--status-reason-en", ENGLISH)
    done(desks, TR, "update-step", "1", "--status-reason-tr", TURKISH)
    files(desks)
    done(desks, TR, "merge", "from-ly.json", "--yes")
    done(desks, LY, "merge", "from-tr.json", "--yes")
    assert head(desks, LY) == head(desks, TR)
    assert record(desks, "S1", *TR)["status_reason"] == {"ar": ARABIC, "tr": TURKISH, "en": ENGLISH}


def test_two_translations_of_one_reason_into_one_language_are_asked_about(desks: Program) -> None:
    done(desks, LY, "update-step", "1", "--status", "suspended", "--decision", "D1", "--reason", ARABIC, "--lang", "ar")
    files(desks)
    done(desks, TR, "merge", "from-ly.json", "--yes")
    done(desks, LY, "update-step", "1", "--status-reason-tr", "Bizim çeviri")
    done(desks, TR, "update-step", "1", "--status-reason-tr", TURKISH)
    files(desks)
    assert desks("merge", "from-tr.json", "--yes", *LY).code == 1
    done(desks, LY, "merge", "from-tr.json", "--theirs", "--yes")
    assert record(desks, "S1", *LY)["status_reason"] == only(ar=ARABIC, tr=TURKISH)


def test_what_is_withheld_is_not_replaced_together_with_a_translation(desks: Program) -> None:
    done(desks, LY, "update-step", "1", "--status", "suspended", "--decision", "D1", "--reason", ARABIC, "--lang", "ar")
    done(desks, LY, "update-step", "1", "--status-reason-en", ENGLISH)
    done(desks, LY, "export", "--audience", "counterpart", "-o", "theirs.json")
    handed = (desks.home / "theirs.json").read_text(encoding="utf-8")
    assert ARABIC not in handed
    assert ENGLISH not in handed
    done(desks, TR, "merge", "theirs.json", "--yes")
    refused = desks("update-step", "1", "--status-reason-ar", "آخر", "--status-reason-tr", TURKISH, *TR)
    assert refused.code == 1
    assert "withholds" in refused.err
    done(desks, TR, "update-step", "2", "--confirm")
    files(desks)
    done(desks, LY, "merge", "from-tr.json", "--yes")
    assert record(desks, "S1", *LY)["status_reason"] == only(ar=ARABIC, en=ENGLISH)


def test_ratings_with_words_in_two_languages_are_withheld_and_come_back(desks: Program) -> None:
    done(desks, LY, "add-review", "2026-Q1")
    rated = ("update-review", "R1", "--rate", "S2.effectiveness=2")
    done(desks, LY, *rated, "--justification", "Secret words")
    done(desks, LY, *rated, "--justification-tr", "Gizli sözler")
    done(desks, LY, "export", "--audience", "counterpart", "-o", "theirs.json")
    handed = (desks.home / "theirs.json").read_text(encoding="utf-8")
    assert "Secret" not in handed
    assert "Gizli" not in handed
    done(desks, TR, "merge", "theirs.json", "--yes")
    assert record(desks, "R1", *TR)["ratings"][0]["value"] is None
    done(desks, TR, "update-step", "2", "--confirm")
    files(desks)
    done(desks, LY, "merge", "from-tr.json", "--yes")
    (rating,) = record(desks, "R1", *LY)["ratings"]
    assert (rating["value"], rating["justification"]) == (2, only(tr="Gizli sözler", en="Secret words"))
    assert head(desks, LY)
