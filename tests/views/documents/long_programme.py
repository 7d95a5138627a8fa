"""A programme of as many steps as one likes, with long titles in three languages."""

from datetime import date, timedelta

from tests.demo import DEMO
from tracker.frozen import replace
from tracker.model.records.localized import Localized
from tracker.model.tracker import Tracker

LONG = Localized(
    ar="إعداد وتنفيذ برنامج تدريبي متكامل للكوادر الفنية والقيادية في مجالات المتابعة والتقييم وإدارة المخاطر المشتركة "
    "بين الجانبين وفق المعايير المعتمدة دوليًا",
    tr="Ortak risk yönetimi, izleme ve değerlendirme alanlarında teknik ve yönetici kadrolar için bütünleşik eğitim "
    "programının hazırlanması ve uluslararası ölçütlere göre uygulanması",
    en="Preparation and delivery of an integrated training programme for technical and managerial staff in monitoring, "
    "evaluation and joint risk management according to internationally recognised standards",
)
SHORT = Localized(ar="تبادل المعلومات", tr="Bilgi paylaşımı", en="Exchange of information")
BEGIN = date(2024, 1, 1)


def programme(steps: int, parts: int, days: int = 60) -> Tracker:
    """The fictional programme with other steps and activities, one step after so many days."""
    old_steps, old_parts = list(DEMO.steps.values()), list(DEMO.activities.values())
    found_steps, found_parts = {}, {}
    for number in range(1, steps + 1):
        start = BEGIN + timedelta(days=days * number)
        times = {"planned_start": start, "planned_end": start + timedelta(days=500), "forecast_end": None}
        same = {"id": f"S{number}", "uid": f"step-{number}", "order": number, "title": LONG if number % 2 else SHORT}
        weight = 100 - 100 // steps * (steps - 1) if number == steps else 100 // steps
        found_steps[f"S{number}"] = replace(old_steps[number % len(old_steps)], **times, **same, weight=weight)
        for part in range(1, parts + 1):
            code, old = f"S{number}.{part}", old_parts[(number * parts + part) % len(old_parts)]
            begin = start + timedelta(days=40 * part)
            times = {"planned_start": begin, "planned_end": begin + timedelta(days=90 + 7 * part)}
            same = {"id": code, "uid": f"part-{code}", "step": f"S{number}", "title": SHORT if part % 2 else LONG}
            found_parts[code] = replace(old, **times, **same)
    return replace(DEMO, tables={**DEMO.tables, "steps": found_steps, "activities": found_parts})
