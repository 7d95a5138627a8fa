"""Moments in a zone are those of `zoneinfo`, which is loaded only for zones that still change their clocks."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

import pytest

from tracker.text import zone
from tracker.text.zone import in_zone, standing_offset

MOMENTS = [datetime(year, month, 15, 22, 30, tzinfo=UTC) for year in (1901, 1990, 2013, 2026, 2090) for month in (1, 7)]
LAST_CHANGE_IN_LIBYA = datetime(2013, 10, 25, 0, tzinfo=UTC)


def test_every_zone_is_as_zoneinfo_has_it() -> None:
    names = sorted(available_timezones())
    assert len(names) > 300
    wrong = [
        (name, moment)
        for name in names
        for moment in MOMENTS
        if in_zone(moment, name).isoformat() != moment.astimezone(ZoneInfo(name)).isoformat()
    ]
    assert wrong == []


@pytest.mark.parametrize("seconds", range(-2, 3))
def test_the_last_change_is_where_it_was(seconds: int) -> None:
    moment = LAST_CHANGE_IN_LIBYA + timedelta(seconds=seconds)
    assert in_zone(moment, "Africa/Tripoli").isoformat() == moment.astimezone(ZoneInfo("Africa/Tripoli")).isoformat()


@pytest.mark.skipif(not Path(zone._FOLDER, "Africa/Tripoli").exists(), reason="zones lie elsewhere here")
def test_the_two_sides_need_no_zoneinfo_and_others_do() -> None:
    now = datetime(2026, 3, 31, tzinfo=UTC)
    assert standing_offset("Africa/Tripoli", now) == timedelta(hours=2)
    assert standing_offset("Europe/Istanbul", now) == timedelta(hours=3)
    assert standing_offset("Europe/Rome", now) is None
    script = (
        "import sys; from datetime import UTC, datetime; from tracker.text.zone import in_zone;"
        "in_zone(datetime.now(UTC), 'Africa/Tripoli'); sys.exit('zoneinfo' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


NO_ZONES = ["no/such", "Africa", "../etc/passwd", "/etc/passwd", "a" * 5000, "Africa\0", "tzdata.zi"]


@pytest.mark.parametrize("name", NO_ZONES)
def test_what_is_no_zone_is_libyas_offset(name: str) -> None:
    assert in_zone(datetime(2026, 3, 31, 23, tzinfo=UTC), name).isoformat() == "2026-04-01T01:00:00+02:00"


def test_without_a_name_it_stays_utc() -> None:
    assert in_zone(datetime(2026, 3, 31, 23, tzinfo=UTC), "").isoformat() == "2026-03-31T23:00:00+00:00"


def test_another_place_of_zones_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONTZPATH", str(tmp_path))
    assert standing_offset("Africa/Tripoli", datetime(2026, 3, 31, tzinfo=UTC)) is None


@pytest.mark.parametrize("content", [b"", b"TZif", b"TZif2" + bytes(39), b"TZif2" + bytes(39) + b"TZif2" + bytes(39)])
def test_a_damaged_file_is_left_to_zoneinfo(content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "Zone").write_bytes(content)
    monkeypatch.setattr(zone, "_FOLDER", str(tmp_path))
    assert standing_offset("Zone", datetime(2026, 3, 31, tzinfo=UTC)) is None
