"""Briefs of programmes of many sizes."""

from typing import Any

from tests.demo import DAY, DEMO
from tests.views.documents.making import HEAD
from tests.views.pages import LANGS
from tracker.frozen import replace
from tracker.model.records.localized import Localized
from tracker.model.records.office import Office
from tracker.model.tracker import Tracker
from tracker.reports.documents import document
from tracker.reports.documents.request import Request, Standing
from tracker.reports.report import Report

LONGER = {
    "ar": " بما يشمل التنسيق بين الجهات المنفذة لدى الجانبين ومتابعة ما يترتب عليه",
    "tr": " ve iki tarafın uygulayıcı birimleri arasındaki eş güdümün sürdürülmesi",
    "en": " including coordination among the implementing bodies of both sides",
}


def programme(n: int, **fields: Any) -> Tracker:
    """The sample with so many steps, every second of a title twice as long, and nothing below the steps beyond five."""
    steps = list(DEMO.steps.values())
    made_steps = {}
    for place in range(n):
        old = steps[place % len(steps)]
        texts = {lang: getattr(old.title, lang) + LONGER[lang] * (place % 2) for lang in LANGS}
        code = f"S{place + 1}"
        made_steps[code] = replace(old, id=code, title=Localized(**texts), order=place + 1, **fields)
    kept = {code: each for code, each in DEMO.activities.items() if each.step in made_steps}
    return replace(DEMO, tables={**DEMO.tables, "steps": made_steps, "activities": kept})


def brief(tracker: Tracker = DEMO, **asked: Any) -> Report:
    standing = Standing(3, HEAD, "2026-03-31T08:00:00+00:00")
    return document("brief", Request(tracker=tracker, day=DAY, standing=standing, office=Office("LY", "sec"), **asked))
