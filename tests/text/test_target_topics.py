"""Interceptions, arrests, returns and detentions never become targets (rule 14.3)."""

import pytest

from tracker.text.input.target_topics import forbidden_topic


@pytest.mark.parametrize("text", ["عدد حالات الاعتراض", "عدد التوقيفات", "Yakalama", "Geri gönderme", "Arrests"])
def test_forbidden(text: str) -> None:
    assert forbidden_topic(text)


@pytest.mark.parametrize("text", ["عدد المتدربين", "زمن الاستجابة لنداءات الاستغاثة", "Eğitim", "Trainees"])
def test_allowed(text: str) -> None:
    assert not forbidden_topic(text)
